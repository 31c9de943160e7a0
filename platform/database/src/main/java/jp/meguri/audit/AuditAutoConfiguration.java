package jp.meguri.audit;

import java.time.Duration;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.database.lease.Leases;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The audit trail and its sealer.
 */
@AutoConfiguration(afterName = "jp.meguri.database.DatabaseAutoConfiguration")
@ConditionalOnProperty("meguri.database.name")
public class AuditAutoConfiguration {

	@Bean
	AuditChain auditChain(@Qualifier("worker") DatabaseClient worker, WorkerTransaction transaction) {
		return new AuditChain(worker, transaction);
	}

	@Bean
	AuditTrail auditTrail(DatabaseClient database, AuditChain chain) {
		return new AuditTrail(database, chain);
	}

	@Bean
	LeasedLoop auditSealer(AuditChain chain, Leases leases) {
		// Blocking is what the loop's thread is for.
		return new LeasedLoop("audit-sealer", leases, Duration.ofSeconds(1),
				(lease) -> chain.seal().blockOptional(Duration.ofSeconds(30)).orElse(0) > 0);
	}

}
