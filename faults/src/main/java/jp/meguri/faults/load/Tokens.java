package jp.meguri.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens of the demo's people, as {@code ./meguri token} gets them.
 */
public final class Tokens {

	/** They are good for an hour. */
	private static final Duration USED_FOR = Duration.ofMinutes(40);

	private final Map<String, Token> tokens = new ConcurrentHashMap<>();

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI provider;

	private final String secret;

	/**
	 * @param provider the identity provider
	 * @param secret what scripts show there
	 */
	public Tokens(URI provider, String secret) {
		this.provider = provider;
		this.secret = secret;
	}

	public String of(String user) {
		return this.tokens
			.compute(user, (name, known) -> (known != null && known.madeAt().plus(USED_FOR).isAfter(Instant.now()))
					? known : new Token(ask(name), Instant.now()))
			.value();
	}

	private String ask(String user) {
		try {
			var answer = this.http.send(HttpRequest.newBuilder(this.provider.resolve("/script-token?user=" + user))
				.header("X-Meguri-Script-Secret", this.secret)
				.timeout(Duration.ofSeconds(30))
				.POST(HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException("No token for " + user + ": " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private record Token(String value, Instant madeAt) {
	}

}
