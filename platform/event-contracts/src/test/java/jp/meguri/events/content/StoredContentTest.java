package jp.meguri.events.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contents that were stored before goals of plans existed are still read.
 */
class StoredContentTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void goalWithoutThePartsOfPlans_isReadWithNone() {
		GoalContent content = JSON.readValue("""
				{"title": "窓口サービスの向上", "tags": [], "mission": [], "policies": [], "statement": [], "actions": [],
				 "roadmap": [], "links": [], "contributesTo": null, "leadSection": null}
				""", GoalContent.class);
		assertThat(content).isEqualTo(new GoalContent("窓口サービスの向上", List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of(), List.of(), null, null));
		assertThat(content.targets()).isEmpty();
		assertThat(content.readings()).isEmpty();
	}

	@Test
	void reportWithoutThePartsOfPlans_isReadWithNone() {
		ReportContent content = JSON.readValue("""
				{"review": [], "achievements": [], "directions": [], "outcomes": [], "figures": [], "grade": null,
				 "nextStep": "CONTINUE"}
				""", ReportContent.class);
		assertThat(content.nextStep()).isEqualTo(ReportContent.NextStep.CONTINUE);
		assertThat(content.improvements()).isEmpty();
	}

}
