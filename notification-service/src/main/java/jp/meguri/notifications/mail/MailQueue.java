package jp.meguri.notifications.mail;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Directory;
import jp.meguri.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The letters that wait to be sent. A letter is written with its notice in one
 * transaction; what is due stands in {@code due_mail}, over all cities.
 */
@Component
public class MailQueue {

	private final DatabaseClient database;

	private final Directory directory;

	private final MailProperties properties;

	private final Traces traces;

	MailQueue(@Qualifier("worker") DatabaseClient database, Directory directory, MailProperties properties,
			Traces traces) {
		this.database = database;
		this.directory = directory;
		this.properties = properties;
		this.traces = traces;
	}

	/** Queues a letter about a notice; a person without an address gets none. */
	public Mono<Void> enqueue(UUID municipality, UUID notice, UUID person) {
		return this.directory.person(municipality, person)
			.filter((receiver) -> !receiver.email().isBlank())
			.flatMap((receiver) -> Mono.deferContextual(
					(context) -> insert(municipality, notice, person, receiver.email(), this.traces.parent(context))));
	}

	private Mono<Void> insert(UUID municipality, UUID notice, UUID person, String address, @Nullable String trace) {
		return this.database.sql("""
				with letter as (
				  insert into mail (id, municipality, notice, person, address, message_id, trace, state, created_at)
				  values (:id, :municipality, :notice, :person, :address, :messageId, :trace, 'QUEUED', now())
				  on conflict (notice) do nothing
				  returning id, municipality)
				insert into due_mail (mail, municipality, at)
				select id, municipality, now() + make_interval(secs => :gather) from letter
				""")
			.bind("id", Ids.next())
			.bind("municipality", municipality)
			.bind("notice", notice)
			.bind("person", person)
			.bind("address", address)
			.bind("messageId", "<" + notice + "@meguri>")
			.bind("trace", (trace != null) ? Parameters.in(trace) : Parameters.in(String.class))
			.bind("gather", this.properties.gather().toMillis() / 1000.0)
			.then();
	}

	/** Since when the letter has been due that waits longest; empty where none waits. */
	Mono<Instant> oldestDue() {
		return this.database.sql("select min(at) as since from due_mail where at <= now()")
			.map((row) -> Optional.ofNullable(row.get("since", Instant.class)))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	record Due(UUID mail, UUID municipality) {
	}

	/** Takes up to {@code limit} due letters for this replica. */
	Mono<List<Due>> claim(int limit) {
		return this.database.sql("""
				update due_mail set claimed_until = now() + make_interval(secs => :claim)
				where mail in (select mail from due_mail
				               where at <= now() and (claimed_until is null or claimed_until < now())
				               order by at limit :limit for update skip locked)
				returning mail, municipality
				""")
			.bind("claim", (double) this.properties.claim().toSeconds())
			.bind("limit", limit)
			.map((row) -> new Due(row.get("mail", UUID.class), row.get("municipality", UUID.class)))
			.all()
			.collectList();
	}

	Mono<Mail> find(Due due) {
		return this.database.sql("""
				select * from mail where id = :id and municipality = :municipality and state = 'QUEUED'
				""").bind("id", due.mail()).bind("municipality", due.municipality()).map(MailQueue::read).one();
	}

	Mono<Void> sent(Mail mail) {
		return finish(mail, "SENT", "");
	}

	Mono<Void> givenUp(Mail mail, String error) {
		return finish(mail, "FAILED", error);
	}

	private Mono<Void> finish(Mail mail, String state, String error) {
		return this.database.sql("""
				with done as (delete from due_mail where mail = :id and municipality = :municipality)
				update mail set state = :state, sent_at = now(), attempts = attempts + 1, last_error = :error
				where id = :id and municipality = :municipality
				""")
			.bind("id", mail.id())
			.bind("municipality", mail.municipality())
			.bind("state", state)
			.bind("error", error)
			.then();
	}

	/** Tries again later: after one, two, four … pauses, at most an hour. */
	Mono<Void> postponed(Mail mail, String error) {
		Duration pause = this.properties.pause().multipliedBy(1L << Math.min(mail.attempts(), 6));
		return this.database.sql("""
				with later as (
				  update due_mail set at = now() + make_interval(secs => :pause), claimed_until = null
				  where mail = :id and municipality = :municipality)
				update mail set attempts = attempts + 1, last_error = :error
				where id = :id and municipality = :municipality
				""")
			.bind("id", mail.id())
			.bind("municipality", mail.municipality())
			.bind("pause", Math.min(pause.toMillis() / 1000.0, 3600))
			.bind("error", error)
			.then();
	}

	private static Mail read(Readable row) {
		return new Mail(row.get("id", UUID.class), row.get("municipality", UUID.class), row.get("notice", UUID.class),
				row.get("person", UUID.class), row.get("address", String.class), row.get("message_id", String.class),
				row.get("trace", String.class), row.get("attempts", Integer.class),
				row.get("created_at", Instant.class));
	}

}
