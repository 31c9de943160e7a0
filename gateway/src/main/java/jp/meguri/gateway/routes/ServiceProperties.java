package jp.meguri.gateway.routes;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 */
@ConfigurationProperties("meguri.services")
record ServiceProperties(URI catalog, URI goals, URI evaluation, URI notification) {
}
