package jp.meguri.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a request body, so that it is told at once.
 */
public final class Violations {

	private final List<FieldError> found = new ArrayList<>();

	/** Notes a violation unless the condition holds. */
	public Violations check(boolean holds, String pointer, String key, Object... arguments) {
		if (!holds) {
			this.found.add(FieldError.of(pointer, key, arguments));
		}
		return this;
	}

	public Violations required(@Nullable Object value, String pointer) {
		return check(value != null, pointer, "required");
	}

	public Violations text(@Nullable String value, String pointer, TextRule rule) {
		rule.brokenBy(value).ifPresent((key) -> this.found.add(FieldError.of(pointer, key, rule.maximum())));
		return this;
	}

	public boolean isEmpty() {
		return this.found.isEmpty();
	}

	public List<FieldError> found() {
		return List.copyOf(this.found);
	}

	/** Refuses with 422 if anything was noted. */
	public void refuse() {
		if (!this.found.isEmpty()) {
			throw Problems.validation(this.found);
		}
	}

}
