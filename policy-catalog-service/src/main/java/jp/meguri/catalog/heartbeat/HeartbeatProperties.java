package jp.meguri.catalog.heartbeat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often copies of the catalog are told that they are up to date.
 *
 * @param interval between two heartbeats of a city; copies give up after ten minutes
 */
@ConfigurationProperties("meguri.catalog.heartbeat")
record HeartbeatProperties(@DefaultValue("60s") Duration interval) {
}
