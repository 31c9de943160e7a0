package jp.meguri.review;

import java.util.Optional;
import java.util.function.Supplier;
import jp.meguri.web.MeguriProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may do something now; if not, exactly the refusal an attempt would
 * meet.
 */
public final class Decision {

	static final Decision ALLOWED = new Decision(null);

	private final @Nullable Supplier<MeguriProblem> refusal;

	private Decision(@Nullable Supplier<MeguriProblem> refusal) {
		this.refusal = refusal;
	}

	public static Decision allowed() {
		return ALLOWED;
	}

	public static Decision refused(Supplier<MeguriProblem> refusal) {
		return new Decision(refusal);
	}

	public boolean isAllowed() {
		return this.refusal == null;
	}

	public Optional<MeguriProblem> refusal() {
		return Optional.ofNullable(this.refusal).map(Supplier::get);
	}

	/** The first refusal counts. */
	Decision and(Supplier<Decision> next) {
		return isAllowed() ? next.get() : this;
	}

}
