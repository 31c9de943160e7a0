package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink.Choice;
import jp.meguri.events.content.Tag;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Office;
import jp.meguri.web.FieldError;
import jp.meguri.web.Texts;
import org.junit.jupiter.api.Test;

class ContentRuleTest {

	@Test
	void draft_mayBeEmpty() {
		for (GoalKind kind : GoalKind.values()) {
			assertThat(ContentRule.broken("", kind, GoalContent.EMPTY)).isEmpty();
		}
	}

	@Test
	void goal_hasNoMission_andMissionHasNoActions() {
		assertThat(broken(GoalKind.ANNUAL_GOAL, Contents.missionAndPolicies())).containsOnly("not-of-this-kind");
		assertThat(broken(GoalKind.MISSION_AND_POLICIES, Contents.annualGoal("題名"))).containsOnly("not-of-this-kind");
	}

	@Test
	void blockIds_areUniqueInTheContent() {
		UUID id = UUID.randomUUID();
		assertThat(broken(GoalKind.ANNUAL_GOAL, actions(Block.paragraph(id, "一"), Block.paragraph(id, "二"))))
			.containsExactly("repeated");
	}

	@Test
	void tags_goWhereTheyBelong() {
		assertThat(broken(GoalKind.ANNUAL_GOAL,
				actions(new Block(UUID.randomUUID(), 1, "○", "行", List.of(Tag.PRIORITY), null))))
			.containsExactly("tag-of-entry");
		assertThat(broken(GoalKind.ANNUAL_GOAL,
				actions(new Block(UUID.randomUUID(), 1, "○", "行", List.of(Tag.NEW, Tag.EXPANDED), null))))
			.containsExactly("tag-of-entry");
	}

	@Test
	void noLink_excludesOthersOfItsDimensionOnly() {
		var none = Contents.link("basic-policy", Choice.NO_LINK, null, "0", "");
		var policy = Contents.link("basic-policy", Choice.NODE, Office.BASIC_POLICY, "12", "協働");
		var plan = Contents.link("comprehensive-plan", Choice.NODE, Office.NODE, "1-①", "自治");
		GoalContent goal = Contents.annualGoal("題名");
		assertThat(broken(GoalKind.ANNUAL_GOAL, Contents.linked(goal, List.of(none, policy))))
			.containsExactly("no-link-excludes");
		assertThat(broken(GoalKind.ANNUAL_GOAL, Contents.linked(goal, List.of(none, plan)))).isEmpty();
	}

	@Test
	void nodeAndChoice_fitTogether() {
		GoalContent goal = Contents.annualGoal("題名");
		assertThat(broken(GoalKind.ANNUAL_GOAL,
				Contents.linked(goal, List.of(Contents.link("basic-policy", Choice.NODE, null, "12", "")))))
			.containsExactly("link-node");
		assertThat(broken(GoalKind.ANNUAL_GOAL,
				Contents.linked(goal,
						List.of(Contents.link("basic-policy", Choice.AS_PRINTED, Office.NODE, "12", "")))))
			.containsExactly("link-node");
	}

	@Test
	void lists_haveALimit() {
		Block[] many = Collections.nCopies(501, 0)
			.stream()
			.map((i) -> Block.paragraph(UUID.randomUUID(), "行"))
			.toArray(Block[]::new);
		assertThat(broken(GoalKind.ANNUAL_GOAL, actions(many))).containsExactly("too-many");
	}

	@Test
	void everyRule_isExplainedInBothLanguages() {
		var texts = new Texts();
		for (String key : List.of("not-of-this-kind", "repeated", "tag-of-entry", "tag-of-goal", "no-link-excludes",
				"link-node", "too-many", "unknown-node", "unknown-unit", "unknown-mid-term-goal", "unknown-comment",
				"not-the-goals", "return-needs-comment", "missing-link", "missing-title")) {
			assertThat(texts.ja("field." + key)).isNotEqualTo("field." + key);
			assertThat(texts.en("field." + key)).isNotEqualTo("field." + key).isNotEqualTo(texts.ja("field." + key));
		}
	}

	private static GoalContent actions(Block... blocks) {
		return new GoalContent("題名", List.of(), List.of(), List.of(), List.of(), List.of(blocks), List.of(), List.of(),
				null, null);
	}

	private static List<String> broken(GoalKind kind, GoalContent content) {
		return ContentRule.broken("/content", kind, content).stream().map(FieldError::key).toList();
	}

}
