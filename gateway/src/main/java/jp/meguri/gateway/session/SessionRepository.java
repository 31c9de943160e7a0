package jp.meguri.gateway.session;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import jp.meguri.gateway.web.Digest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions as rows. The row holds a hash of the id, so that who reads the table cannot
 * sign in with it. A row that is gone stays gone: a late save of a running request does
 * not bring an ended session back.
 */
@Repository
class SessionRepository implements ReactiveSessionRepository<StoredSession> {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final DatabaseClient database;

	private final SessionProperties settings;

	private final JsonMapper json;

	private final Clock clock = Clock.systemUTC();

	SessionRepository(DatabaseClient database, SessionProperties settings, JsonMapper json) {
		this.database = database;
		this.settings = settings;
		this.json = json;
	}

	@Override
	public Mono<StoredSession> createSession() {
		return Mono.fromSupplier(() -> StoredSession.create(this.clock.instant(), this.settings));
	}

	@Override
	public Mono<Void> save(StoredSession session) {
		return Mono.defer(() -> {
			if (!session.needsSave()) {
				return Mono.empty();
			}
			return ((session.storedHash() == null) ? insert(session) : update(session))
				.doOnSuccess((done) -> session.saved());
		});
	}

	@Override
	public Mono<StoredSession> findById(String id) {
		return this.database.sql("""
				select attributes::text as attributes, created_at, used_at
				from web_session
				where id_hash = :hash and expires_at > :now
				""")
			.bind("hash", Digest.sha256(id))
			.bind("now", this.clock.instant())
			.map((row) -> session(id, row))
			.one();
	}

	@Override
	public Mono<Void> deleteById(String id) {
		return delete(Digest.sha256(id));
	}

	Mono<Void> delete(String hash) {
		return this.database.sql("delete from web_session where id_hash = :hash").bind("hash", hash).then();
	}

	/** Those that one sign-in at the provider began, in however many browsers. */
	Mono<Long> deleteOfSignIn(String issuer, String signIn) {
		return this.database.sql("delete from web_session where issuer = :issuer and attributes ->> 'sid' = :sid")
			.bind("issuer", issuer)
			.bind("sid", signIn)
			.fetch()
			.rowsUpdated();
	}

	Mono<Long> deleteOfPerson(String issuer, String subject) {
		return this.database.sql("delete from web_session where issuer = :issuer and subject = :subject")
			.bind("issuer", issuer)
			.bind("subject", subject)
			.fetch()
			.rowsUpdated();
	}

	@Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
	Mono<Void> deleteEnded() {
		return this.database.sql("delete from web_session where expires_at <= :now")
			.bind("now", this.clock.instant())
			.then();
	}

	private Mono<Void> insert(StoredSession session) {
		return bound("""
				insert into web_session (id_hash, issuer, subject, attributes, created_at, used_at, expires_at)
				values (:hash, :issuer, :subject, cast(:attributes as jsonb), :created, :used, :expires)
				""", session).bind("created", session.getCreationTime()).then();
	}

	private Mono<Void> update(StoredSession session) {
		return bound("""
				update web_session set id_hash = :hash, issuer = :issuer, subject = :subject,
				attributes = cast(:attributes as jsonb), used_at = :used, expires_at = :expires
				where id_hash = :stored
				""", session).bind("stored", session.storedHash()).then();
	}

	private DatabaseClient.GenericExecuteSpec bound(String sql, StoredSession session) {
		var attributes = session.attributes();
		return this.database.sql(sql)
			.bind("hash", session.hash())
			.bind("issuer", attributes.getOrDefault(SignedIn.ISSUER, ""))
			.bind("subject", attributes.getOrDefault(SignedIn.SUBJECT, ""))
			.bind("attributes", this.json.writeValueAsString(attributes))
			.bind("used", session.getLastAccessedTime())
			.bind("expires", session.expiresAt());
	}

	private StoredSession session(String id, Readable row) {
		var attributes = this.json.readValue(row.get("attributes", String.class), TEXTS);
		return StoredSession.found(id, attributes, row.get("created_at", Instant.class),
				row.get("used_at", Instant.class), this.settings);
	}

}
