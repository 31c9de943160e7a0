package jp.meguri.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one connection may take.
 *
 * @param most connections open at once; one more is closed at once
 * @param look how often each is looked at; who was too slow at two looks in a row is
 * closed
 * @param pace bytes that have to move between two looks, while a body or an answer is on
 * its way
 * @param sendBuffer what the system keeps for a slow reader; small, so that a reader's
 * progress is seen
 */
@ConfigurationProperties("meguri.connections")
record ConnectionProperties(@DefaultValue("4096") int most, @DefaultValue("5s") Duration look,
		@DefaultValue("4KB") DataSize pace, @DefaultValue("128KB") DataSize sendBuffer) {
}
