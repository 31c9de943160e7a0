package jp.meguri.database;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * A transaction of one city (市), on the connection that answers requests. Row policies
 * see only that city. Inside a running transaction of the same city, also a worker's, the
 * work joins it; of another city, it is an error.
 * <p>
 * A caller who cancels does not stop a transaction that has begun. The work may be
 * subscribed again when it lost a race against another transaction.
 */
public final class CityTransaction {

	private final TransactionInCity transaction;

	CityTransaction(TransactionInCity transaction) {
		this.transaction = transaction;
	}

	public <T> Mono<T> in(UUID municipality, Mono<T> work) {
		return this.transaction.in(municipality, work);
	}

	/** The city of the transaction that is running; empty outside of one. */
	public static Mono<UUID> current() {
		return TransactionInCity.current();
	}

}
