package jp.meguri.web.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.audit.AuditVerification;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.outbox.DeadLetter;
import jp.meguri.outbox.DeadLetters;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.Problems;
import reactor.core.publisher.Mono;

/**
 * The operators' use cases; each leaves an entry in the operators' own audit trail.
 */
final class OperationsService {

	private final DeadLetters deadLetters;

	private final AuditTrail audit;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	private final Counter intact;

	private final Counter broken;

	OperationsService(DeadLetters deadLetters, AuditTrail audit, CityTransaction transaction, BusinessClock clock,
			MeterRegistry registry) {
		this.deadLetters = deadLetters;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
		this.intact = registry.counter("audit.verifications", "outcome", "intact");
		this.broken = registry.counter("audit.verifications", "outcome", "broken");
	}

	Mono<List<DeadLetter>> deadLetters() {
		return this.deadLetters.list();
	}

	/** The entry comes first: what was tried is known even where it fails. */
	Mono<Resolution> replay(Actor operator, UUID id, String reason) {
		return waiting(id).then(record(operator, "dead-letter.replay", id, reason))
			.then(Mono.defer(() -> this.deadLetters.replay(id)))
			.switchIfEmpty(Mono.error(Problems::notFound))
			.map((resolution) -> new Resolution(id, resolution));
	}

	Mono<Resolution> discard(Actor operator, UUID id, String reason) {
		return waiting(id).then(record(operator, "dead-letter.discard", id, reason))
			.then(Mono.defer(() -> this.deadLetters.discard(id)))
			.thenReturn(new Resolution(id, "discarded"));
	}

	Mono<AuditVerification> verify(UUID municipality) {
		return this.audit.verify(municipality)
			.doOnNext((found) -> (found.isIntact() ? this.intact : this.broken).increment());
	}

	private Mono<DeadLetter> waiting(UUID id) {
		return this.deadLetters.list()
			.flatMap((all) -> Mono.justOrEmpty(all.stream().filter((letter) -> letter.id().equals(id)).findFirst()))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	private Mono<Void> record(Actor operator, String action, UUID id, String reason) {
		return Correlation.with((correlation) -> this.transaction.in(operator.municipality(),
				this.audit.append(new AuditEntry(operator.municipality(), operator.person(), operator.name(), action,
						"dead-letter", id, null, this.clock.now(), correlation, Map.of("reason", reason)))));
	}

}
