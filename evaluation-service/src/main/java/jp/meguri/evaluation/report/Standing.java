package jp.meguri.evaluation.report;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.events.content.ReviewState;

/**
 * How many of a unit's reports stand in one state.
 */
record Standing(UUID unit, ReviewState state, long reports) {

	static Standing of(Readable row) {
		return new Standing(Columns.uuid(row, "owner_unit"), Columns.code(row, "state", ReviewState.class),
				Columns.number(row, "reports"));
	}

}
