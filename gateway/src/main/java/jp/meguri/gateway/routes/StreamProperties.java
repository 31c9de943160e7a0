package jp.meguri.gateway.routes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param life how long one stream of hints stays open before the browser has to ask again
 * @param perPerson streams of one person at once
 * @param most streams at once, and connections kept for them
 */
@ConfigurationProperties("meguri.gateway.stream")
record StreamProperties(@DefaultValue("50s") Duration life, @DefaultValue("5") int perPerson,
		@DefaultValue("500") int most) {
}
