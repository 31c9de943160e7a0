package jp.meguri.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sent and received.
 *
 * @param pause wait before looking again at an empty outbox; a commit in this process
 * ends it early
 * @param batchSize events sent at once
 * @param attempts how often the broker may refuse an event before its aggregate is parked
 * @param retention how long sent events are kept
 * @param concurrency threads per topic that receive
 */
@ConfigurationProperties("meguri.outbox")
record OutboxProperties(@DefaultValue("100ms") Duration pause, @DefaultValue("500") int batchSize,
		@DefaultValue("3") int attempts, @DefaultValue("14d") Duration retention, @DefaultValue("1") int concurrency) {
}
