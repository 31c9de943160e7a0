package jp.meguri.goals.sheet;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as goals and sheets.
 */
final class Rows {

	// Stored contents are read leniently: a later release may have added to them.
	static final JsonMapper JSON = JsonMapper.builder().build();

	private Rows() {
	}

	static Goal goal(Readable row) {
		return new Goal(uuid(row, "id"), uuid(row, "municipality"), uuid(row, "sheet"), uuid(row, "owner_unit"),
				get(row, "fiscal_year", Integer.class), GoalKind.valueOf(text(row, "kind")),
				get(row, "number", Integer.class), ReviewState.valueOf(text(row, "state")),
				get(row, "revision", Long.class), get(row, "version", Long.class),
				JSON.readValue(text(row, "content_text"), GoalContent.class), row.get("last_writer", UUID.class),
				text(row, "last_writer_name"), row.get("edition", UUID.class));
	}

	static GoalSheet sheet(Readable row) {
		return new GoalSheet(uuid(row, "id"), uuid(row, "municipality"), get(row, "fiscal_year", Integer.class),
				row.get("owner_unit", UUID.class), get(row, "structure_revision", Long.class),
				row.get("edition", UUID.class));
	}

	static String text(Readable row, String column) {
		return get(row, column, String.class);
	}

	static UUID uuid(Readable row, String column) {
		return get(row, column, UUID.class);
	}

	static <T> T get(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
