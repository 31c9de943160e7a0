package jp.meguri.faults.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The connections to PostgreSQL that are in use, as the services count them.
 */
final class Pools {

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<URI> metrics;

	/**
	 * @param metrics where each service tells its numbers
	 */
	Pools(List<URI> metrics) {
		this.metrics = metrics;
	}

	/**
	 * How long until no request holds a connection; the work that goes on by itself comes
	 * and goes.
	 */
	Optional<Duration> untilAtRest() throws InterruptedException {
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < LONGEST.toNanos()) {
			if (acquired() == 0) {
				return Optional.of(Duration.ofNanos(System.nanoTime() - begin));
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		return Optional.empty();
	}

	private double acquired() throws InterruptedException {
		double sum = 0;
		for (var uri : this.metrics) {
			sum += read(uri).lines()
				.filter((line) -> line.startsWith("r2dbc_pool_acquired_connections{name=\"connectionFactory\""))
				.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
				.sum();
		}
		return sum;
	}

	private String read(URI uri) throws InterruptedException {
		try {
			var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
			var answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200 || !answer.body().contains("r2dbc_pool_acquired_connections{")) {
				throw new IllegalStateException(uri + " tells no pools: " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(uri.toString(), ex);
		}
	}

}
