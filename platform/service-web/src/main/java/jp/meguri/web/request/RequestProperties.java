package jp.meguri.web.request;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a service takes on.
 *
 * @param most requests worked on at once; the next one is told to come back
 * @param bodies size of all bodies worked on at once
 * @param unknownBody what a body counts that does not say its size
 * @param patience longest work until an answer begins: less than the gateway waits, more
 * than one transaction may take
 * @param uploads addresses where files are sent and read
 * @param uploadPatience the patience there
 * @param streams addresses whose answers stay open; whoever keeps them open counts them
 */
@ConfigurationProperties("meguri.requests")
public record RequestProperties(@DefaultValue("128") int most, @DefaultValue("40MB") DataSize bodies,
		@DefaultValue("1MB") DataSize unknownBody, @DefaultValue("8s") Duration patience,
		@DefaultValue Set<String> uploads, @DefaultValue("55s") Duration uploadPatience,
		@DefaultValue Set<String> streams) {

	Duration patienceAt(String path) {
		return this.uploads.contains(path) ? this.uploadPatience : this.patience;
	}

}
