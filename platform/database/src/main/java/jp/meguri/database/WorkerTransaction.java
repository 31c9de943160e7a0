package jp.meguri.database;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The same as {@link CityTransaction} for consumers and queues: on a connection of the
 * worker role.
 */
public final class WorkerTransaction {

	private final TransactionInCity transaction;

	WorkerTransaction(TransactionInCity transaction) {
		this.transaction = transaction;
	}

	public <T> Mono<T> in(UUID municipality, Mono<T> work) {
		return this.transaction.in(municipality, work);
	}

}
