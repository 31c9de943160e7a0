package jp.meguri.audit;

import java.util.UUID;
import jp.meguri.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * The audit trail (操作記録). An entry is appended by the transaction that does what it
 * tells, so that neither exists without the other.
 */
public final class AuditTrail {

	private final DatabaseClient database;

	private final AuditChain chain;

	AuditTrail(DatabaseClient database, AuditChain chain) {
		this.database = database;
		this.chain = chain;
	}

	/** Appends to the running transaction; without one it is an error. */
	public Mono<Void> append(AuditEntry entry) {
		return insideTransaction().then(Mono.defer(() -> insert(entry)));
	}

	/** Checks every sealed entry of a city, from the first. */
	public Mono<AuditVerification> verify(UUID municipality) {
		return this.chain.verify(municipality);
	}

	private Mono<Void> insert(AuditEntry entry) {
		return this.database.sql("""
				insert into audit_entry (id, municipality, object_id, recorded_at, body)
				values ($1, $2, $3, clock_timestamp(), $4)
				""")
			.bind(0, Ids.next())
			.bind(1, entry.municipality())
			.bind(2, entry.objectId())
			.bind(3, AuditBody.of(entry))
			.then();
	}

	private static Mono<Void> insideTransaction() {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.onErrorMap(NoTransactionException.class, AuditTrail::noTransaction)
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> noTransaction(null)))
			.then();
	}

	private static IllegalTransactionStateException noTransaction(@Nullable Throwable cause) {
		return new IllegalTransactionStateException("An audit entry belongs into the transaction it tells of", cause);
	}

}
