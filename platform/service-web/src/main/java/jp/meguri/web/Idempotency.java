package jp.meguri.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.web.json.StrictJson;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Lets a create happen once per person, route and key, however often it is sent. The
 * answer is remembered in the transaction that creates.
 */
public final class Idempotency {

	private final CityTransaction transaction;

	private final DatabaseClient client;

	private final StrictJson json;

	Idempotency(CityTransaction transaction, DatabaseClient client, StrictJson json) {
		this.transaction = transaction;
		this.client = client;
		this.json = json;
	}

	/**
	 * @param route which create, e.g. {@code goals}
	 * @param body the request's body: the same key with another one is refused
	 * @param work creates; runs in the transaction, and not at all for a repetition
	 */
	public Mono<Created> once(Actor actor, String route, IdempotencyKey key, Object body, Mono<Created> work) {
		var attempt = new Attempt(actor.municipality(), actor.person(), route, key.value(), hash(body));
		Mono<Created> first = Mono.defer(() -> work).flatMap((created) -> remember(attempt, created));
		return this.transaction.in(attempt.municipality(), lock(attempt).then(earlier(attempt)).switchIfEmpty(first));
	}

	private Mono<Void> lock(Attempt attempt) {
		return this.client.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
			.bind("name", attempt.lockName())
			.map((row) -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
			.one()
			.flatMap((locked) -> locked ? Mono.empty() : Mono.error(() -> new MeguriProblem(409, "request-in-flight")));
	}

	private Mono<Created> earlier(Attempt attempt) {
		return this.client.sql("""
				select body_hash, resource, location, revision from idempotency_key
				where municipality = :municipality and person = :person and route = :route and key = :key
				""")
			.bind("municipality", attempt.municipality())
			.bind("person", attempt.person())
			.bind("route", attempt.route())
			.bind("key", attempt.key())
			.map((row) -> {
				if (!attempt.bodyHash().equals(row.get("body_hash", String.class))) {
					throw new MeguriProblem(422, "idempotency-key-reused");
				}
				return new Created(Objects.requireNonNull(row.get("resource", UUID.class)),
						Objects.requireNonNull(row.get("location", String.class)),
						Objects.requireNonNull(row.get("revision", Long.class)));
			})
			.one();
	}

	private Mono<Created> remember(Attempt attempt, Created created) {
		return this.client.sql("""
				insert into idempotency_key (municipality, person, route, key, body_hash, resource, location, revision)
				values (:municipality, :person, :route, :key, :hash, :resource, :location, :revision)
				""")
			.bind("municipality", attempt.municipality())
			.bind("person", attempt.person())
			.bind("route", attempt.route())
			.bind("key", attempt.key())
			.bind("hash", attempt.bodyHash())
			.bind("resource", created.id())
			.bind("location", created.location())
			.bind("revision", created.revision())
			.then()
			.then(forgetOld(attempt))
			.thenReturn(created);
	}

	private Mono<Void> forgetOld(Attempt attempt) {
		return this.client.sql("""
				delete from idempotency_key
				where municipality = :municipality and person = :person and created_at < now() - interval '7 days'
				""").bind("municipality", attempt.municipality()).bind("person", attempt.person()).then();
	}

	private String hash(Object body) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.json.mapper().writeValueAsBytes(body));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Attempt(UUID municipality, UUID person, String route, String key, String bodyHash) {

		String lockName() {
			return this.person + "/" + this.route + "/" + this.key;
		}

	}

}
