package jp.meguri.notifications.notice;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices; every query names the city and the person and runs in the city's transaction.
 */
public final class NoticeRepository {

	private final DatabaseClient database;

	private final JsonMapper json;

	public NoticeRepository(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Puts a notice into one person's inbox.
	 * @return the notice's id if the person had not been told yet, empty otherwise
	 */
	Mono<UUID> insert(NoticeDraft draft, UUID person, Instant now) {
		UUID id = Ids.next();
		LocalDate dueOn = draft.facts().dueOn();
		return this.database
			.sql("""
					with told as (
					  insert into notice (id, municipality, person, business_key, kind, facts, link, due_on, created_at)
					  values (:id, :municipality, :person, :key, :kind, :facts, :link, :due, :now)
					  on conflict (person, business_key) do nothing
					  returning id),
					which as (
					  select id from told
					  union all
					  select id from notice where person = :person and business_key = :key and municipality = :municipality),
					about as (
					  insert into notice_item (municipality, notice, item)
					  select :municipality, id, :item from which
					  on conflict do nothing)
					select id from told
					""")
			.bind("id", id)
			.bind("municipality", draft.municipality())
			.bind("person", person)
			.bind("key", draft.businessKey())
			.bind("kind", draft.kind().name())
			.bind("facts", Json.of(this.json.writeValueAsBytes(draft.facts())))
			.bind("link", draft.link())
			.bind("due", (dueOn != null) ? Parameters.in(dueOn) : Parameters.in(LocalDate.class))
			.bind("now", now)
			.bind("item", draft.item())
			.map((row) -> row.get("id", UUID.class))
			.one();
	}

	/**
	 * A page of a person's inbox, newest first.
	 * @param before only notices older than this one, or null for the first page
	 */
	Mono<List<Notice>> page(UUID municipality, UUID person, @Nullable UUID before, int limit) {
		return this.database.sql("""
				select n.*, (select count(*) from notice_item i where i.notice = n.id) as items
				from notice n
				where n.municipality = :municipality and n.person = :person
				  and (cast(:before as uuid) is null or n.id < :before)
				order by n.id desc
				limit :limit
				""")
			.bind("municipality", municipality)
			.bind("person", person)
			.bind("before", (before != null) ? Parameters.in(before) : Parameters.in(UUID.class))
			.bind("limit", limit)
			.map(this::read)
			.all()
			.collectList();
	}

	/** One notice whoever it belongs to, for the letter that tells of it. */
	public Mono<Notice> byId(UUID municipality, UUID id) {
		return this.database.sql("""
				select n.*, (select count(*) from notice_item i where i.notice = n.id) as items
				from notice n
				where n.id = :id and n.municipality = :municipality
				""").bind("id", id).bind("municipality", municipality).map(this::read).one();
	}

	Mono<Integer> unread(UUID municipality, UUID person) {
		return this.database.sql("""
				select count(*) as unread from notice
				where municipality = :municipality and person = :person and read_at is null
				""")
			.bind("municipality", municipality)
			.bind("person", person)
			.map((row) -> row.get("unread", Integer.class))
			.one();
	}

	/** Marks one notice as read; the answer says whether the person has such a notice. */
	Mono<Boolean> markRead(UUID municipality, UUID person, UUID id, Instant now) {
		return this.database.sql("""
				update notice set read_at = coalesce(read_at, :now)
				where id = :id and person = :person and municipality = :municipality
				""")
			.bind("now", now)
			.bind("id", id)
			.bind("person", person)
			.bind("municipality", municipality)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0);
	}

	Mono<Void> markAllRead(UUID municipality, UUID person, Instant now) {
		return this.database.sql("""
				update notice set read_at = :now
				where person = :person and municipality = :municipality and read_at is null
				""").bind("now", now).bind("person", person).bind("municipality", municipality).then();
	}

	private Notice read(Readable row) {
		return new Notice(row.get("id", UUID.class), row.get("municipality", UUID.class), row.get("person", UUID.class),
				NoticeKind.valueOf(row.get("kind", String.class)),
				this.json.readValue(row.get("facts", String.class), Facts.class), row.get("items", Integer.class),
				row.get("link", String.class), row.get("created_at", Instant.class), row.get("read_at", Instant.class));
	}

}
