package jp.meguri.catalog.heartbeat;

import java.time.Duration;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.database.lease.Leases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One replica at a time sends the heartbeats.
 */
@Configuration(proxyBeanMethods = false)
class HeartbeatConfiguration {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@Bean
	LeasedLoop heartbeatLoop(Heartbeats heartbeats, Leases leases, HeartbeatProperties heartbeat) {
		// Blocking is what the loop's thread is for.
		return new LeasedLoop("catalog-heartbeat", leases, heartbeat.interval(), (lease) -> {
			heartbeats.beat().block(LIMIT);
			return false;
		});
	}

}
