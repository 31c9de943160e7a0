package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.PlanLink.Choice;
import jp.meguri.goals.Contents;
import jp.meguri.goals.planlink.PlanDimension;
import jp.meguri.web.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionRuleTest {

	private final SubmissionRule rule = new SubmissionRule(
			List.of(new PlanDimension("comprehensive-plan", "総合計画"), new PlanDimension("basic-policy", "基本政策")));

	@Test
	void completeGoals_lackNothing() {
		assertThat(missing(GoalKind.ANNUAL_GOAL, Contents.annualGoal("題名"))).isEmpty();
		assertThat(missing(GoalKind.MID_TERM_GOAL, Contents.midTermGoal("題名"))).isEmpty();
		assertThat(missing(GoalKind.MISSION_AND_POLICIES, Contents.missionAndPolicies())).isEmpty();
	}

	@Test
	void emptyGoals_lackEverythingOfTheirKind() {
		assertThat(missing(GoalKind.ANNUAL_GOAL, GoalContent.EMPTY)).containsExactly("missing-title", "missing-action",
				"missing-link", "missing-link");
		assertThat(missing(GoalKind.MID_TERM_GOAL, GoalContent.EMPTY)).containsExactly("missing-title",
				"missing-statement", "missing-link", "missing-link");
		assertThat(missing(GoalKind.MISSION_AND_POLICIES, GoalContent.EMPTY)).containsExactly("missing-mission",
				"missing-policies");
	}

	@Test
	void noLink_isAChoice_andEachDimensionIsJudgedAlone() {
		PlanLink none = Contents.link("basic-policy", Choice.NO_LINK, null, "0", "");
		GoalContent content = Contents.linked(Contents.annualGoal("題名"), List.of(none));
		List<FieldError> missing = this.rule.missing(GoalKind.ANNUAL_GOAL, content);
		assertThat(missing).singleElement()
			.satisfies((error) -> assertThat(error.arguments()).isEqualTo(List.<Object>of("総合計画")));
	}

	@Test
	void codeAsPrinted_isAChoice() {
		PlanLink printed = Contents.link("comprehensive-plan", Choice.AS_PRINTED, null, "9-9-9", "旧計画");
		PlanLink none = Contents.link("basic-policy", Choice.NO_LINK, null, "0", "");
		assertThat(missing(GoalKind.ANNUAL_GOAL, Contents.linked(Contents.annualGoal("題名"), List.of(printed, none))))
			.isEmpty();
	}

	@Test
	void cityWithoutPlansInThatYear_asksForNone() {
		var none = new SubmissionRule(List.of());
		GoalContent unlinked = Contents.linked(Contents.annualGoal("題名"), List.of());
		assertThat(none.missing(GoalKind.ANNUAL_GOAL, unlinked)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u3000", "\u200b", "\u00a0\n", "\u3164" })
	void whatCannotBeSeen_isMissing(String text) {
		GoalContent content = new GoalContent(text, List.of(), List.of(), List.of(), List.of(),
				List.of(Block.paragraph(UUID.randomUUID(), text)), List.of(), Contents.links(), null, null);
		assertThat(missing(GoalKind.ANNUAL_GOAL, content)).containsExactly("missing-title", "missing-action");
	}

	private List<String> missing(GoalKind kind, GoalContent content) {
		return this.rule.missing(kind, content).stream().map(FieldError::key).toList();
	}

}
