package jp.meguri.goals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.meguri.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at a browser, without one.
 */
public final class Caller {

	public static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final String base;

	private final @Nullable String token;

	public Caller(int port, String issuer, String subject) {
		this(port, TestTokens.tokenFor(issuer, subject));
	}

	/**
	 * @param token null for somebody who is not signed in
	 */
	public Caller(int port, @Nullable String token) {
		this.base = "http://127.0.0.1:" + port;
		this.token = token;
	}

	public Answer get(String path) {
		return send(request(path).GET());
	}

	/** With a new Idempotency-Key. */
	public Answer post(String path, Object body) {
		return post(path, body, UUID.randomUUID().toString());
	}

	public Answer post(String path, Object body, String key) {
		return send(request(path).header("Idempotency-Key", key).POST(json(body)));
	}

	public Answer put(String path, Object body, @Nullable Long revision) {
		return send(conditional(request(path), revision).PUT(json(body)));
	}

	public Answer delete(String path, @Nullable Long revision) {
		return send(conditional(request(path), revision).DELETE());
	}

	public CompletableFuture<Answer> putLater(String path, Object body, long revision) {
		return later(conditional(request(path), revision).PUT(json(body)));
	}

	public CompletableFuture<Answer> postLater(String path, Object body) {
		return later(request(path).header("Idempotency-Key", UUID.randomUUID().toString()).POST(json(body)));
	}

	/** Any request at all. */
	public HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(15))
			.header("Content-Type", "application/json");
		return (this.token != null) ? request.header("Authorization", "Bearer " + this.token) : request;
	}

	public Answer send(HttpRequest.Builder request) {
		try {
			return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static CompletableFuture<Answer> later(HttpRequest.Builder request) {
		return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Caller::answer);
	}

	private static HttpRequest.Builder conditional(HttpRequest.Builder request, @Nullable Long revision) {
		return (revision != null) ? request.header("If-Match", "\"" + revision + "\"") : request;
	}

	private static HttpRequest.BodyPublisher json(Object body) {
		return BodyPublishers.ofString((body instanceof String text) ? text : JSON.writeValueAsString(body));
	}

	private static Answer answer(HttpResponse<String> response) {
		String text = response.body();
		JsonNode body = text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
		return new Answer(response.statusCode(), body, response.headers());
	}

}
