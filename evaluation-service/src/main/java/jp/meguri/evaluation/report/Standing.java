package jp.meguri.evaluation.report;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.events.content.ReviewState;

/**
 * How many reports of a sheet stand in one state.
 *
 * @param owner the unit or the plan's edition whose sheet it is
 */
record Standing(UUID owner, ReviewState state, long reports) {

	static Standing of(Readable row) {
		return new Standing(Columns.uuid(row, "owner"), Columns.code(row, "state", ReviewState.class),
				Columns.number(row, "reports"));
	}

}
