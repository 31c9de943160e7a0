package jp.meguri.web.things;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bad inputs and their answers (parts 1 to 6 of the list; the numbers are its numbers).
 */
@MeguriIT
class BadInputIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@LocalServerPort
	private int port;

	private ThingClient client;

	@BeforeEach
	void prepare() throws SQLException {
		ThingClient.fillDirectory();
		this.client = new ThingClient(this.port);
	}

	static Stream<Arguments> bodies() {
		return Stream.of(of("B01 empty", "", 400), of("B02 null", "null", 400), of("B02 array", "[]", 400),
				of("B02 text", "\"x\"", 400), of("B02 number", "1", 400), of("B03 truncated", "{\"title\":\"a", 400),
				of("B04 trailing", "{\"title\":\"a\"}{}", 400),
				of("B05 doubled", "{\"title\":\"a\",\"title\":\"b\"}", 400), of("B06 deep", "[".repeat(100_000), 400),
				of("B06 deep object", "{\"parts\":[".repeat(501) + "]}".repeat(501), 400),
				of("B08 comment", "{/* */\"title\":\"a\"}", 400), of("B08 quotes", "{'title':'a'}", 400),
				of("B08 comma", "{\"title\":\"a\",}", 400),
				of("unknown member", "{\"title\":\"a\",\"state\":\"CONFIRMED\"}", 400),
				of("unknown inner member", "{\"title\":\"a\",\"parts\":[{\"approvedBy\":1}]}", 400),
				of("null entry", "{\"title\":\"a\",\"parts\":[null]}", 400));
	}

	static Stream<Arguments> values() {
		return Stream.of(of("B21 huge", "\"amount\":1e400", 400, 422), of("B21 NaN", "\"amount\":NaN", 400, 400),
				of("B21 Infinity", "\"amount\":Infinity", 400, 400),
				of("B22 long", "\"amount\":" + "9".repeat(1001), 400, 400),
				of("B23 2^63", "\"amount\":9223372036854775808", 422, 422),
				of("B23 negative", "\"amount\":-1", 422, 422),
				of("B23 fraction", "\"amount\":0.123456789012345", 400, 422),
				of("B24 text", "\"amount\":\"12\"", 400, 400), of("B25 wide", "\"amount\":１２", 400, 400),
				of("number for text", "\"title\":12", 400, 400), of("boolean for number", "\"amount\":true", 400, 400),
				of("object for text", "\"text\":{}", 400, 400), of("B28 NUL", "\"text\":\"a\\u0000b\"", 422, 422),
				of("B29 half", "\"text\":\"a\\ud800b\"", 400, 400),
				of("B29 other half", "\"text\":\"\\udc00\"", 400, 400), of("B30 C0", "\"text\":\"a\\u0007\"", 422, 422),
				of("B30 C1", "\"text\":\"a\\u0085\"", 422, 422), of("B30 DEL", "\"text\":\"a\\u007f\"", 422, 422),
				of("B30 CR", "\"text\":\"a\\r\\nb\"", 422, 422),
				of("B31 override", "\"title\":\"a\\u202eb\"", 422, 422),
				of("B31 isolate", "\"title\":\"a\\u2067b\"", 422, 422),
				of("B32 zero width", "\"title\":\"\\u200b\\u3000\\u00a0\\u3164\"", 422, 422),
				of("B32 empty", "\"title\":\"\"", 422, 422),
				of("B34 stacked", "\"title\":\"か" + "\\u3099".repeat(31) + "\"", 422, 422),
				of("B37 too long", "\"text\":\"" + "あ".repeat(10_001) + "\"", 422, 422),
				of("B38 noncharacter", "\"text\":\"\\ufffe\"", 422, 422),
				of("B41 line end", "\"title\":\"a\\nb\"", 422, 422), of("B44 day", "\"day\":\"2026-02-30\"", 422, 422),
				of("B44 leap", "\"day\":\"2025-02-29\"", 422, 422), of("B44 era", "\"day\":\"令和8年2月1日\"", 422, 422),
				of("B45 month", "\"day\":\"2026-13-01\"", 422, 422), of("B45 zero", "\"day\":\"2026-01-00\"", 422, 422),
				of("B45 24:00", "\"at\":\"2026-01-01T24:00:00+09:00\"", 422, 422),
				of("B45 leap second", "\"at\":\"2026-01-01T23:59:60+09:00\"", 422, 422),
				of("B47 year 0", "\"day\":\"0000-01-01\"", 422, 422),
				of("B47 year -1", "\"day\":\"-0001-01-01\"", 422, 422),
				of("B47 year 9999", "\"day\":\"9999-01-01\"", 422, 422),
				of("B47 far", "\"at\":\"+999999999-01-01T00:00:00Z\"", 422, 422),
				of("B48 no offset", "\"at\":\"2026-01-01T00:00:00\"", 422, 422),
				of("B48 offset", "\"at\":\"2026-01-01T00:00:00+18:01\"", 422, 422),
				of("B48 zone", "\"at\":\"2026-01-01T00:00:00 JST\"", 422, 422),
				of("B50 two digits", "\"day\":\"26-01-01\"", 422, 422),
				of("B50 slashes", "\"day\":\"2026/1/1\"", 422, 422),
				of("B50 epoch text", "\"at\":\"1767193200000\"", 422, 422),
				of("B50 epoch", "\"at\":1767193200000", 400, 400), of("B51 wide", "\"day\":\"２０２６-01-01\"", 422, 422),
				of("enum", "\"kind\":\"HUGE\"", 422, 422), of("enum number", "\"kind\":0", 400, 422),
				of("enum empty", "\"kind\":\"\"", 400, 422), of("enum case", "\"kind\":\"big\"", 422, 422),
				of("B52 short id", "\"other\":\"1-1-1-1-1\"", 422, 422),
				of("B52 upper id", "\"other\":\"018F2F6E-0000-7000-8000-00000000000A\"", 422, 422),
				of("B52 urn", "\"other\":\"urn:uuid:018f2f6e-0000-7000-8000-000000000001\"", 422, 422),
				of("B52 braces", "\"other\":\"{018f2f6e-0000-7000-8000-000000000001}\"", 422, 422));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("bodies")
	void body_isRefused(String name, String body, int status) {
		refused(this.client.create(body), status, status);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("values")
	void value_isRefused(String name, String member, int status, int orStatus) {
		String body = member.startsWith("\"title\"") ? "{" + member + "}" : "{\"title\":\"題\"," + member + "}";
		int before = ThingApplication.ThingController.CREATED.get();
		refused(this.client.create(body), status, orStatus);
		assertThat(ThingApplication.ThingController.CREATED.get()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "👨‍👩‍👧‍👦🇯🇵👍🏽", "か\u3099", "葛\uDB40\uDD00", "𠮷野家", "\uFA19", "\uE000",
			"ﾊﾝｶｸ①㈱㍻〜～−－", "' OR 1=1--", "<script>alert(1)</script>", "${jndi:ldap://x}", "#{T(x)}{{7*7}}", "=1+1" })
	void text_isKeptExactly(String text) {
		JsonNode answer = answer(
				this.client.create(JSON.writeValueAsString(java.util.Map.of("title", "題", "text", text))));
		assertThat(answer.at("/thing/text").asString()).isEqualTo(text);
	}

	@Test
	void longestText_isCountedInCharacters_notBytes() {
		String text = "𠮷".repeat(10_000);
		JsonNode answer = answer(this.client.create("{\"title\":\"題\",\"text\":\"" + text + "\"}"));
		assertThat(answer.at("/thing/text").asString()).isEqualTo(text);
	}

	@Test
	void bodyInAnotherEncoding_isRefused() {
		refused(raw("{\"title\":\"題\"}".getBytes(Charset.forName("Shift_JIS")), MediaType.APPLICATION_JSON), 400, 415);
		for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE"))) {
			refused(raw("{\"title\":\"題\"}".getBytes(wide), MediaType.APPLICATION_JSON), 400, 415);
		}
		refused(raw(new byte[] { '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}' },
				MediaType.APPLICATION_JSON), 400, 422);
		refused(raw(new byte[] { '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xED, (byte) 0xA0,
				(byte) 0x80, '"', '}' }, MediaType.APPLICATION_JSON), 400, 400);
		refused(raw(new byte[] { '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xF5, '"', '}' },
				MediaType.APPLICATION_JSON), 400, 400);
		refused(this.client.as("sato", HttpMethod.POST, "/api/things")
			.header("Idempotency-Key", "charset")
			.header("Content-Type", "application/json;charset=x")
			.body((request, context) -> request
				.writeWith(Mono.just(request.bufferFactory().wrap("{}".getBytes(StandardCharsets.UTF_8)))))
			.exchange(), 415, 415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "multipart/form-data;boundary=x",
			"application/x-www-form-urlencoded" })
	void otherType_isRefused(String type) {
		refused(raw("{}".getBytes(StandardCharsets.UTF_8), MediaType.parseMediaType(type)), 415, 415);
	}

	@Test
	void compressedBody_isRefused() {
		refused(this.client.as("sato", HttpMethod.POST, "/api/things")
			.header("Idempotency-Key", "gzip")
			.header("Content-Encoding", "gzip")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}")
			.exchange(), 415, 415);
	}

	@Test
	void otherAnswerType_isRefused() {
		ResponseSpec answer = this.client.as("sato", HttpMethod.GET, "/api/things/" + UUID.randomUUID())
			.accept(MediaType.IMAGE_PNG)
			.exchange();
		refused(answer, 406, 406);
	}

	@Test
	void largeBody_isRefused() {
		refused(this.client.create("{\"title\":\"題\",\"text\":\"" + "a".repeat(2_000_000) + "\"}"), 413, 413);
	}

	@Test
	void manyMembers_areRefused() {
		StringBuilder body = new StringBuilder("{");
		for (int i = 0; i < 40_000; i++) {
			body.append("\"k").append(i).append("\":1,");
		}
		refused(this.client.create(body.append("\"title\":\"題\"}").toString()), 400, 413);
	}

	@ParameterizedTest
	@CsvSource({ "'',400", "'a b',400" })
	void idempotencyKey_isRefused(String key, int status) {
		refused(withKey(key), status, status);
	}

	@Test
	void longIdempotencyKey_isRefused() {
		refused(withKey("k".repeat(256)), 400, 400);
		assertThat(withKey("k".repeat(255)).returnResult().getStatus().value()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?page=1", "?limit=1&limit=2", "?limit=１２", "?limit=0x10", "?limit=", "?state=A",
			"?state[]=BIG", "?limit=1%00", "?limit=99999999999", "?LIMIT=1" })
	void queryParameter_isRefused(String query) {
		String path = "/api/things/018f2f6e-0000-7000-8000-000000000001" + query;
		refused(this.client.as("sato", HttpMethod.GET, path).exchange(), 400, 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1-1-1-1-1", "null", "undefined", "018F2F6E-0000-7000-8000-000000000001",
			"urn:uuid:018f2f6e-0000-7000-8000-000000000001", "018f2f6e-0000-7000-8000-000000000001.json" })
	void idInAPath_isUnknown(String id) {
		refused(this.client.as("sato", HttpMethod.GET, "/api/things/" + id).exchange(), 404, 404);
	}

	@Test
	void hugeHeaders_areRefused() {
		int status = this.client.as("sato", HttpMethod.GET, "/api/things/" + UUID.randomUUID())
			.header("X-Long", "x".repeat(64_000))
			.exchange()
			.returnResult()
			.getStatus()
			.value();
		assertThat(status).isIn(400, 413, 431);
	}

	private ResponseSpec withKey(String key) {
		return this.client.as("sato", HttpMethod.POST, "/api/things")
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"title\":\"題\"}")
			.exchange();
	}

	private ResponseSpec raw(byte[] body, MediaType type) {
		return this.client.as("sato", HttpMethod.POST, "/api/things")
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.contentType(type)
			.bodyValue(body)
			.exchange();
	}

	private static JsonNode answer(ResponseSpec response) {
		return JSON.readTree(response.expectStatus().isCreated().expectBody().returnResult().getResponseBody());
	}

	private static void refused(ResponseSpec response, int status, int orStatus) {
		var result = response.expectBody().returnResult();
		assertThat(result.getStatus().value()).isIn(status, orStatus);
		JsonNode problem = JSON.readTree(result.getResponseBody());
		assertThat(problem.get("status").asInt()).isEqualTo(result.getStatus().value());
		assertThat(problem.get("type").asString()).startsWith("urn:meguri:problem:");
		assertThat(problem.at("/i18n/ja/title").asString()).doesNotContain("problem.");
		assertThat(problem.at("/i18n/en/detail").asString()).doesNotContain("problem.");
		assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(problem.toString()).doesNotContain("Exception", "jackson", "jp.meguri.web");
	}

	private static Arguments of(Object... arguments) {
		return Arguments.of(arguments);
	}

}
