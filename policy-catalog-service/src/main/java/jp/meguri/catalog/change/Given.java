package jp.meguri.catalog.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request left out.
 */
public final class Given {

	private Given() {
	}

	public static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	public static int number(@Nullable Integer value) {
		return (value != null) ? value : 0;
	}

	public static <T> List<T> list(@Nullable List<T> value) {
		return (value != null) ? value : List.of();
	}

	/** After it was checked to be there. */
	public static <T> T value(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("A required value was not checked");
		}
		return value;
	}

}
