package jp.meguri.goals.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.goals.planlink.PlanDimension;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;

/**
 * What a goal needs before it can be submitted (domain guide 3.4-2): every plan dimension
 * is chosen, be it as 該当なし, and nothing of the form is empty.
 */
final class SubmissionRule {

	private final List<PlanDimension> dimensions;

	/**
	 * @param dimensions the dimensions of the plans that are valid in the goal's year
	 */
	SubmissionRule(List<PlanDimension> dimensions) {
		this.dimensions = dimensions;
	}

	/**
	 * What is missing, in the order of the form. A row of a plan is as its document is
	 * (domain guide 3.2): only its title cannot be missing.
	 * @param content the goal's content, or a correction of it
	 */
	List<FieldError> missing(Goal goal, GoalContent content) {
		if (goal.edition() == null) {
			return missing(goal.kind(), content);
		}
		return GoalTexts.hasText(content.title()) ? List.of() : List.of(FieldError.of("/title", "missing-title"));
	}

	/** What a goal of a unit's sheet lacks. */
	List<FieldError> missing(GoalKind kind, GoalContent content) {
		List<FieldError> missing = new ArrayList<>();
		switch (kind) {
			case MISSION_AND_POLICIES -> {
				require(GoalTexts.hasText(content.mission()), "/mission", "missing-mission", missing);
				require(GoalTexts.hasText(content.policies()), "/policies", "missing-policies", missing);
			}
			case ANNUAL_GOAL -> {
				require(GoalTexts.hasText(content.title()), "/title", "missing-title", missing);
				require(GoalTexts.hasText(content.actions()), "/actions", "missing-action", missing);
				missing.addAll(notChosen(content));
			}
			case MID_TERM_GOAL -> {
				require(GoalTexts.hasText(content.title()), "/title", "missing-title", missing);
				require(GoalTexts.hasText(content.statement()), "/statement", "missing-statement", missing);
				missing.addAll(notChosen(content));
			}
		}
		return missing;
	}

	/** The refusal an incomplete submission meets. */
	static MeguriProblem incomplete(List<FieldError> missing) {
		return new MeguriProblem(422, "incomplete", missing, missing.size());
	}

	private List<FieldError> notChosen(GoalContent content) {
		Set<String> chosen = content.links().stream().map(PlanLink::dimension).collect(Collectors.toSet());
		return this.dimensions.stream()
			.filter((dimension) -> !chosen.contains(dimension.code()))
			.map((dimension) -> FieldError.of("/links", "missing-link", dimension.planName()))
			.toList();
	}

	private static void require(boolean there, String pointer, String key, List<FieldError> missing) {
		if (!there) {
			missing.add(FieldError.of(pointer, key));
		}
	}

}
