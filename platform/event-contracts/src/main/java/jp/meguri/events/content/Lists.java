package jp.meguri.events.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts that were added to a content later: what was stored before has none.
 */
final class Lists {

	private Lists() {
	}

	static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

}
