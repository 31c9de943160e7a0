package jp.meguri.directory;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The copy's tables. They know no city policy: the city of a caller is found in them.
 */
final class DirectoryRepository {

	private final DatabaseClient client;

	private final JsonMapper mapper = JsonMapper.builder().build();

	DirectoryRepository(DatabaseClient client) {
		this.client = client;
	}

	Mono<List<Municipality>> municipalities() {
		return this.client.sql("select id as municipality, body::text as body from directory_municipality")
			.map((row) -> municipality(read(row, MunicipalityChanged.class)))
			.all()
			.collectList();
	}

	/** How often the city's copy was changed, and when the catalog was last heard. */
	Mono<CityState> state(UUID municipality) {
		return this.client.sql("select revision, heard_at from directory_state where municipality = :municipality")
			.bind("municipality", municipality)
			.map((row) -> new CityState(value(row, "revision", Long.class), row.get("heard_at", Instant.class)))
			.one()
			.defaultIfEmpty(CityState.UNKNOWN);
	}

	Mono<CityDirectory> load(Municipality municipality) {
		return Mono.zip(units(municipality.id()), persons(municipality.id()), cycles(municipality.id()))
			.map((all) -> new CityDirectory(municipality, all.getT1(), all.getT2(), all.getT3()));
	}

	private Mono<List<Unit>> units(UUID municipality) {
		return bodies("directory_unit", municipality, UnitChanged.class)
			.map((all) -> all.stream().map((unit) -> unit(municipality, unit)).toList());
	}

	private Mono<List<Person>> persons(UUID municipality) {
		return bodies("directory_person", municipality, PersonChanged.class)
			.map((all) -> all.stream().map((person) -> person(municipality, person)).toList());
	}

	private Mono<List<CycleView>> cycles(UUID municipality) {
		return bodies("directory_cycle", municipality, CycleChanged.class)
			.map((all) -> all.stream().map((cycle) -> cycle(municipality, cycle)).toList());
	}

	private <T extends CatalogEvent> Mono<List<T>> bodies(String table, UUID municipality, Class<T> type) {
		return this.client.sql("select body::text as body from " + table + " where municipality = :municipality")
			.bind("municipality", municipality)
			.map((row) -> read(row, type))
			.all()
			.collectList();
	}

	/** Keeps the event's state; a municipality, unit, person or cycle replaces itself. */
	Mono<Void> keep(String table, UUID municipality, UUID id, CatalogEvent state) {
		return this.client.sql("""
				insert into %s (id, municipality, body) values (:id, :municipality, :body::jsonb)
				on conflict (id) do update set municipality = excluded.municipality, body = excluded.body
				""".formatted(table))
			.bind("id", id)
			.bind("municipality", municipality)
			.bind("body", this.mapper.writeValueAsString(state))
			.then()
			.then(touch(municipality));
	}

	Mono<Void> heard(UUID municipality, Instant at) {
		return this.client.sql("""
				insert into directory_state (municipality, revision, heard_at) values (:municipality, 0, :at)
				on conflict (municipality)
				do update set heard_at = greatest(directory_state.heard_at, excluded.heard_at)
				""").bind("municipality", municipality).bind("at", at).then();
	}

	private Mono<Void> touch(UUID municipality) {
		return this.client.sql("""
				insert into directory_state (municipality, revision) values (:municipality, 1)
				on conflict (municipality) do update set revision = directory_state.revision + 1
				""").bind("municipality", municipality).then();
	}

	private <T extends CatalogEvent> T read(Readable row, Class<T> type) {
		return type.cast(this.mapper.readValue(value(row, "body", String.class), CatalogEvent.class));
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		T value = row.get(column, type);
		if (value == null) {
			throw new IllegalStateException("Column " + column + " is null");
		}
		return value;
	}

	private static Municipality municipality(MunicipalityChanged event) {
		return new Municipality(event.id(), event.slug(), event.name(), event.operations(), event.issuers());
	}

	private static Unit unit(UUID municipality, UnitChanged event) {
		return new Unit(event.id(), municipality, event.code(), event.kind(), event.years());
	}

	private static Person person(UUID municipality, PersonChanged event) {
		return new Person(event.id(), municipality, event.name(), event.email(), event.issuer(), event.subject(),
				event.assignments());
	}

	private static CycleView cycle(UUID municipality, CycleChanged event) {
		return new CycleView(event.id(), municipality, event.fiscalYear(), event.mode(), event.rounds(),
				event.windows());
	}

}
