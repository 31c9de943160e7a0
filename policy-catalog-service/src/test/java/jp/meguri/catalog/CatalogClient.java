package jp.meguri.catalog;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jp.meguri.test.TestTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/**
 * A person at the catalog's own port.
 */
public final class CatalogClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WebTestClient web;

	private final String token;

	private CatalogClient(WebTestClient web, String token) {
		this.web = web;
		this.token = token;
	}

	/** {@code nagisa/sato}; anonymous when empty. */
	public static CatalogClient as(int port, String who) {
		WebTestClient web = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofSeconds(20))
			.build();
		String[] parts = who.split("/");
		return new CatalogClient(web, who.isEmpty() ? "" : TestTokens.tokenFor(parts[0], parts[1]));
	}

	public static CatalogClient withToken(int port, String token) {
		return new CatalogClient(as(port, "").web, token);
	}

	/** The directory follows the demo's events, heartbeat last. */
	public static void waitUntilEverybodyIsKnown(int port) {
		Map.of("nagisa/yamada", "cycles", "tsukimi/hayashi", "cycles", "operations/ops", "municipalities")
			.forEach((who, path) -> await().atMost(Duration.ofSeconds(60))
				.until(() -> status(as(port, who).get("/api/catalog/" + path)) == 200));
		await().atMost(Duration.ofSeconds(60))
			.until(() -> isFresh(port, "nagisa/yamada") && isFresh(port, "tsukimi/hayashi"));
	}

	// An empty body is refused as such once writing is possible at all.
	private static boolean isFresh(int port, String who) {
		return status(as(port, who).create("/api/catalog/units", "")) == 400;
	}

	static int status(ResponseSpec response) {
		return response.expectBody().returnResult().getStatus().value();
	}

	public ResponseSpec get(String path) {
		return request(HttpMethod.GET, path).exchange();
	}

	public JsonNode read(String path) {
		byte[] body = get(path).expectStatus().isOk().expectBody().returnResult().getResponseBody();
		return JSON.readTree(body);
	}

	/** A create with a key of its own. */
	public ResponseSpec create(String path, String body) {
		return create(path, UUID.randomUUID().toString(), body);
	}

	public ResponseSpec create(String path, String key, String body) {
		return request(HttpMethod.POST, path).header("Idempotency-Key", key).bodyValue(body).exchange();
	}

	/** A command on what was read at that revision. */
	public ResponseSpec send(HttpMethod method, String path, long revision, String body) {
		return request(method, path).header(HttpHeaders.IF_MATCH, "\"" + revision + "\"").bodyValue(body).exchange();
	}

	public RequestBodySpec request(HttpMethod method, String path) {
		return this.web.method(method).uri(path).headers(this::authorise).contentType(MediaType.APPLICATION_JSON);
	}

	private void authorise(HttpHeaders headers) {
		if (!this.token.isEmpty()) {
			headers.setBearerAuth(this.token);
		}
	}

	public static JsonNode json(ResponseSpec response) {
		return JSON.readTree(response.expectBody().returnResult().getResponseBody());
	}

}
