package jp.meguri.review;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import jp.meguri.web.Texts;

/**
 * What one person may do to one goal or report. The same object is shown ({@code can})
 * and enforces.
 */
public final class Rights {

	private static final int FORBIDDEN = 403;

	private final Map<ReviewAction, Decision> decisions;

	Rights(Map<ReviewAction, Decision> decisions) {
		this.decisions = new EnumMap<>(decisions);
	}

	public Decision on(ReviewAction action) {
		return this.decisions.getOrDefault(action, Decision.refused(Problems::forbidden));
	}

	public boolean allow(ReviewAction action) {
		return on(action).isAllowed();
	}

	/** The same rights with a further reason why an otherwise possible action is not. */
	public Rights unless(ReviewAction action, boolean hindered, Supplier<MeguriProblem> refusal) {
		if (!hindered) {
			return this;
		}
		Rights narrowed = new Rights(this.decisions);
		narrowed.decisions.put(action, on(action).and(() -> Decision.refused(refusal)));
		return narrowed;
	}

	/** The same rights without an action that this kind of thing does not know. */
	public Rights without(ReviewAction action) {
		Rights narrowed = new Rights(this.decisions);
		narrowed.decisions.remove(action);
		return narrowed;
	}

	/** Refuses with 403 where the person's roles do not allow it, whatever the state. */
	public void requireRole(ReviewAction action) {
		on(action).refusal().filter((problem) -> problem.status() == FORBIDDEN).ifPresent(Rights::refuse);
	}

	/** Refuses unless the action is possible now. */
	public void require(ReviewAction action) {
		on(action).refusal().ifPresent(Rights::refuse);
	}

	/**
	 * Refuses in the order of answers: role (403), what was read (412), state and window
	 * (409).
	 */
	public void require(ReviewAction action, long expectedRevision, long currentRevision) {
		requireRole(action);
		if (expectedRevision != currentRevision) {
			throw Problems.revisionConflict(currentRevision);
		}
		require(action);
	}

	/** As shown in answers: by action whether it is possible, and why not. */
	public Map<String, Can> shown(Texts texts) {
		Map<String, Can> shown = new LinkedHashMap<>();
		this.decisions.forEach((action, decision) -> shown.put(action.key(), Can.of(action, decision, texts)));
		return shown;
	}

	private static void refuse(MeguriProblem problem) {
		throw problem;
	}

	Optional<String> reason(ReviewAction action) {
		return on(action).refusal().map(MeguriProblem::name);
	}

}
