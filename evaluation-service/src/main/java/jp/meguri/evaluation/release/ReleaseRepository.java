package jp.meguri.evaluation.release;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.events.evaluation.ReleaseEvent.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Releases in the database. Every statement names the city.
 */
@Repository
class ReleaseRepository {

	private static final String SELECT = """
			select id, municipality, sheet, owner_unit, fiscal_year, kind, edition, state, version, mode, sha256,
			    decision_date, document_number, publish_at, withdrawn_why, city_slug, unit_code, unit_name, of_plan
			from release where municipality = :municipality
			""";

	/** What a person who does not plan may see: what is open to anyone. */
	private static final String VISIBLE = " and (:all or state in ('PUBLISHED', 'SUPERSEDED'))";

	private final DatabaseClient database;

	ReleaseRepository(DatabaseClient database) {
		this.database = database;
	}

	/** Until the end of the transaction nobody else releases anything of this sheet. */
	Mono<Void> lock(UUID municipality, int fiscalYear, UUID unit) {
		return this.database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.bind("key", "release/%s/%d/%s".formatted(municipality, fiscalYear, unit))
			.fetch()
			.first()
			.then();
	}

	Mono<List<Release>> ofYear(UUID municipality, int fiscalYear, boolean all) {
		return this.database
			.sql(SELECT + VISIBLE + " and fiscal_year = :year order by unit_ordinal, unit_code, edition desc limit 500")
			.bind("municipality", municipality)
			.bind("all", all)
			.bind("year", fiscalYear)
			.map((row) -> release(row, List.of()))
			.all()
			.collectList();
	}

	Mono<List<Release>> ofSheet(UUID municipality, int fiscalYear, UUID unit) {
		return this.database.sql(SELECT + " and fiscal_year = :year and owner_unit = :unit order by edition")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.map((row) -> release(row, List.of()))
			.all()
			.collectList();
	}

	Mono<Release> find(UUID municipality, UUID id, boolean all) {
		return this.database.sql(SELECT + VISIBLE + " and id = :id")
			.bind("municipality", municipality)
			.bind("all", all)
			.bind("id", id)
			.map((row) -> release(row, List.of()))
			.one()
			.flatMap(this::withItems);
	}

	/** The release, locked until the end of the transaction. */
	Mono<Release> locked(UUID municipality, UUID id) {
		return this.database.sql(SELECT + " and id = :id for update")
			.bind("municipality", municipality)
			.bind("id", id)
			.map((row) -> release(row, List.of()))
			.one()
			.flatMap(this::withItems);
	}

	Mono<Void> insert(Release release, String document, ReleaseDocument.City city, int unitOrdinal, EventActor by) {
		return this.database.sql("""
				insert into release (municipality, id, sheet, owner_unit, fiscal_year, kind, edition, state, version,
				    mode, document, sha256, decision_date, document_number, publish_at, released_by, released_by_name,
				    city_slug, city_name, unit_code, unit_name, unit_ordinal, of_plan)
				values (:municipality, :id, :sheet, :unit, :year, :kind, :edition, :state, :version, :mode, :document,
				    :sha256, :decisionDate, :documentNumber, :publishAt, :by, :byName, :citySlug, :cityName, :unitCode,
				    :unitName, :unitOrdinal, :ofPlan)
				""")
			.bind("municipality", release.municipality())
			.bind("id", release.id())
			.bind("sheet", release.sheet())
			.bind("unit", release.ownerUnit())
			.bind("year", release.fiscalYear())
			.bind("kind", release.kind().name())
			.bind("edition", release.edition())
			.bind("state", release.state().name())
			.bind("version", release.version())
			.bind("mode", release.mode().name())
			.bind("document", document)
			.bind("sha256", release.sha256())
			.bind("decisionDate", release.decisionDate())
			.bind("documentNumber", release.documentNumber())
			.bind("publishAt", release.publishAt())
			.bind("by", by.person())
			.bind("byName", by.name())
			.bind("citySlug", city.slug())
			.bind("cityName", city.name())
			.bind("unitCode", release.unitCode())
			.bind("unitName", release.unitName())
			.bind("unitOrdinal", unitOrdinal)
			.bind("ofPlan", release.ofPlan())
			.fetch()
			.rowsUpdated()
			.then(insertItems(release));
	}

