package jp.meguri.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.meguri.local.files.PrivateFiles;
import org.springframework.stereotype.Component;

/**
 * One signing key per issuer, kept over restarts: a token stays valid, and one city's key
 * never signs for another.
 */
@Component
final class IssuerKeys {

	private final Map<String, JWKSet> sets = new ConcurrentHashMap<>();

	private final Path home;

	IssuerKeys(ProviderProperties settings) {
		this.home = settings.home();
		// Making a key takes a while; nobody shall wait for it at the first sign-in.
		DemoCity.ALL.forEach(this::of);
	}

	JWKSet of(DemoCity city) {
		return this.sets.computeIfAbsent(city.slug(), this::readOrCreate);
	}

	private JWKSet readOrCreate(String slug) {
		var file = this.home.resolve("keys").resolve(slug + ".json");
		try {
			if (!Files.exists(file)) {
				PrivateFiles.write(file, create().toJSONString());
			}
			return new JWKSet(RSAKey.parse(Files.readString(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException | ParseException ex) {
			throw new IllegalStateException("No usable key in " + file, ex);
		}
	}

	private static RSAKey create() throws JOSEException {
		return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE)
			.algorithm(JWSAlgorithm.RS256)
			.keyIDFromThumbprint(true)
			.generate();
	}

}
