package jp.meguri.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list answer.
 *
 * @param next where the next page begins, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

	public Page {
		items = List.copyOf(items);
	}

	public static <T> Page<T> of(List<T> all) {
		return new Page<>(all, null);
	}

}
