package jp.meguri.gateway.routes;

import jp.meguri.trace.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class OutgoingHeadersTest {

	private final OutgoingHeaders outgoing = new OutgoingHeaders(Traces.none());

	private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

	@ParameterizedTest
	@ValueSource(strings = { "X-Department", "x_department", "X-User-Id", "X-Roles", "X-Municipality",
			"X-Forwarded-User", "X-Forwarded-For", "X_Forwarded_For", "X-Forwarded-Host", "X-Forwarded-Prefix",
			"Forwarded", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-HTTP-Method",
			"X-Method-Override", "X-Real-IP", "Cookie", "Authorization", "Proxy-Authorization", "X-XSRF-TOKEN",
			"Connection", "Upgrade", "TE", "Trailer", "Origin", "Referer", "Host", "Via", "traceparent", "anything" })
	void whatIsNotListed_staysOutside(String name) {
		var headers = new HttpHeaders();
		headers.add(name, "forged");
		assertThat(this.outgoing.filter(headers, this.exchange).headerNames()).containsExactly("X-Correlation-Id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "accept-language", "CONTENT-TYPE", "If-Match", "If-None-Match",
			"Idempotency-Key", "Last-Event-ID" })
	void whatServicesNeed_passes(String name) {
		var headers = new HttpHeaders();
		headers.add(name, "value");
		assertThat(this.outgoing.filter(headers, this.exchange).get(name)).containsExactly("value");
	}

	@Test
	void theUsersToken_isTheOnlyAuthorization() {
		var headers = new HttpHeaders();
		headers.add("Authorization", "Bearer forged");
		this.exchange.getAttributes().put(UserToken.ATTRIBUTE, "the user's own");
		assertThat(this.outgoing.filter(headers, this.exchange).get("Authorization"))
			.containsExactly("Bearer the user's own");
	}

}
