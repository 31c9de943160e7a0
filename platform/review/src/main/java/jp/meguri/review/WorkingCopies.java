package jp.meguri.review;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The working copies, one per item and person. Inside the caller's transaction, for items
 * the caller may write.
 */
public final class WorkingCopies {

	private final DatabaseClient client;

	private final JsonMapper mapper;

	WorkingCopies(DatabaseClient client, JsonMapper mapper) {
		this.client = client;
		this.mapper = mapper;
	}

	public Mono<Instant> save(Actor actor, UUID item, long baseRevision, Object content, Instant at) {
		return this.client.sql("""
				insert into working_copy (municipality, item, person, base_revision, content, updated_at)
				values (:municipality, :item, :person, :base, :content::jsonb, :at)
				on conflict (item, person) do update set base_revision = excluded.base_revision,
				  content = excluded.content, updated_at = excluded.updated_at
				""")
			.bind("municipality", actor.municipality())
			.bind("item", item)
			.bind("person", actor.person())
			.bind("base", baseRevision)
			.bind("content", this.mapper.writeValueAsString(content))
			.bind("at", at)
			.then()
			.thenReturn(at);
	}

	/** The caller's own copies of these items. */
	public <T> Mono<Map<UUID, WorkingCopy<T>>> of(Actor actor, Collection<UUID> items, Class<T> type) {
		return this.client.sql("""
				select item, base_revision, content::text as content, updated_at from working_copy
				where municipality = :municipality and person = :person and item = any(:items)
				""")
			.bind("municipality", actor.municipality())
			.bind("person", actor.person())
			.bind("items", items.toArray(UUID[]::new))
			.map((row) -> copy(row, type))
			.all()
			.collect(Collectors.toMap(WorkingCopy::item, Function.identity()));
	}

	/** Drops the caller's own copy. */
	public Mono<Void> drop(Actor actor, UUID item) {
		return this.client
			.sql("delete from working_copy where municipality = :municipality and item = :item and person = :person")
			.bind("municipality", actor.municipality())
			.bind("item", item)
			.bind("person", actor.person())
			.then();
	}

	/** Drops everybody's copies of an item that is gone. */
	public Mono<Void> dropAll(UUID municipality, UUID item) {
		return this.client.sql("delete from working_copy where municipality = :municipality and item = :item")
			.bind("municipality", municipality)
			.bind("item", item)
			.then();
	}

	private <T> WorkingCopy<T> copy(Readable row, Class<T> type) {
		return new WorkingCopy<>(value(row, "item", UUID.class), value(row, "base_revision", Long.class),
				this.mapper.readValue(value(row, "content", String.class), type),
				value(row, "updated_at", Instant.class));
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type));
	}

}
