package jp.meguri.local.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the launcher tells its provider.
 *
 * @param home directory that keeps the signing keys
 * @param clientSecret the gateway's secret
 * @param scriptSecret what {@code ./meguri token} shows to get a token
 * @param publicUrls addresses at which people use Meguri
 */
@ConfigurationProperties("meguri.provider")
record ProviderProperties(Path home, String clientSecret, String scriptSecret, List<URI> publicUrls) {

	@Override
	public String toString() {
		return "ProviderProperties[" + this.home + ", " + this.publicUrls + "]";
	}

}
