package jp.meguri.goals.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.goals.imports.StoredImport.State;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;

/**
 * Uploading, looking up, correcting and abandoning imports. Nothing of this touches
 * goals.
 */
@Component
class ImportService {

	private final ImportReading reading;

	private final ImportRepository imports;

	private final RemarkRepository remarks;

	private final IndicatorTies ties;

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final AuditTrail audit;

	private final BusinessClock clock;

	ImportService(ImportReading reading, ImportRepository imports, RemarkRepository remarks, IndicatorTies ties,
			GoalAccess access, CityTransaction transaction, AuditTrail audit, BusinessClock clock) {
		this.reading = reading;
		this.imports = imports;
		this.remarks = remarks;
		this.ties = ties;
		this.access = access;
		this.transaction = transaction;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Reads a file and keeps it. The same content is kept once: then the first import is
	 * the answer.
	 */
	Mono<Uploaded> upload(Actor actor, Upload upload) {
		return this.access.city(actor)
			.doOnNext((city) -> requireUnit(actor, city, upload))
			.flatMap((city) -> known(actor, upload)
				.switchIfEmpty(Mono.defer(() -> this.reading.read(actor, city, upload))
					.flatMap((read) -> keep(actor, upload, read, proposed(city, upload, read)))));
	}

	private static void requireUnit(Actor actor, CityDirectory city, Upload upload) {
		UUID unit = upload.unit();
		if (unit != null && city.unit(unit).isEmpty()) {
			throw Problems.validation("/unit", "unknown-unit");
		}
		if (unit != null && !mayImportFor(actor, unit)) {
			throw Problems.forbidden();
		}
	}

	/** Planners import for any unit, everybody else for those they write for. */
	static boolean mayImportFor(Actor actor, UUID unit) {
		return actor.is(RoleCode.PLANNING) || actor.writableUnits().contains(unit);
	}

	private Mono<Uploaded> known(Actor actor, Upload upload) {
		return this.transaction.in(actor.municipality(), this.imports.withContent(actor, upload.sha256()))
			.map((known) -> new Uploaded(known, false));
	}

	/**
	 * The draft with the units it may mean, of the document's year if it is known.
	 */
	private ImportDraft proposed(CityDirectory city, Upload upload, ImportReading.Read read) {
		int year = Stream.of(upload.fiscalYear(), read.readSheet().proposedFiscalYear().value())
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> FiscalYear.of(this.clock.today()).year());
		var units = new UnitProposals(city, year);
		return read.readSheet().isForm() ? units.inGoals(read.draft()) : units.in(read.draft());
	}

	private Mono<Uploaded> keep(Actor actor, Upload upload, ImportReading.Read read, ImportDraft draft) {
		ReadSheet sheet = read.readSheet();
		return this.transaction.in(actor.municipality(), this.ties.propose(actor.municipality(), draft)
			.map((tied) -> StoredImport.read(Ids.next(), actor.municipality(), upload,
					read.with(sheet.withMore(IndicatorTies.remarks(tied, sheet))), tied, actor, this.clock.now()))
			.flatMap((added) -> keep(actor, added)));
	}

	private Mono<Uploaded> keep(Actor actor, StoredImport added) {
		return this.imports.add(added)
			.flatMap((isNew) -> isNew
					? this.remarks.add(added)
						.then(record(actor, added, "import.read"))
						.thenReturn(new Uploaded(added, true))
					: this.imports.withContent(actor, added.sha256())
						.map((known) -> new Uploaded(known, false))
						.switchIfEmpty(Mono.error(Problems::alreadyExists)));
	}

	/**
	 * @param sheet only what was registered on this sheet, or null for all
	 * @param batch only what was uploaded together, or null for all
	 * @param before the last one of the page before, or null
	 */
	Mono<Page<ImportRow>> list(Actor actor, @Nullable UUID sheet, @Nullable UUID batch, @Nullable UUID before) {
		return this.transaction.in(actor.municipality(), this.imports.list(actor, sheet, batch, before));
	}

	Mono<WithParts> find(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(),
				this.imports.visibleTo(actor, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap(this::withParts));
	}

	Mono<WithParts> withParts(StoredImport found) {
		return Mono.zip(this.imports.parts(found), this.imports.goals(found), this.remarks.of(found))
			.map((more) -> new WithParts(found, more.getT1(), more.getT2(), more.getT3()));
	}

	Mono<WithParts> correct(Actor actor, UUID id, long expected, ImportDraft draft) {
		return this.transaction.in(actor.municipality(),
				locked(actor, id, expected).flatMap((current) -> this.imports.correct(current, draft))
					.then(Mono.defer(() -> this.imports.visibleTo(actor, id)))
					.flatMap(this::withParts));
	}

	Mono<Void> abandon(Actor actor, UUID id, long expected) {
		return this.transaction.in(actor.municipality(),
				locked(actor, id, expected).flatMap((current) -> this.imports.abandon(current, actor, this.clock.now())
					.then(record(actor, current, "import.abandon"))));
	}

	/** The import, locked, if nothing was decided about it yet. */
	Mono<StoredImport> locked(Actor actor, UUID id, long expected) {
		return this.imports.lock(actor, id).switchIfEmpty(Mono.error(Problems::notFound)).doOnNext((current) -> {
			if (current.revision() != expected) {
				throw Problems.revisionConflict(current.revision());
			}
			if (current.state() != State.READ) {
				throw Problems.wrongState(current.state());
			}
		});
	}

	Mono<Void> record(Actor actor, StoredImport of, String action) {
		return Correlation.with((correlation) -> this.audit
			.append(new AuditEntry(of.municipality(), actor.person(), actor.name(), action, "import", of.id(),
					of.revision(), this.clock.now(), correlation, Map.of("name", of.name(), "sha256", of.sha256()))));
	}

	/**
	 * @param isNew whether the content was new to the city
	 */
	record Uploaded(StoredImport stored, boolean isNew) {
	}

	/**
	 * @param goals ids of the goals it became, in the draft's order; first mission and
	 * policies
	 */
	record WithParts(StoredImport stored, List<ImportPart> parts, List<UUID> goals, List<ImportRemark> remarks) {
	}

}
