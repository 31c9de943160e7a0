package jp.meguri.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Asks a service whether it is ready, until it says so.
 */
public final class Readiness {

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** Something transient may end a start; the third time it is not transient. */
	private static final int TRIES = 3;

	private static final int OK = 200;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	/**
	 * Waits until the address answers 200.
	 * @param process whose address it is; waiting ends when it has ended too often
	 * @param address its readiness
	 * @param longest how long to wait
	 * @return whether it became ready
	 */
	public boolean await(SupervisedProcess process, URI address, Duration longest) throws InterruptedException {
		var end = Instant.now().plus(longest);
		while (Instant.now().isBefore(end) && process.isWanted() && process.endings() < TRIES) {
			if (isReady(address)) {
				return true;
			}
			// A thread of the launcher, which has nothing else to do.
			TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
		}
		return false;
	}

	public boolean isReady(URI address) throws InterruptedException {
		try {
			var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
