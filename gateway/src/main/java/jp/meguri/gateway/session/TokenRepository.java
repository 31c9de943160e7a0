package jp.meguri.gateway.session;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The sealed tokens of sessions. What does not open (another key, another row) counts as
 * absent: the person signs in again.
 */
@Repository
class TokenRepository {

	private static final String SELECT = """
			select access_token, refresh_token, id_token, renew_at, expires_at from session_token where id_hash = :hash
			""";

	private final DatabaseClient database;

	private final Seal seal;

	TokenRepository(DatabaseClient database, Seal seal) {
		this.database = database;
		this.seal = seal;
	}

	Mono<Tokens> find(String hash) {
		return read(SELECT, hash);
	}

	/** Waits until no other gateway is refreshing the tokens of this session. */
	Mono<Tokens> lock(String hash) {
		return read(SELECT + " for update", hash);
	}

	Mono<Void> save(String hash, Tokens tokens) {
		return this.database.sql("""
				insert into session_token (id_hash, access_token, refresh_token, id_token, renew_at, expires_at)
				values (:hash, :access, :refresh, :identity, :renew, :expires)
				on conflict (id_hash) do update set access_token = excluded.access_token,
				refresh_token = excluded.refresh_token, id_token = excluded.id_token,
				renew_at = excluded.renew_at, expires_at = excluded.expires_at
				""")
			.bind("hash", hash)
			.bind("access", ByteBuffer.wrap(this.seal.seal(hash, tokens.access())))
			.bind("refresh", sealedOrNull(hash, tokens.refresh()))
			.bind("identity", sealedOrNull(hash, tokens.identity()))
			.bind("renew", tokens.renewAt())
			.bind("expires", tokens.expiresAt())
			.then();
	}

	private Parameter sealedOrNull(String hash, @Nullable String token) {
		return (token != null) ? Parameters.in(ByteBuffer.wrap(this.seal.seal(hash, token)))
				: Parameters.in(ByteBuffer.class);
	}

	private Mono<Tokens> read(String sql, String hash) {
		return this.database.sql(sql)
			.bind("hash", hash)
			.map((row) -> tokens(hash, row))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	private Optional<Tokens> tokens(String hash, Readable row) {
		var refresh = opened(hash, row.get("refresh_token", ByteBuffer.class)).orElse(null);
		var identity = opened(hash, row.get("id_token", ByteBuffer.class)).orElse(null);
		var renewAt = row.get("renew_at", Instant.class);
		var expiresAt = row.get("expires_at", Instant.class);
		return opened(hash, row.get("access_token", ByteBuffer.class))
			.map((access) -> new Tokens(access, refresh, identity, renewAt, expiresAt));
	}

	private Optional<String> opened(String hash, @Nullable ByteBuffer sealed) {
		if (sealed == null) {
			return Optional.empty();
		}
		var bytes = new byte[sealed.remaining()];
		sealed.get(bytes);
		return this.seal.open(hash, bytes);
	}

}
