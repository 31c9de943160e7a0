package jp.meguri.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in, and with which key their tokens are sealed.
 *
 * @param key 32 random bytes as Base64, the same for all gateways
 * @param idle a session unused for so long ends
 * @param longest a session ends after this time in any case
 */
@ConfigurationProperties("meguri.session")
record SessionProperties(String key, @DefaultValue("2h") Duration idle, @DefaultValue("12h") Duration longest) {
}