	/** Store where it stands now. */
	Mono<Release> save(Release release) {
		return this.database.sql("""
				update release set state = :state, version = :version, withdrawn_why = :why
				where municipality = :municipality and id = :id and version = :version - 1
				""")
			.bind("municipality", release.municipality())
			.bind("id", release.id())
			.bind("state", release.state().name())
			.bind("version", release.version())
			.bind("why", release.withdrawnWhy())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("release " + release.id() + " was not locked")))
			.thenReturn(release);
	}

	/** The edition that was current becomes an old one. */
	Mono<Void> supersede(UUID municipality, int fiscalYear, UUID unit) {
		return this.database
			.sql("""
					update release set state = 'SUPERSEDED', version = version + 1
					where municipality = :municipality and fiscal_year = :year and owner_unit = :unit and state = 'PUBLISHED'
					""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Scheduled releases whose time has come, of every city: read with the worker's role,
	 * outside of any city's transaction.
	 */
	static Mono<List<Due>> due(DatabaseClient worker, Instant now) {
		return worker.sql(
				"select municipality, id from release where state = 'SCHEDULED' and publish_at <= :now order by publish_at")
			.bind("now", now)
			.map((row) -> new Due(Columns.uuid(row, "municipality"), Columns.uuid(row, "id")))
			.all()
			.collectList();
	}

	private Mono<Void> insertItems(Release release) {
		return Flux.fromIterable(release.items()).concatMap((item) -> insertItem(release, item)).then();
	}

	private Mono<Long> insertItem(Release release, Item item) {
		var statement = this.database.sql("""
				insert into release_item (municipality, release, goal, goal_revision, report, report_revision)
				values (:municipality, :release, :goal, :goalRevision, :report, :reportRevision)
				""")
			.bind("municipality", release.municipality())
			.bind("release", release.id())
			.bind("goal", item.goal())
			.bind("goalRevision", item.goalRevision());
		@Nullable UUID report = item.report();
		@Nullable Long revision = item.reportRevision();
		statement = (report != null) ? statement.bind("report", report) : statement.bindNull("report", UUID.class);
		statement = (revision != null) ? statement.bind("reportRevision", revision)
				: statement.bindNull("reportRevision", Long.class);
		return statement.fetch().rowsUpdated();
	}

	private Mono<Release> withItems(Release release) {
		return this.database.sql("""
				select goal, goal_revision, report, report_revision from release_item
				where municipality = :municipality and release = :id order by goal
				""")
			.bind("municipality", release.municipality())
			.bind("id", release.id())
			.map((row) -> new Item(Columns.uuid(row, "goal"), Columns.number(row, "goal_revision"),
					row.get("report", UUID.class), row.get("report_revision", Long.class)))
			.all()
			.collectList()
			.map((items) -> new Release(release.id(), release.municipality(), release.sheet(), release.ownerUnit(),
					release.fiscalYear(), release.kind(), release.edition(), release.state(), release.version(),
					release.mode(), release.sha256(), release.decisionDate(), release.documentNumber(),
					release.publishAt(), release.withdrawnWhy(), release.citySlug(), release.unitCode(),
					release.unitName(), items, release.ofPlan()));
	}

	private static Release release(Readable row, List<Item> items) {
		return new Release(Columns.uuid(row, "id"), Columns.uuid(row, "municipality"), Columns.uuid(row, "sheet"),
				Columns.uuid(row, "owner_unit"), Columns.integer(row, "fiscal_year"),
				Columns.code(row, "kind", ReleaseEvent.Kind.class), Columns.integer(row, "edition"),
				Columns.code(row, "state", ReleaseState.class), Columns.number(row, "version"),
				Columns.code(row, "mode", CycleMode.class), Columns.text(row, "sha256"),
				Columns.get(row, "decision_date", LocalDate.class), Columns.text(row, "document_number"),
				Columns.get(row, "publish_at", Instant.class), Columns.text(row, "withdrawn_why"),
				Columns.text(row, "city_slug"), Columns.text(row, "unit_code"), Columns.text(row, "unit_name"), items,
				Columns.get(row, "of_plan", Boolean.class));
	}

	/** A release whose time has come. */
	record Due(UUID municipality, UUID id) {
	}

}
