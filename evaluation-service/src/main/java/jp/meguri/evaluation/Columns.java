package jp.meguri.evaluation;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns that are never null; null there is a defect, not a case.
 */
public final class Columns {

	private Columns() {
	}

	public static UUID uuid(Readable row, String column) {
		return get(row, column, UUID.class);
	}

	public static String text(Readable row, String column) {
		return get(row, column, String.class);
	}

	public static int integer(Readable row, String column) {
		return get(row, column, Integer.class);
	}

	public static long number(Readable row, String column) {
		return get(row, column, Long.class);
	}

	public static <E extends Enum<E>> E code(Readable row, String column, Class<E> type) {
		return Enum.valueOf(type, text(row, column));
	}

	public static <T> T json(Readable row, String column, Class<T> type) {
		return StoredJson.read(text(row, column), type);
	}

	public static <T> T get(Readable row, String column, Class<T> type) {
		@Nullable T value = row.get(column, type);
		if (value == null) {
			throw new IllegalStateException("Column " + column + " is null");
		}
		return value;
	}

}
