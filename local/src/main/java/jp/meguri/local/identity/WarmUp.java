package jp.meguri.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Walks once through what a sign-in needs: the page, the token endpoint (with a code that
 * nobody has), a signature, the keys.
 */
@Component
final class WarmUp {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ProviderProperties settings;

	WarmUp(ProviderProperties settings) {
		this.settings = settings;
	}

	void run(int port) {
		var city = DemoCity.ALL.get(0);
		var base = "http://localhost:" + port;
		try {
			send(request(base + "/" + city.slug() + "/login").GET());
			send(request(city.issuer(port) + "/oauth2/token").header("Authorization", "Basic " + credentials())
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&refresh_token=none")));
			send(request(base + "/script-token?user=" + city.people().get(0).login())
				.header(ScriptTokens.SECRET, this.settings.scriptSecret())
				.POST(HttpRequest.BodyPublishers.noBody()));
			send(request(city.issuer(port) + "/oauth2/jwks").GET());
		}
		catch (IOException ex) {
			log.info("Not warmed up: {}", ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String credentials() {
		return Base64.getEncoder()
			.encodeToString(
					(GatewayClients.CLIENT_ID + ":" + this.settings.clientSecret()).getBytes(StandardCharsets.UTF_8));
	}

	private static HttpRequest.Builder request(String address) {
		return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
	}

	private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
		this.http.send(request.build(), HttpResponse.BodyHandlers.discarding());
	}

}
