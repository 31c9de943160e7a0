package jp.meguri.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * A pool in which the wait for a connection has one limit. The pool's own limits hold for
 * each try, and it tries twice: a dead connection is worth a second try, a wait is not.
 */
final class PromptPool extends ConnectionPool {

	private final Duration longest;

	PromptPool(ConnectionPoolConfiguration configuration, Duration longest) {
		super(configuration);
		this.longest = longest;
	}

	@Override
	public Mono<Connection> create() {
		return super.create().timeout(this.longest,
				Mono.error(() -> new R2dbcTimeoutException("No connection within " + this.longest)));
	}

}
