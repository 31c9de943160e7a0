package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

import jp.meguri.goals.imports.StoredImport.State;
import jp.meguri.reading.draft.Reading;

/**
 * An import in the list.
 *
 * @param printedUnit 部局 as the document prints it
 * @param decisions how many remarks ask for a decision
 * @param openDecisions how many of them nobody has seen to
 */
record ImportRow(UUID id, String name, String sha256, Reading.Family family, State state, String printedUnit,
		@Nullable Integer proposedFiscalYear, long decisions, @Nullable UUID unit, @Nullable Integer fiscalYear,
		@Nullable UUID sheet, String createdByName, Instant createdAt, @Nullable String closedByName,
		@Nullable Instant closedAt, long openDecisions, @Nullable UUID edition, @Nullable UUID batch,
		String batchName) {

	static ImportRow of(Readable row) {
		return new ImportRow(ImportRepository.value(row, "id", UUID.class), ImportRepository.text(row, "name"),
				ImportRepository.text(row, "sha256"), Reading.Family.valueOf(ImportRepository.text(row, "family")),
				State.valueOf(ImportRepository.text(row, "state")), ImportRepository.text(row, "printed_unit"),
				row.get("proposed", Integer.class), ImportRepository.value(row, "decisions", Long.class),
				row.get("unit", UUID.class), row.get("fiscal_year", Integer.class), row.get("sheet", UUID.class),
				ImportRepository.text(row, "created_by_name"), ImportRepository.value(row, "created_at", Instant.class),
				row.get("closed_by_name", String.class), row.get("closed_at", Instant.class),
				ImportRepository.value(row, "open_decisions", Long.class), row.get("edition", UUID.class),
				row.get("batch", UUID.class), ImportRepository.text(row, "batch_name"));
	}

}
