package jp.meguri.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Sends what people do. What has an unknown end is sent again, as it was; who is asked to
 * wait, waits.
 */
public final class Client {

	private static final Duration REQUEST = Duration.ofSeconds(20);

	/** After this a person gives up; whether it happened stays unknown. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration PAUSE = Duration.ofMillis(300);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final URI front;

	private final Tokens tokens;

	private final ClientLog log;

	private final Counts counts;

	public Client(URI front, Tokens tokens, ClientLog log, Counts counts) {
		this.front = front;
		this.tokens = tokens;
		this.log = log;
		this.counts = counts;
	}

	/** Until it is done, refused, or nobody would wait any longer. */
	Answer write(Write write) throws InterruptedException {
		var end = Instant.now().plus(PATIENCE);
		for (int attempt = 1;; attempt++) {
			var answer = once(write, attempt);
			boolean again = answer.isUnknown() || answer.isPostponed();
			if (!again || Instant.now().isAfter(end)) {
				return answer;
			}
			pause(answer.retryAfter(), attempt);
		}
	}

	/** Sends it one time. */
	Answer once(Write write, int attempt) throws InterruptedException {
		var correlation = UUID.randomUUID().toString();
		this.log.sent(write, attempt, correlation);
		var request = request(write.user(), write.path()).header("X-Correlation-Id", correlation)
			.method(write.method(), body(write.body()));
		if (write.body() != null) {
			request.header("Content-Type", "application/json");
		}
		if (write.key() != null) {
			request.header("Idempotency-Key", write.key());
		}
		else {
			request.header("If-Match", "\"" + write.revision() + "\"");
		}
		var answer = send(request.build());
		this.log.answered(write, attempt, correlation, answer);
		this.counts.wrote(answer);
		return answer;
	}

	/** A look, again until it succeeds or nobody would wait any longer. */
	Answer read(String user, String path) throws InterruptedException {
		var end = Instant.now().plus(PATIENCE);
		for (int attempt = 1;; attempt++) {
			var answer = look(user, path);
			if (!(answer.isUnknown() || answer.isPostponed()) || Instant.now().isAfter(end)) {
				return answer;
			}
			pause(answer.retryAfter(), attempt);
		}
	}

	/** A look, one time. */
	Answer look(String user, String path) throws InterruptedException {
		var answer = send(request(user, path).GET().build());
		this.counts.read(answer);
		return answer;
	}

	private HttpRequest.Builder request(String user, String path) {
		return HttpRequest.newBuilder(this.front.resolve(path))
			.timeout(REQUEST)
			.header("Authorization", "Bearer " + this.tokens.of(user));
	}

	private static HttpRequest.BodyPublisher body(@Nullable String text) {
		return (text != null) ? HttpRequest.BodyPublishers.ofString(text) : HttpRequest.BodyPublishers.noBody();
	}

	private Answer send(HttpRequest request) throws InterruptedException {
		try {
			var response = this.http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			var headers = response.headers();
			var wait = headers.firstValue("Retry-After")
				.filter((text) -> text.matches("\\d{1,5}"))
				.map((text) -> Duration.ofSeconds(Long.parseLong(text)))
				.orElse(null);
			return new Answer(response.statusCode(), headers.firstValue("ETag").orElse(""), wait, response.body());
		}
		catch (IOException ex) {
			return Answer.none(ex);
		}
	}

	private static void pause(@Nullable Duration asked, int attempt) throws InterruptedException {
		var own = PAUSE.multipliedBy(1L << Math.min(attempt - 1, 4));
		var wait = (asked != null) ? asked : (own.compareTo(LONGEST_PAUSE) < 0) ? own : LONGEST_PAUSE;
		TimeUnit.MILLISECONDS.sleep(wait.toMillis());
	}

}
