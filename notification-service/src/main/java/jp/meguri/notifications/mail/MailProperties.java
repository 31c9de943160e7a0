package jp.meguri.notifications.mail;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave the house.
 *
 * @param from sender's address
 * @param publicUrl address of the gateway as people see it; links in mails start with it
 * @param gather how long a letter waits, so that what happens at once is told in one
 * @param retryFor after this time a letter that cannot be delivered is given up
 * @param pause wait after a letter was not taken; doubled each time, at most an hour
 * @param claim how long a replica keeps a letter for itself while sending it
 */
@ConfigurationProperties("meguri.mail")
record MailProperties(@DefaultValue("meguri@localhost") String from,
		@DefaultValue("http://localhost:8080") URI publicUrl, @DefaultValue("3s") Duration gather,
		@DefaultValue("24h") Duration retryFor, @DefaultValue("1m") Duration pause,
		@DefaultValue("60s") Duration claim) {
}
