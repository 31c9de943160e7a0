package jp.meguri.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.Map;
import jp.meguri.database.DatabaseProperties.Login;
import reactor.netty.resources.LoopResources;

/**
 * Pools that let go: every wait has a limit, every connection an age, and a connection
 * whose other end is gone is not kept.
 */
public final class ConnectionPools {

	// Without colocation: with it, warming up can put every connection on one event loop
	// (r2dbc-pool#190).
	private static final LoopResources LOOPS = LoopResources.create("pg",
			Math.max(2, Runtime.getRuntime().availableProcessors()),
			Math.max(2, Runtime.getRuntime().availableProcessors()), true, false);

	// The database says within the statement's limit that it has ended one.
	private static final Duration ON_THE_WAY = Duration.ofMillis(1500);

	// Whoever waits is answered by PromptPool; what nobody waits for any more ends then.
	private static final Duration AFTERWARDS = Duration.ofSeconds(1);

	private ConnectionPools() {
	}

	/**
	 * A pool of connections of one role.
	 * @param size most connections at once
	 * @param statementTimeout longest run of one statement
	 */
	public static ConnectionPool of(DatabaseProperties database, Login login, int size, Duration statementTimeout) {
		return new PromptPool(ConnectionPoolConfiguration.builder(connections(database, login, statementTimeout))
			.name(login.username())
			.initialSize(0)
			.minIdle(0)
			.maxSize(size)
			.customizer((pool) -> pool.maxPendingAcquire(database.poolQueue()))
			.maxCreateConnectionTime(database.acquireTimeout().plus(AFTERWARDS))
			.maxValidationTime(Duration.ofSeconds(1))
			.maxLifeTime(Duration.ofMinutes(30))
			.maxIdleTime(Duration.ofMinutes(5))
			.backgroundEvictionInterval(Duration.ofSeconds(30))
			.build(), database.acquireTimeout());
	}

	private static PostgresqlConnectionFactory connections(DatabaseProperties database, Login login,
			Duration statementTimeout) {
		return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
			.host(database.host())
			.port(database.port())
			.database(database.name())
			.username(login.username())
			.password(login.password())
			.applicationName(login.username())
			.connectTimeout(database.acquireTimeout().plus(AFTERWARDS))
			.statementTimeout(statementTimeout)
			.options(Map.of("idle_in_transaction_session_timeout", "15000"))
			.preparedStatementCacheQueries(256)
			.tcpKeepAlive(true)
			.tcpNoDelay(true)
			.loopResources(new WatchedLoops(LOOPS, statementTimeout.plus(ON_THE_WAY)))
			.build());
	}

}
