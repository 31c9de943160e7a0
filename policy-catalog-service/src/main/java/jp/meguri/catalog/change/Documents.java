package jp.meguri.catalog.change;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.web.Problems;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of aggregates of one kind, each kept whole as JSON. The catalog's aggregates
 * are small and always announced whole, so rows and events have the same shape.
 *
 * @param <T> the aggregate's state
 */
public final class Documents<T> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String SELECT = "select id, body::text as body, revision from %s ";

	private final CityTransaction transaction;

	private final DatabaseClient client;

	private final String table;

	private final Class<T> type;

	public Documents(CityTransaction transaction, DatabaseClient client, String table, Class<T> type) {
		this.transaction = transaction;
		this.client = client;
		this.table = table;
		this.type = type;
	}

	/** Absent and foreign look alike: 404. */
	public Mono<Versioned<T>> get(UUID municipality, UUID id) {
		return find(municipality, id).switchIfEmpty(Mono.error(Problems::notFound));
	}

	public Mono<Versioned<T>> find(UUID municipality, UUID id) {
		return one(municipality, id, "where municipality = :municipality and id = :key");
	}

	/** Holds the row until the transaction ends. */
	public Mono<Versioned<T>> lock(UUID municipality, UUID id) {
		return one(municipality, id, "where municipality = :municipality and id = :key for update");
	}

	/**
	 * The aggregate whose list {@code member} has an entry with that id; holds the row.
	 */
	public Mono<Versioned<T>> lockByMember(UUID municipality, String member, UUID id) {
		return one(municipality, id, """
				where municipality = :municipality
				and body @> jsonb_build_object('%s', jsonb_build_array(jsonb_build_object('id', :key::text)))
				for update
				""".formatted(member));
	}

	public Mono<List<Versioned<T>>> all(UUID municipality) {
		return this.transaction.in(municipality,
				this.client.sql(SELECT.formatted(this.table) + "where municipality = :municipality order by id")
					.bind("municipality", municipality)
					.map(this::read)
					.all()
					.collectList());
	}

	/** At most {@code limit} of them in the order of their ids, after the given one. */
	public Mono<List<Versioned<T>>> after(UUID municipality, UUID after, int limit) {
		return this.transaction.in(municipality,
				this.client.sql(SELECT.formatted(this.table) + """
						where municipality = :municipality and id > :after order by id limit :limit
						""")
					.bind("municipality", municipality)
					.bind("after", after)
					.bind("limit", limit)
					.map(this::read)
					.all()
					.collectList());
	}

	public Mono<Versioned<T>> insert(UUID municipality, UUID id, T state) {
		return this.transaction.in(municipality,
				this.client.sql("""
						insert into %s (id, municipality, body, revision) values (:id, :municipality, :body::jsonb, 1)
						""".formatted(this.table))
					.bind("id", id)
					.bind("municipality", municipality)
					.bind("body", JSON.writeValueAsString(state))
					.then()
					.thenReturn(new Versioned<>(id, state, 1)));
	}

	/** 412 where it has moved on, 404 where it is absent. */
	public Mono<Versioned<T>> replace(UUID municipality, Versioned<T> read, T state) {
		return this.transaction.in(municipality,
				this.client.sql("""
						update %s set body = :body::jsonb, revision = revision + 1
						where municipality = :municipality and id = :id and revision = :revision
						""".formatted(this.table))
					.bind("body", JSON.writeValueAsString(state))
					.bind("municipality", municipality)
					.bind("id", read.id())
					.bind("revision", read.revision())
					.fetch()
					.rowsUpdated()
					.filter((rows) -> rows == 1)
					.switchIfEmpty(conflict(municipality, read.id()))
					.thenReturn(new Versioned<>(read.id(), state, read.revision() + 1)));
	}

	private Mono<Long> conflict(UUID municipality, UUID id) {
		return get(municipality, id).flatMap((now) -> Mono.error(() -> Problems.revisionConflict(now.revision())));
	}

	private Mono<Versioned<T>> one(UUID municipality, UUID key, String where) {
		return this.transaction.in(municipality,
				this.client.sql(SELECT.formatted(this.table) + where)
					.bind("municipality", municipality)
					.bind("key", key)
					.map(this::read)
					.one());
	}

	private Versioned<T> read(Readable row) {
		T state = JSON.readValue(Objects.requireNonNull(row.get("body", String.class)), this.type);
		return new Versioned<>(Objects.requireNonNull(row.get("id", UUID.class)), state,
				Objects.requireNonNull(row.get("revision", Long.class)));
	}

}
