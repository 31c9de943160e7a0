package jp.meguri.database;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

/**
 * Transactions whose first statement names the city the row policies let through.
 */
final class TransactionInCity {

	/** Where the running transaction's city stands in the subscriber context. */
	private static final Object CITY = TransactionInCity.class;

	private static final Retry LOST_RACE = Retry.backoff(3, Duration.ofMillis(20))
		.filter(Failures::isLostRace)
		.onRetryExhaustedThrow((retry, signal) -> signal.failure());

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final Duration timeout;

	TransactionInCity(DatabaseClient database, TransactionalOperator transaction, Duration timeout) {
		this.database = database;
		this.transaction = transaction;
		this.timeout = timeout;
	}

	<T> Mono<T> in(UUID municipality, Mono<T> work) {
		return Mono.deferContextual((context) -> {
			if (context.hasKey(CITY)) {
				return join(context.get(CITY), municipality, work);
			}
			return begin(municipality, work, context);
		});
	}

	/** The city of the running transaction; empty outside of one. */
	static Mono<UUID> current() {
		return Mono.deferContextual((context) -> Mono.justOrEmpty(context.<UUID>getOrEmpty(CITY)));
	}

	private static <T> Mono<T> join(UUID running, UUID municipality, Mono<T> work) {
		if (running.equals(municipality)) {
			return work;
		}
		return Mono.error(() -> new IllegalStateException("A transaction of another city is running"));
	}

	// Once begun, a transaction ends by itself: a caller who hangs up neither rolls it
	// back half way nor costs the pool a connection (r2dbc-pool#198).
	private <T> Mono<T> begin(UUID municipality, Mono<T> work, ContextView context) {
		Mono<T> whole = this.transaction.transactional(setCity(municipality).then(work))
			.retryWhen(LOST_RACE)
			.contextWrite((inner) -> inner.putAll(context).put(CITY, municipality));
		// As a signal, so that a failure nobody waits for any more is not dropped loudly.
		return Mono.fromFuture(() -> whole.materialize().toFuture(), true)
			.<T>dematerialize()
			.timeout(this.timeout,
					Mono.error(() -> new TransactionTimeoutException("No answer within " + this.timeout)));
	}

	private Mono<Void> setCity(UUID municipality) {
		return this.database.sql("select set_config('meguri.municipality', $1, true)")
			.bind(0, municipality.toString())
			.then();
	}

	/**
	 * The database did not answer in time; whether the transaction happened is unknown.
	 */
	static final class TransactionTimeoutException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TransactionTimeoutException(String message) {
			super(message, new TimeoutException(message));
		}

	}

}
