package jp.meguri.gateway;

import com.sun.net.httpserver.HttpHandler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Services that are dead, silent, or break off.
 */
class OutageIT extends WholeGateway {

	@Autowired
	ReactiveResilience4JCircuitBreakerFactory breakers;

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void closeBreakers() {
		this.end.countDown();
		this.breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(CircuitBreaker::reset);
	}

	@Test
	void aDeadService_isLeftAloneAfterAFewCalls_andToldAs503() {
		catalog.die();
		IntStream.range(0, 10).forEach((i) -> {
			var answer = script("nagisa", "sato", "/api/catalog/units");
			assertThat(problem(answer)).isEqualTo("503 unavailable");
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		});
		assertThat(breaker("catalog").getState()).isEqualTo(CircuitBreaker.State.OPEN);
		var begin = Instant.now();
		assertThat(problem(script("nagisa", "sato", "/api/catalog/units"))).isEqualTo("503 unavailable");
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
		assertThat(script("nagisa", "sato", "/api/goals/sheets").statusCode()).isEqualTo(200);
	}

	@Test
	void aSilentService_is504_inTime() {
		service.answers(silence());
		var begin = Instant.now();
		assertThat(problem(script("nagisa", "sato", "/api/goals/sheets"))).isEqualTo("504 timeout");
		assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
	}

	@Test
	void silentServices_openTheBreaker_whichClosesAgain() {
		service.answers(silence());
		var answers = IntStream.range(0, 6)
			.mapToObj((i) -> browser().sendLater(asSato("/api/evaluations/sheets")))
			.toList()
			.stream()
			.map((answer) -> answer.join())
			.toList();
		assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(503, 504);
		await().atMost(Duration.ofSeconds(5))
			.until(() -> breaker("evaluation").getState() == CircuitBreaker.State.OPEN);
		service.reset();
		await().atMost(Duration.ofSeconds(15))
			.pollInterval(Duration.ofMillis(300))
			.until(() -> script("nagisa", "sato", "/api/evaluations/sheets").statusCode() == 200);
	}

	@Test
	void whatAServiceAnswers_opensNoBreaker() {
		service.answers((exchange) -> StubService.send(exchange, 500, "{}"));
		IntStream.range(0, 20)
			.forEach((i) -> assertThat(script("nagisa", "sato", "/api/goals/sheets").statusCode()).isEqualTo(500));
		assertThat(breaker("goals").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
	}

	@Test
	void anAnswerThatBreaksOffBeforeItBegins_is502() {
		service.answers((exchange) -> {
		});
		assertThat(problem(script("nagisa", "sato", "/api/goals/sheets"))).isEqualTo("502 bad-gateway");
	}

	@Test
	void aStreamOfHints_isNoLongCall_andEndsByItself() {
		service.answers((exchange) -> {
			exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
			exchange.sendResponseHeaders(200, 0);
			for (int i = 1; i <= 100 && this.end.getCount() > 0; i++) {
				write(exchange.getResponseBody(), "event: inbox\ndata: {\"unread\":" + i + "}\n\n");
			}
		});
		var begin = Instant.now();
		var answer = script("nagisa", "sato", "/api/notifications/stream");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
		assertThat(answer.body()).contains("data: {\"unread\":1}", "data: {\"unread\":5}");
		assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(6));
	}

	private HttpRequest.Builder asSato(String path) {
		return browser().request(path)
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "sato"))
			.GET();
	}

	private CircuitBreaker breaker(String name) {
		return this.breakers.getCircuitBreakerRegistry().circuitBreaker(name);
	}

	private HttpHandler silence() {
		return (exchange) -> pause(Duration.ofSeconds(10));
	}

	private void write(OutputStream out, String event) throws IOException {
		out.write(event.getBytes(StandardCharsets.UTF_8));
		out.flush();
		pause(Duration.ofMillis(200));
	}

	private void pause(Duration time) {
		try {
			this.end.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
