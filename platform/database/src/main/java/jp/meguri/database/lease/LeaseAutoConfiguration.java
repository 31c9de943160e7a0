package jp.meguri.database.lease;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The leases of this process.
 */
@AutoConfiguration(afterName = "jp.meguri.database.DatabaseAutoConfiguration")
@ConditionalOnProperty("meguri.database.name")
public class LeaseAutoConfiguration {

	@Bean
	Leases leases(@Qualifier("worker") DatabaseClient worker) {
		return new Leases(worker);
	}

}
