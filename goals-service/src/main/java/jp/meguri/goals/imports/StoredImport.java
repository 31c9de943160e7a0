package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jp.meguri.directory.Actor;
import jp.meguri.reading.SourceDocument;
import jp.meguri.reading.draft.Reading;

/**
 * An imported document (取込).
 *
 * @param sha256 of the file as it was sent
 * @param revision counted up by each correction of the draft
 * @param unit the unit it is meant for, or was registered for
 * @param fiscalYear the year it is meant for, or was registered for
 * @param sheet the sheet it was registered on
 * @param closedBy who registered or abandoned it
 * @param edition the plan's edition it was registered for
 * @param batch what it was uploaded with, chosen by the browser, or null
 */
record StoredImport(UUID id, UUID municipality, String name, String sha256, SourceDocument.Encoding encoding,
		State state, long revision, String source, ReadSheet read, ImportDraft draft, @Nullable UUID unit,
		@Nullable Integer fiscalYear, @Nullable UUID sheet, UUID createdBy, String createdByName, Instant createdAt,
		@Nullable UUID closedBy, @Nullable String closedByName, @Nullable Instant closedAt, @Nullable UUID edition,
		@Nullable UUID batch, String batchName) {

	private static final Set<Reading.Family> PLANS = EnumSet.of(Reading.Family.REFORM_PLAN,
			Reading.Family.PLAN_PROGRESS, Reading.Family.PDCA_RESULTS);

	/** A file that has just been read. */
	static StoredImport read(UUID id, UUID municipality, Upload upload, ImportReading.Read read, ImportDraft draft,
			Actor actor, Instant at) {
		SourceDocument document = read.document();
		UUID unit = (upload.unit() != null) ? upload.unit() : read.unit();
		Integer year = (upload.fiscalYear() != null) ? upload.fiscalYear() : read.fiscalYear();
		return new StoredImport(id, municipality, document.name(), upload.sha256(), document.encoding(), State.READ, 1,
				document.text(), read.readSheet(), draft, unit, year, null, actor.person(), actor.name(), at, null,
				null, null, null, upload.batch(), upload.batchName());
	}

	/** Whether it is a plan's document, not a department's sheet. */
	boolean isOfPlan() {
		return isOfPlan(this.read.family());
	}

	static boolean isOfPlan(Reading.Family family) {
		return PLANS.contains(family);
	}

	/** Whether it says what is done over the years of a plan. */
	boolean isOfSeveralYears() {
		return this.read.family() == Reading.Family.REFORM_PLAN;
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
