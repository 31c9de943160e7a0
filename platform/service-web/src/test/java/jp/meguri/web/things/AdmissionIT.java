package jp.meguri.web.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.meguri.test.MeguriIT;
import jp.meguri.web.things.ThingApplication.OpenController;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * A service that takes on eight requests at once.
 */
@MeguriIT
@TestPropertySource(properties = { "meguri.requests.most=8", "meguri.requests.patience=2s",
		"meguri.requests.bodies=10KB", "management.server.port=0" })
class AdmissionIT {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void oneRequestTooMany_is503_withARetryAfter_andTheOthersAreAnswered() {
		List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 8)
			.mapToObj((i) -> send("/published/gate"))
			.toList();
		await().atMost(Duration.ofSeconds(5)).until(() -> send("/published/page").join().statusCode() == 503);
		Instant begin = Instant.now();
		HttpResponse<String> refused = send("/published/page").join();
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(500));
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.body()).contains("urn:meguri:problem:overloaded", "混み合っています", "Busy");
		assertThat(refused.headers().firstValue("Retry-After")).contains("1");
		assertThat(get(this.managementPort, "/actuator/health/liveness").join().statusCode()).isEqualTo(200);
		OpenController.GATE.tryEmitEmpty();
		assertThat(waiting).allMatch((answer) -> answer.join().statusCode() == 200);
		assertThat(send("/published/page").join().statusCode()).isEqualTo(200);
	}

	@Test
	void workThatDoesNotEnd_is503_inTime_andLeavesItsPlace() {
		for (int round = 0; round < 2; round++) {
			Instant begin = Instant.now();
			List<CompletableFuture<HttpResponse<String>>> stuck = IntStream.range(0, 6)
				.mapToObj((i) -> send("/published/never"))
				.toList();
			assertThat(stuck).allSatisfy((answer) -> {
				assertThat(answer.join().statusCode()).isEqualTo(503);
				assertThat(answer.join().body()).contains("urn:meguri:problem:unavailable");
				assertThat(answer.join().headers().firstValue("Retry-After")).contains("5");
			});
			assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(1900),
					Duration.ofSeconds(5));
		}
	}

	@Test
	void bodiesThatAreTooMuchTogether_are503_butOneLargeBodyIsNot() {
		assertThat(post("/published/never", 20_000).join().body()).contains("method-not-allowed");
		CompletableFuture<HttpResponse<String>> first = getWithBody("/published/never", 9_000);
		await().atMost(Duration.ofMillis(1900))
			.until(() -> post("/published/page", 9_000).join().body().contains("urn:meguri:problem:overloaded"));
		assertThat(post("/published/page", 100).join().statusCode()).isEqualTo(405);
		assertThat(first.join().statusCode()).isEqualTo(503);
		assertThat(post("/published/page", 9_000).join().statusCode()).isEqualTo(405);
	}

	private CompletableFuture<HttpResponse<String>> send(String path) {
		return get(this.port, path);
	}

	private static CompletableFuture<HttpResponse<String>> get(int port, String path) {
		return later(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET());
	}

	private CompletableFuture<HttpResponse<String>> getWithBody(String path, int size) {
		return later(request(path).method("GET", BodyPublishers.ofByteArray(new byte[size])));
	}

	private CompletableFuture<HttpResponse<String>> post(String path, int size) {
		return later(request(path).POST(BodyPublishers.ofByteArray(new byte[size])));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private static CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
		return CLIENT.sendAsync(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
	}

}
