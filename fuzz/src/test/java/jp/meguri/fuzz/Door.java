package jp.meguri.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway, as somebody of the demo.
 */
final class Door {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** No answer may take longer (reliability list, part 4). */
	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final Platform platform;

	Door(Platform platform) {
		this.platform = platform;
	}

	Answer get(String login, String target) {
		return send(login, "GET", target, Map.of(), new byte[0]);
	}

	/** A body with its type and, as creates need it, a key of its own. */
	Answer json(String login, String method, String target, String body) {
		return send(login, method, target, Map.of("Content-Type", "application/json", "Idempotency-Key",
				UUID.randomUUID().toString(), "If-Match", "\"1\""), body.getBytes(StandardCharsets.UTF_8));
	}

	Answer send(String login, String method, String target, Map<String, String> headers, byte[] body) {
		var request = HttpRequest.newBuilder(URI.create(this.platform.url() + target))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", "Bearer " + this.platform.token(login))
			.method(method, (body.length > 0) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		headers.forEach(request::header);
		long begin = System.nanoTime();
		try {
			HttpResponse<byte[]> answer = this.platform.client().send(request.build(), BodyHandlers.ofByteArray());
			var time = Duration.ofNanos(System.nanoTime() - begin);
			assertThat(time).isLessThan(LIMIT);
			return new Answer(answer.statusCode(), answer.headers(), answer.body(), time);
		}
		catch (IOException ex) {
			return Answer.none(Duration.ofNanos(System.nanoTime() - begin));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** One of the statuses, told as a complete problem. */
	static void requireRefused(Answer answer, Integer... statuses) {
		assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
		assertThat(AnswerRules.problem(answer)).isEmpty();
	}

	static JsonNode good(Answer answer) {
		assertThat(answer.isGood()).as(answer.status() + " " + answer.text()).isTrue();
		return answer.json().orElseThrow();
	}

	static String quoted(String text) {
		return JSON.writeValueAsString(text);
	}

}
