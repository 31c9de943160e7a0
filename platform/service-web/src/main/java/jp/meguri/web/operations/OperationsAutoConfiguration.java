package jp.meguri.web.operations;

import io.micrometer.core.instrument.MeterRegistry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.database.CityTransaction;
import jp.meguri.outbox.DeadLetters;
import jp.meguri.time.BusinessClock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * The operators' address of a service, where it names one:
 * {@code meguri.operations.path=/api/goals/operations}.
 */
@AutoConfiguration(after = jp.meguri.web.WebAutoConfiguration.class)
@ConditionalOnProperty("meguri.operations.path")
class OperationsAutoConfiguration {

	@Bean
	OperationsController operationsController(DeadLetters deadLetters, AuditTrail audit, CityTransaction transaction,
			BusinessClock clock, MeterRegistry registry) {
		return new OperationsController(new OperationsService(deadLetters, audit, transaction, clock, registry));
	}

}
