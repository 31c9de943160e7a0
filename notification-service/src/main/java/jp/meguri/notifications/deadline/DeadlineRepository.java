package jp.meguri.notifications.deadline;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.notifications.work.WorkKind;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cycles, units and deadlines of one city, and the queue of steps over all cities.
 */
public final class DeadlineRepository {

	private final DatabaseClient database;

	private final JsonMapper json;

	public DeadlineRepository(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	Mono<Void> save(UUID municipality, CycleChanged cycle) {
		return this.database.sql("""
				insert into deadline_cycle (id, municipality, fiscal_year, mode, windows)
				values (:id, :municipality, :year, :mode, :windows)
				on conflict (id) do update set mode = excluded.mode, windows = excluded.windows
				""")
			.bind("id", cycle.id())
			.bind("municipality", municipality)
			.bind("year", cycle.fiscalYear())
			.bind("mode", cycle.mode().name())
			.bind("windows", Json.of(this.json.writeValueAsBytes(cycle.windows())))
			.then();
	}

	Mono<Void> save(UUID municipality, UnitChanged unit) {
		return this.database.sql("""
				insert into deadline_unit (id, municipality, kind, years)
				values (:id, :municipality, :kind, :years)
				on conflict (id) do update set kind = excluded.kind, years = excluded.years
				""")
			.bind("id", unit.id())
			.bind("municipality", municipality)
			.bind("kind", unit.kind().name())
			.bind("years", Json.of(this.json.writeValueAsBytes(unit.years())))
			.then();
	}

	Mono<List<CycleChanged>> cycles(UUID municipality) {
		return this.database.sql("select * from deadline_cycle where municipality = :municipality order by fiscal_year")
			.bind("municipality", municipality)
			.map((row) -> new CycleChanged(row.get("id", UUID.class), row.get("fiscal_year", Integer.class),
					CycleMode.valueOf(row.get("mode", String.class)), List.of(), list(row, "windows", Window[].class)))
			.all()
			.collectList();
	}

	Mono<List<UnitChanged>> units(UUID municipality) {
		return this.database.sql("select * from deadline_unit where municipality = :municipality order by id")
			.bind("municipality", municipality)
			.map((row) -> new UnitChanged(row.get("id", UUID.class), "",
					UnitKind.valueOf(row.get("kind", String.class)), list(row, "years", UnitYear[].class)))
			.all()
			.collectList();
	}

	/**
	 * Makes the stored deadlines of a city equal to the given ones. A ladder starts anew
	 * where the due day changed, and goes on where it did not. A new ladder waits for two
	 * seconds: whom to tell is read from a copy that may be a second old, and a city may
	 * have become known only now.
	 */
	Mono<Void> replace(UUID municipality, List<Deadline> deadlines) {
		UUID[] ids = deadlines.stream().map(Deadline::id).toArray(UUID[]::new);
		return deleteOthers(municipality, ids).thenMany(Flux.fromIterable(deadlines)).concatMap(this::upsert).then();
	}

	private Mono<Void> deleteOthers(UUID municipality, UUID[] ids) {
		return this.database.sql("""
				with gone as (
				  delete from deadline where municipality = :municipality and not (id = any(:ids)) returning id)
				delete from due_step where municipality = :municipality and deadline in (select id from gone)
				""").bind("municipality", municipality).bind("ids", ids).then();
	}

	private Mono<Void> upsert(Deadline deadline) {
		Ladder.Step first = Ladder.first(deadline.dueOn());
		return this.database.sql("""
				with known as (
				  insert into deadline (id, municipality, window_id, unit, fiscal_year, kind, round, opens_at, due_at)
				  values (:id, :municipality, :window, :unit, :year, :kind, :round, :opens, :due)
				  on conflict (id) do update set opens_at = excluded.opens_at, due_at = excluded.due_at
				  returning id)
				insert into due_step (deadline, municipality, due_on, days, at, claimed_until)
				select id, :municipality, :dueOn, :days, :at, now() + interval '2 seconds' from known
				on conflict (deadline) do update
				set due_on = excluded.due_on, days = excluded.days, at = excluded.at,
				    claimed_until = excluded.claimed_until
				where due_step.due_on <> excluded.due_on
				""")
			.bind("id", deadline.id())
			.bind("municipality", deadline.municipality())
			.bind("window", deadline.window())
			.bind("unit", deadline.unit())
			.bind("year", deadline.fiscalYear())
			.bind("kind", deadline.kind().name())
			.bind("round", deadline.round())
			.bind("opens", deadline.opensAt())
			.bind("due", deadline.dueAt())
			.bind("dueOn", deadline.dueOn())
			.bind("days", first.days())
			.bind("at", first.at())
			.then();
	}

	/** The deadlines of a year, for the planner's list and for the things to do. */
	public Mono<List<DueDay>> dueDays(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select unit, kind, round, opens_at, due_at from deadline
				where municipality = :municipality and fiscal_year = :year
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map((row) -> new DueDay(row.get("unit", UUID.class), fiscalYear,
					WorkKind.valueOf(row.get("kind", String.class)), row.get("round", String.class),
					row.get("opens_at", Instant.class), Ladder.dueOn(row.get("due_at", Instant.class))))
			.all()
			.collectList();
	}

	Mono<Deadline> byId(UUID municipality, UUID id) {
		return this.database.sql("select * from deadline where id = :id and municipality = :municipality")
			.bind("id", id)
			.bind("municipality", municipality)
			.map(DeadlineRepository::read)
			.one();
	}

	record DueStep(UUID deadline, UUID municipality, LocalDate dueOn, int days) {
	}

	/** Takes up to {@code limit} steps that have come, for this replica, for a minute. */
	Mono<List<DueStep>> claim(Instant now, int limit) {
		return this.database.sql("""
				update due_step set claimed_until = now() + interval '60 seconds'
				where deadline in (select deadline from due_step
				                   where at <= :now and (claimed_until is null or claimed_until < now())
				                   order by at limit :limit for update skip locked)
				returning deadline, municipality, due_on, days
				""")
			.bind("now", now)
			.bind("limit", limit)
			.map((row) -> new DueStep(row.get("deadline", UUID.class), row.get("municipality", UUID.class),
					row.get("due_on", LocalDate.class), row.get("days", Integer.class)))
			.all()
			.collectList();
	}

	Mono<Void> advance(DueStep done, Ladder.Step next) {
		return this.database.sql("""
				update due_step set days = :days, at = :at, claimed_until = null
				where deadline = :id and municipality = :municipality and due_on = :dueOn
				""")
			.bind("days", next.days())
			.bind("at", next.at())
			.bind("id", done.deadline())
			.bind("municipality", done.municipality())
			.bind("dueOn", done.dueOn())
			.then();
	}

	private <T> List<T> list(Readable row, String column, Class<T[]> type) {
		return Arrays.asList(this.json.readValue(row.get(column, String.class), type));
	}

	private static Deadline read(Readable row) {
		return new Deadline(row.get("id", UUID.class), row.get("municipality", UUID.class),
				row.get("window_id", UUID.class), row.get("unit", UUID.class), row.get("fiscal_year", Integer.class),
				WorkKind.valueOf(row.get("kind", String.class)), row.get("round", String.class),
				row.get("opens_at", Instant.class), row.get("due_at", Instant.class));
	}

}
