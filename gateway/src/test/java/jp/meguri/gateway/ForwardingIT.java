package jp.meguri.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.metrics.WatchedMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ForwardingIT extends WholeGateway {

	private static final List<String> FORGED = List.of("X-Department: environment", "x-department: environment",
			"X_Department: environment", "X-User-Id: suzuki", "X-Roles: PLANNING", "X-Municipality: tsukimi",
			"X-Forwarded-User: suzuki", "X-Forwarded-For: 10.0.0.1", "X-Forwarded-For: 10.0.0.2",
			"X-Forwarded-Host: evil.example", "X-Forwarded-Prefix: /evil", "X-Forwarded-Proto: https",
			"Forwarded: for=10.0.0.1;host=evil.example", "X-Original-URL: /api/catalog/persons",
			"X-Rewrite-URL: /api/catalog/persons", "X-HTTP-Method-Override: DELETE", "X-HTTP-Method: DELETE",
			"X-Method-Override: DELETE", "X-Real-IP: 10.0.0.1", "Proxy-Authorization: Basic abc", "X-Amzn-Oidc-Data: x",
			"X-Remote-User: suzuki", "Remote_User: suzuki");

	@LocalManagementPort
	private int managementPort;

	@Test
	void forgedHeaders_neverReachAService() {
		raw(String.join("\r\n", FORGED) + "\r\n");
		var names = service.last().headers().keySet().stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
		assertThat(names).isSubsetOf("authorization", "host", "x-correlation-id", "traceparent", "accept", "user-agent",
				"content-length", "accept-encoding");
		assertThat(service.last().method()).isEqualTo("GET");
		assertThat(service.last().target()).isEqualTo("/api/goals/sheets");
		assertThat(service.last().headers().getFirst("Host")).isEqualTo(service.address().getAuthority());
	}

	/** "Connection: close, X-Correlation-Id" asks a proxy to drop what comes after it. */
	@ParameterizedTest
	@ValueSource(strings = { "Connection: close, Authorization", "Connection: close, X-Correlation-Id",
			"Connection: Host, close", "TE: trailers", "Keep-Alive: timeout=5", "Trailer: Authorization" })
	void hopByHopTricks_takeNothingAway(String trick) {
		var answer = raw(trick + "\r\n");
		assertThat(RawHttp.status(answer)).isEqualTo(200);
		assertThat(service.last().token()).startsWith("eyJ");
		assertThat(service.last().headers().getFirst("X-Correlation-Id")).isNotEmpty();
	}

	@Test
	void aSession_isRelayedAsTheUsersOwnToken_withoutItsCookies() {
		var browser = signedIn("nagisa", "sato");
		var answer = browser.get("/api/goals/sheets?fiscalYear=2026");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(service.last().target()).isEqualTo("/api/goals/sheets?fiscalYear=2026");
		assertThat(withToken(service.last().token(), "GET", "/api/me").body()).contains("佐藤 花");
		service.received().forEach((received) -> assertThat(received.headers()).doesNotContainKeys("Cookie"));
	}

	@Test
	void aScriptsToken_isRelayedAsItIs() {
		var token = provider.accessToken("nagisa", "sato");
		withToken(token, "GET", "/api/goals/sheets");
		assertThat(service.last().token()).isEqualTo(token);
	}

	@Test
	void openPages_areReadWithoutAnybodysToken() {
		var browser = signedIn("nagisa", "sato");
		for (String path : List.of("/published/nagisa", "/published/nagisa/2026/civic",
				"/published/nagisa/2026/civic/editions/2", "/api/public/nagisa/2026/civic")) {
			assertThat(browser().get(path).statusCode()).isEqualTo(200);
			browser.send(browser.request(path).header("Authorization", "Bearer abc").GET());
			assertThat(service.last().target()).isEqualTo(path);
			assertThat(service.last().headers()).doesNotContainKeys("Authorization", "Cookie");
		}
		assertThat(browser().post("/published/nagisa", "x").statusCode()).isEqualTo(404);
	}

	@Test
	void whatAServiceNeeds_arrives() {
		var browser = browser();
		var id = UUID.randomUUID().toString();
		browser.send(browser.request("/api/goals/sheets")
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "sato"))
			.header("If-None-Match", "\"3\"")
			.header("Accept-Language", "en")
			.header("X-Correlation-Id", id)
			.GET());
		var headers = service.last().headers();
		assertThat(headers.getFirst("If-None-Match")).isEqualTo("\"3\"");
		assertThat(headers.getFirst("Accept-Language")).isEqualTo("en");
		assertThat(headers.getFirst("X-Correlation-Id")).isEqualTo(id);
	}

	@Test
	void theCallersTrace_goesOn_withASpanOfOurs() {
		var browser = browser();
		browser.send(browser.request("/api/goals/sheets")
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "sato"))
			.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
			.header("baggage", "person=sato")
			.GET());
		assertThat(service.last().headers().getFirst("traceparent"))
			.matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-0[01]")
			.doesNotContain("b7ad6b7169203331");
		assertThat(service.last().headers()).doesNotContainKey("Baggage");
	}

	@Test
	void aTraceThatIsNone_isReplaced() {
		var browser = browser();
		browser.send(browser.request("/api/goals/sheets")
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "sato"))
			.header("traceparent", "'; drop table")
			.GET());
		assertThat(service.last().headers().getFirst("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[02]");
	}

	@Test
	void everyMetricAskedFor_isThere() {
		script("nagisa", "sato", "/api/goals/sheets");
		assertThat(script("nagisa", "sato", "/api/unknown").statusCode()).isEqualTo(404);
		try (var publisher = new EventPublisherForTests()) {
			new CityFixture(provider, publisher).heartbeat("nagisa", Instant.now());
		}
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(WatchedMetrics.missing("gateway", this.managementPort)).isEmpty());
	}

	@Test
	void aCorrelationIdThatIsNone_isReplaced() {
		var browser = browser();
		var answer = browser.send(browser.request("/api/me").header("X-Correlation-Id", "'; drop table").GET());
		assertThat(UUID.fromString(answer.headers().firstValue("X-Correlation-Id").orElseThrow())).isNotNull();
	}

	@Test
	void whatAServiceMayNotSay_staysInside() {
		service.answers((exchange) -> {
			exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=1");
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
			exchange.getResponseHeaders().add("Server", "secret/1.0");
			exchange.getResponseHeaders().add("Cache-Control", "public, max-age=600");
			exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
			exchange.getResponseHeaders().add("ETag", "\"7\"");
			StubService.send(exchange, 200, "{}");
		});
		var headers = script("nagisa", "sato", "/api/goals/sheets").headers();
		assertThat(headers.map()).doesNotContainKeys("set-cookie", "access-control-allow-origin", "server");
		assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
		assertThat(headers.allValues("Content-Security-Policy")).hasSize(1).allMatch((csp) -> csp.contains("'self'"));
		assertThat(headers.firstValue("ETag")).contains("\"7\"");
	}

	@Test
	void aServicesAnswer_passesUnchanged() {
		service.answers((exchange) -> {
			exchange.getResponseHeaders().add("Location", "/api/goals/1");
			StubService.send(exchange, 409, "{\"type\":\"urn:meguri:problem:wrong-state\",\"葛󠄀\":\"𠮷\"}");
		});
		var answer = script("nagisa", "sato", "/api/goals/sheets");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).isEqualTo("{\"type\":\"urn:meguri:problem:wrong-state\",\"葛󠄀\":\"𠮷\"}");
		assertThat(answer.headers().firstValue("Location")).contains("/api/goals/1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/me?x=1", "/api/docs?x", "/api/public/cities?sort=name" })
	void parametersNobodyKnows_areRefused(String target) {
		assertThat(problem(script("nagisa", "sato", target))).isEqualTo("400 unknown-parameter");
	}

	@Test
	void longerAddressesThanAServiceTakes_areRefusedHere() {
		String target = "/api/goals/plan-nodes?q=" + "a".repeat(3000);
		assertThat(problem(script("nagisa", "sato", target))).isEqualTo("414 uri-too-long");
		assertThat(service.received()).isEmpty();
	}

	@Test
	void everyAnswer_tellsTheBrowserToBeCareful() {
		for (String path : List.of("/", "/api/me", "/nowhere", "/published/nagisa", "/login/nagisa")) {
			var headers = browser().get(path).headers();
			assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'",
					"script-src 'self';", "frame-ancestors 'none'", "object-src 'none'");
			assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
			assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
		}
	}

	private String raw(String headers) {
		var token = provider.accessToken("nagisa", "sato");
		var close = headers.contains("Connection:") ? "" : "Connection: close\r\n";
		return RawHttp.send(this.port, "GET /api/goals/sheets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
				+ token + "\r\n" + close + headers + "\r\n");
	}

}
