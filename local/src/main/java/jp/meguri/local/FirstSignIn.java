package jp.meguri.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jp.meguri.local.identity.DemoCity;

/**
 * Whether the people of the demo can work. On a first start the gateway hears of them by
 * events, a moment after everything is ready; until then it would tell them that they
 * have no assignment.
 */
final class FirstSignIn {

	/** A first start on a busy machine. */
	private static final Duration LONGEST = Duration.ofMinutes(2);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final int OK = 200;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final RunFile run;

	private final Secrets secrets;

	FirstSignIn(RunFile run, Secrets secrets) {
		this.run = run;
		this.secrets = secrets;
	}

	/**
	 * Waits until one person of each city is known.
	 * @return whether they are
	 */
	boolean await() throws IOException, InterruptedException {
		var end = Instant.now().plus(LONGEST);
		for (var city : DemoCity.ALL) {
			var token = Token.of(city.people().get(0).login(), this.run.identity(), this.secrets).orElseThrow();
			while (!isKnown(token)) {
				if (Instant.now().isAfter(end)) {
					return false;
				}
				// A thread of the launcher, which has nothing else to do.
				TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
			}
		}
		return true;
	}

	private boolean isKnown(String token) throws InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(this.run.url() + "/api/me"))
			.header("Authorization", "Bearer " + token)
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
