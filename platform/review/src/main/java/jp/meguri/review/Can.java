package jp.meguri.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Whether the reader may do something, and if not, why, since when and whom to ask.
 *
 * @param reason name of the problem an attempt would be answered with
 * @param ja the reason as a sentence
 * @param en the same in English
 * @param since since when an entry period is over
 * @param until until when it has not begun
 * @param note what the planner gave as reason
 * @param contact whom to ask
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Can(boolean allowed, @Nullable String reason, @Nullable String ja, @Nullable String en,
		@Nullable Instant since, @Nullable Instant until, @Nullable String note, @Nullable String contact) {

	/** What every reader may do. */
	public static final Can ALLOWED = new Can(true, null, null, null, null, null, null, null);

	/** Explains a decision on an action. */
	public static Can of(ReviewAction action, Decision decision, Texts texts) {
		return decision.refusal().map((problem) -> refused(action, problem, texts)).orElse(ALLOWED);
	}

	private static Can refused(ReviewAction action, MeguriProblem problem, Texts texts) {
		String key = textKey(action, problem);
		Object[] arguments = problem.arguments().toArray();
		return new Can(false, problem.name(), texts.ja(key, arguments), texts.en(key, arguments),
				instant(problem, "since"), instant(problem, "until"), text(problem, "reason"),
				text(problem, "contact"));
	}

	// Roles and states are explained per action; everything else explains itself.
	private static String textKey(ReviewAction action, MeguriProblem problem) {
		return List.of("forbidden", "wrong-state").contains(problem.name())
				? "can." + action.key() + "." + problem.name() : "problem." + problem.name() + ".detail";
	}

	private static @Nullable Instant instant(MeguriProblem problem, String member) {
		return (problem.extensions().get(member) instanceof Instant instant) ? instant : null;
	}

	private static @Nullable String text(MeguriProblem problem, String member) {
		return (problem.extensions().get(member) instanceof String text && !text.isEmpty()) ? text : null;
	}

}
