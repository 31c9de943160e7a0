package jp.meguri.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests no client library would send. None reaches a service.
 */
class PathTrickIT extends WholeGateway {

	@ParameterizedTest
	@ValueSource(strings = { "/api/goals/..;/catalog/persons", "/api/goals/;x=1/sheets", "/api/goals/sheets;x=1",
			"/api/goals/%2e%2e%2fcatalog/persons", "/api/goals/%2e%2e/catalog/persons", "/api/goals%2Fsheets",
			"/api/goals%252fsheets", "/api/goals/sheets%3B", "//api/goals/sheets", "/api//goals/sheets",
			"/api/./goals/sheets", "/api/x/../goals/sheets", "/api/goals/sheets/", "/api/goals/sheets.",
			"/api/goals/sheets%00", "/api/goals/sheets%00.json", "/api/goals/%c0%ae%c0%ae/catalog",
			"/api/goals\\sheets", "/api/goals/..\\catalog", "/api/goals/%5c..%5c", "/API/goals/sheets",
			"/api/Goals/sheets", "/api/goals/sheets.json", "/api/goals/sheets#x", "/api/goals/／sheets",
			"/api/goals/sheets%20", "/published/..;/api/goals/sheets", "/published/%2e%2e/api/goals/sheets",
			"/api/public/../goals/sheets", "/api/public/%2e%2e/goals/sheets", "/api/public/..%2fgoals/sheets",
			"http://localhost/api/goals/sheets", "http://evil.example/api/goals/sheets", "api/goals/sheets", "*",
			"/api/goals/sheets HTTP/1.1 x", "/api/goals/sheets%0d%0aX:y", "/api/goals/{id}", "/%61pi/goals/sheets",
			"/api/goals/shee%74s" })
	void aTrick_is400or404_beforeAnyService(String target) {
		var answer = RawHttp.get(this.port, target,
				"Authorization: Bearer " + provider.accessToken("nagisa", "sato") + "\r\n");
		assertThat(RawHttp.status(answer)).as(answer).isIn(400, 404);
		assertThat(service.received()).noneMatch((received) -> received.target().contains("sheets"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "PROPFIND", "OPTIONS", "CONNECT", "get", "FOO" })
	void anUnusualMethod_isRefused(String method) {
		var answer = RawHttp.send(this.port, method + " /api/goals/sheets HTTP/1.1\r\nHost: localhost\r\n"
				+ "Connection: close\r\nAuthorization: Bearer " + provider.accessToken("nagisa", "sato") + "\r\n\r\n");
		assertThat(RawHttp.status(answer)).as(answer).isIn(400, 405, 501);
		assertThat(service.received()).noneMatch((received) -> received.target().contains("sheets"));
	}

	@Test
	void head_isAuthorisedLikeGet() {
		assertThat(script("nagisa", "sato", "HEAD", "/api/catalog/units").statusCode()).isEqualTo(200);
		assertThat(script("nagisa", "sato", "HEAD", "/api/catalog/persons").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: evil.example", "Host: localhost.evil.example", "Host: ", "Host: [::", "Host: a b",
			"Host: localhost\r\nHost: evil.example", "Host: localhost@evil.example" })
	void aForeignHost_isRefused(String host) {
		var answer = RawHttp.send(this.port, "GET /login/nagisa HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
		assertThat(RawHttp.status(answer)).as(answer).isIn(400, 421);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
			"Expect: 200-foo", "Content-Encoding: gzip" })
	void whatIsNotSpokenHere_isRefused(String header) {
		var answer = RawHttp.get(this.port, "/api/goals/sheets",
				"Authorization: Bearer " + provider.accessToken("nagisa", "sato") + "\r\n" + header + "\r\n");
		assertThat(RawHttp.status(answer)).as(answer).isIn(400, 415, 417);
		assertThat(service.received()).noneMatch((received) -> received.target().contains("sheets"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
			"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
			"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc", "Content-Length: -1\r\n\r\n" })
	void smuggling_isRefused(String rest) {
		var answer = RawHttp.send(this.port,
				"POST /api/goals/imports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
						+ provider.accessToken("nagisa", "sato") + "\r\n" + rest);
		assertThat(RawHttp.status(answer)).as(answer).isIn(0, 400, 408, 413, 502, 503);
	}

	@Test
	void longLinesAndHeads_areRefused() {
		assertThat(RawHttp.status(RawHttp.get(this.port, "/" + "a".repeat(20_000), ""))).isIn(400, 414);
		assertThat(RawHttp.status(RawHttp.get(this.port, "/", "X: " + "a".repeat(64_000) + "\r\n"))).isIn(0, 400, 413,
				431);
		assertThat(RawHttp.status(RawHttp.get(this.port, "/", "Accept-Language: " + "a".repeat(10_000) + "\r\n")))
			.isIn(200, 404, 431);
	}

}
