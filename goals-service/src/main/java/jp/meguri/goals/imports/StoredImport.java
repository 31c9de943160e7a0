package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.SourceDocument;

/**
 * An imported document (取込).
 *
 * @param sha256 of the file as it was sent
 * @param revision counted up by each correction of the draft
 * @param unit the unit it is meant for, or was registered for
 * @param fiscalYear the year it is meant for, or was registered for
 * @param sheet the sheet it was registered on
 * @param closedBy who registered or abandoned it
 */
record StoredImport(UUID id, UUID municipality, String name, String sha256, SourceDocument.Encoding encoding,
		State state, long revision, String source, ReadSheet read, ImportDraft draft, @Nullable UUID unit,
		@Nullable Integer fiscalYear, @Nullable UUID sheet, UUID createdBy, String createdByName, Instant createdAt,
		@Nullable UUID closedBy, @Nullable String closedByName, @Nullable Instant closedAt) {

	/** A file that has just been read. */
	static StoredImport read(UUID id, UUID municipality, Upload upload, SourceDocument document, DraftMaker made,
			UUID person, String personName, Instant at) {
		return new StoredImport(id, municipality, document.name(), upload.sha256(), document.encoding(), State.READ, 1,
				document.text(), made.readSheet(), made.draft(), upload.unit(), upload.fiscalYear(), null, person,
				personName, at, null, null, null);
	}

	enum State {

		/** Read, to be checked. */
		READ,
		/** Its goals exist. */
		REGISTERED,
		/** 取りやめ; kept for looking it up. */
		ABANDONED

	}

}
