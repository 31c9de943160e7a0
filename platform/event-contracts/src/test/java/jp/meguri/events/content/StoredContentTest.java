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
	void targetsAndFiguresWithoutIndicator_areTiedToNone() {
		GoalTarget target = JSON.readValue("""
				{"id": "018f2f6e-0000-7000-8000-000000000205", "key": "ア", "cites": null, "text": "150人以上"}
				""", GoalTarget.class);
		ReportContent.Figure figure = JSON.readValue("""
				{"id": "018f2f6e-0000-7000-8000-000000000206", "action": null, "label": "参加者数", "value": "160人",
				 "asOf": null, "certainty": "FINAL"}
				""", ReportContent.Figure.class);
		assertThat(target.text()).isEqualTo("150人以上");
		assertThat(target.indicator()).isNull();
		assertThat(figure.value()).isEqualTo("160人");
		assertThat(figure.indicator()).isNull();
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
