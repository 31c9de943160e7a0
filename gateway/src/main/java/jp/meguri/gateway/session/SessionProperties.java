package jp.meguri.gateway.session;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in, and with which key their tokens are sealed.
 *
 * @param key 32 random bytes as Base64, the same for all gateways
 * @param otherKeys open what they sealed, but seal nothing: the key to come, then the key
 * that was
 * @param idle a session unused for so long ends
 * @param longest a session ends after this time in any case
 */
@ConfigurationProperties("meguri.session")
record SessionProperties(String key, @DefaultValue List<String> otherKeys, @DefaultValue("2h") Duration idle,
		@DefaultValue("12h") Duration longest) {
}
