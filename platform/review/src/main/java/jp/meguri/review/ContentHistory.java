package jp.meguri.review;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The full contents kept at every submit, approve, return and confirm (版の控え): "the
 * version that was read". Inside the caller's transaction, for items the caller may see.
 */
public final class ContentHistory {

	private final DatabaseClient client;

	private final JsonMapper mapper;

	ContentHistory(DatabaseClient client, JsonMapper mapper) {
		this.client = client;
		this.mapper = mapper;
	}

	public Mono<Void> keep(Actor actor, UUID item, long revision, Occasion occasion, Object content, Instant at) {
		return this.client.sql("""
				insert into content_history (municipality, item, revision, occasion, content, actor, actor_name, at)
				values (:municipality, :item, :revision, :occasion, :content::jsonb, :actor, :name, :at)
				""")
			.bind("municipality", actor.municipality())
			.bind("item", item)
			.bind("revision", revision)
			.bind("occasion", occasion.name())
			.bind("content", this.mapper.writeValueAsString(content))
			.bind("actor", actor.person())
			.bind("name", actor.name())
			.bind("at", at)
			.then();
	}

	/** What was kept of an item, the latest first. */
	public Mono<List<KeptContent>> of(UUID municipality, UUID item) {
		return this.client.sql("""
				select item, revision, occasion, actor, actor_name, at from content_history
				where municipality = :municipality and item = :item order by seq desc limit 200
				""")
			.bind("municipality", municipality)
			.bind("item", item)
			.map(ContentHistory::kept)
			.all()
			.collectList();
	}

	/** The content of a revision; empty where that one was not kept. */
	public <T> Mono<T> content(UUID municipality, UUID item, long revision, Class<T> type) {
		return this.client.sql("""
				select content::text as content from content_history
				where municipality = :municipality and item = :item and revision = :revision
				order by seq desc limit 1
				""")
			.bind("municipality", municipality)
			.bind("item", item)
			.bind("revision", revision)
			.map((row) -> this.mapper.readValue(text(row, "content"), type))
			.one();
	}

	/**
	 * Which revision of each item this person last acted on; items without one are
	 * absent.
	 */
	public Mono<Map<UUID, Long>> lastActedOn(Actor actor, Collection<UUID> items) {
		return this.client.sql("""
				select distinct on (item) item, revision, occasion, actor, actor_name, at from content_history
				where municipality = :municipality and item = any(:items) and actor = :actor
				  and occasion <> 'BEFORE_CORRECTION'
				order by item, seq desc
				""")
			.bind("municipality", actor.municipality())
			.bind("items", items.toArray(UUID[]::new))
			.bind("actor", actor.person())
			.map(ContentHistory::kept)
			.all()
			.collect(Collectors.toMap(KeptContent::item, KeptContent::revision));
	}

	private static KeptContent kept(Readable row) {
		return new KeptContent(value(row, "item", UUID.class), value(row, "revision", Long.class),
				Occasion.valueOf(text(row, "occasion")), value(row, "actor", UUID.class), text(row, "actor_name"),
				value(row, "at", Instant.class));
	}

	private static String text(Readable row, String column) {
		return value(row, column, String.class);
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type));
	}

}
