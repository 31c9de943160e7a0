package jp.meguri.gateway.routes;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and how long they may take.
 *
 * @param patience longest wait for an answer; edge 10 s, service 5 s, database 3 s: the
 * inner one always gives up first
 * @param importPatience longest wait for the answer to an import: reading a document of
 * 20 MB takes longer, and so does sending it
 */
@ConfigurationProperties("meguri.services")
record ServiceProperties(URI catalog, URI goals, URI evaluation, URI notification,
		@DefaultValue("10s") Duration patience, @DefaultValue("60s") Duration importPatience) {
}
