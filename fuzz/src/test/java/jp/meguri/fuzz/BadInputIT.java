package jp.meguri.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bad inputs of the reliability list (part 4, B01 to B58 and B71 to B80) at the
 * gateway, with the real services behind it. Files are {@link BadFileIT}'s. What does not
 * apply, and why, is told in the README.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

	private static final String CLERK = "sato";

	private static final String PLANNER = "yamada";

	private static final int YEAR = 2025;

	private static final String BLOCK = "{\"id\":\"018f2f6e-0000-7000-8000-0000000000aa\",\"level\":0,\"marker\":\"\",\"tags\":[],\"text\":%s}";

	private static final String LISTS = Stream
		.of("tags", "mission", "policies", "statement", "roadmap", "links", "purpose", "direction", "targets",
				"responsibilities", "references", "readings")
		.map((list) -> "\"" + list + "\":[]")
		.reduce((one, other) -> one + "," + other)
		.orElseThrow();

	private final Platform platform = Platform.in(Path.of(System.getProperty("meguri.data")));

	private final Door door = new Door(this.platform);

	private final Raw raw = new Raw(this.platform);

	private String sheet = "";

	private String person = "";

	private String window = "";

	@BeforeAll
	void findTheDemo() {
		JsonNode units = Door.good(this.door.get(CLERK, "/api/catalog/units")).path("items");
		JsonNode civic = first(units, "code", "civic");
		this.sheet = "/api/goals/sheets/" + YEAR + "/" + civic.path("id").asString();
		this.person = Door.good(this.door.get(CLERK, "/api/me")).at("/person/id").asString();
		JsonNode cycles = Door.good(this.door.get(PLANNER, "/api/catalog/cycles")).path("items");
		this.window = first(cycles, "mode", "LIVE").at("/windows/0/id").asString();
	}

	static Stream<Arguments> bodies() {
		String good = goal("\"題\"", "\"本文\"");
		return Stream.of(row("B01 empty", "", 400), row("B02 null", "null", 400), row("B02 array", "[]", 400),
				row("B02 text", "\"x\"", 400), row("B02 number", "1", 400),
				row("B03 truncated", good.substring(0, good.length() - 2), 400), row("B04 trailing", good + "{}", 400),
				row("B05 doubled", good.replaceFirst("\\{", "{\"kind\":\"ANNUAL_GOAL\","), 400),
				row("B06 arrays", "[".repeat(100_000), 400),
				row("B06 objects", "{\"content\":".repeat(501) + "1" + "}".repeat(501), 400),
				row("B07 many members", "{"
						+ IntStream.range(0, 100_000).mapToObj((i) -> "\"k" + i + "\":1,").reduce("", String::concat)
						+ "\"kind\":1}", 400, 413),
				row("B08 comment", "/**/" + good, 400), row("B08 quotes", good.replace('"', '\''), 400),
				row("B08 comma", good.substring(0, good.length() - 1) + ",}", 400),
				row("B55 unknown member", good.replaceFirst("\\{", "{\"state\":\"CONFIRMED\","), 400));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("bodies")
	void body_isRefused(String name, String body, List<Integer> statuses) {
		Door.requireRefused(create(body), statuses.toArray(Integer[]::new));
	}

	static Stream<Arguments> encodings() {
		String good = goal("\"題\"", "\"本文\"");
		return Stream.of(row("B10 UTF-16", good.getBytes(StandardCharsets.UTF_16), 400, 415),
				row("B10 Shift_JIS", good.getBytes(Charset.forName("Windows-31J")), 400, 415),
				row("B11 overlong", spoiled(good, 0xC0, 0x80), 400),
				row("B11 surrogate", spoiled(good, 0xED, 0xA0, 0x80), 400),
				row("B11 beyond", spoiled(good, 0xF5), 400));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("encodings")
	void encoding_isRefused(String name, byte[] body, List<Integer> statuses) {
		Door.requireRefused(this.door.send(CLERK, "POST", this.sheet + "/goals",
				Map.of("Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString()), body),
				statuses.toArray(Integer[]::new));
	}

	@Test
	void b09_aByteOrderMark_isTakenAsWhitespace_orRefused() {
		Answer answer = create("\uFEFF" + goal("\"題\"", "\"本文\""));
		if (answer.isGood()) {
			forget(answer);
		}
		else {
			Door.requireRefused(answer, 400);
		}
	}

	@Test
	void b12_b13_aBodyWithoutMeasure_is413() {
		String head = "POST " + this.sheet + "/goals HTTP/1.1\r\n" + this.raw.host() + bearer()
				+ "Content-Type: application/json\r\nIdempotency-Key: measureless\r\n";
		assertThat(this.raw.status(head + "Content-Length: 52428800\r\n\r\n")).isEqualTo(413);
		String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
		assertThat(this.raw.status(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(6))).isIn(0, 413);
	}

	@ParameterizedTest(name = "B14 {0}")
	@CsvSource({ "two lengths,'Content-Length: 5\r\nContent-Length: 6\r\n'",
			"length and chunks,'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'",
			"negative,'Content-Length: -1\r\n'", "plus,'Content-Length: +5\r\n'", "list,'Content-Length: 5, 6\r\n'",
			"unknown coding,'Transfer-Encoding: xchunked\r\n'", "blank before the colon,'Content-Length : 5\r\n'",
			"huge,'Content-Length: 99999999999999999999\r\n'" })
	void b14_smuggling_isRefused_andNothingFollows(String name, String header) {
		String second = "GET /api/me HTTP/1.1\r\n" + this.raw.host() + "\r\n";
		String answer = this.raw.send("POST " + this.sheet + "/goals HTTP/1.1\r\n" + this.raw.host() + bearer()
				+ "Content-Type: application/json\r\nConnection: close\r\n" + header + "\r\n0\r\n\r\n" + second);
		assertThat(answer).satisfiesAnyOf((text) -> assertThat(text).isEmpty(),
				(text) -> assertThat(text).startsWith("HTTP/1.1 4"));
		assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSizeLessThanOrEqualTo(2);
	}

	@ParameterizedTest(name = "B14 {0}")
	@CsvSource({ "size overflows,'FFFFFFFFFFFFFFFFF\r\nx'", "no size,'zz\r\nx'", "negative size,'-1\r\nx'" })
	void b14_brokenChunks_areRefused(String name, String chunk) {
		assertThat(this.raw.status("POST " + this.sheet + "/goals HTTP/1.1\r\n" + this.raw.host() + bearer()
				+ "Content-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk
				+ "\r\n0\r\n\r\n"))
			.isIn(0, 400);
	}

	static Stream<Arguments> headers() {
		return Stream.of(row("B15 gzip", Map.of("Content-Encoding", "gzip"), 415),
				row("B16 text", Map.of("Content-Type", "text/plain"), 415),
				row("B16 XML", Map.of("Content-Type", "application/xml"), 415),
				row("B16 multipart", Map.of("Content-Type", "multipart/form-data;boundary=x"), 415),
				row("B16 form", Map.of("Content-Type", "application/x-www-form-urlencoded"), 415),
				row("B16 nonsense", Map.of("Content-Type", ";;;"), 415, 400),
				row("B18 charset", Map.of("Content-Type", "application/json;charset=x"), 415),
				row("B17 accept", Map.of("Accept", "image/png"), 406),
				row("B20 blank in the key", Map.of("Idempotency-Key", "a b"), 400),
				row("B20 long key", Map.of("Idempotency-Key", "k".repeat(256)), 400));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("headers")
	void header_isRefused(String name, Map<String, String> header, List<Integer> statuses) {
		var headers = new java.util.HashMap<>(
				Map.of("Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString()));
		headers.putAll(header);
		Door.requireRefused(this.door.send(CLERK, "POST", this.sheet + "/goals", headers,
				goal("\"題\"", "\"本文\"").getBytes(StandardCharsets.UTF_8)), statuses.toArray(Integer[]::new));
	}

	@Test
	void b16_b20_missingHeaders_areRefused() {
		byte[] body = goal("\"題\"", "\"本文\"").getBytes(StandardCharsets.UTF_8);
		Door.requireRefused(this.door.send(CLERK, "POST", this.sheet + "/goals", Map.of("Idempotency-Key", "k"), body),
				415);
		Door.requireRefused(
				this.door.send(CLERK, "POST", this.sheet + "/goals", Map.of("Content-Type", "application/json"), body),
				400);
	}

	@Test
	void b20_aKeyThatIsNotAscii_is400() {
		assertThat(this.raw.status("POST " + this.sheet + "/goals HTTP/1.1\r\n" + this.raw.host() + bearer()
				+ "Idempotency-Key: \u00e9\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"))
			.isEqualTo(400);
	}

	@Test
	void b19_anUnknownExpectation_is417() {
		assertThat(this.raw.status("POST " + this.sheet + "/goals HTTP/1.1\r\n" + this.raw.host() + bearer()
				+ "Expect: 200-foo\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
			.isEqualTo(417);
	}

	@Test
	void b20_aKeyUsedForAnotherBody_is422() {
		var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString());
		Answer created = this.door.send(CLERK, "POST", this.sheet + "/goals", headers,
				goal("\"題\"", "\"本文\"").getBytes(StandardCharsets.UTF_8));
		Door.good(created);
		Door.requireRefused(this.door.send(CLERK, "POST", this.sheet + "/goals", headers,
				goal("\"別の題\"", "\"本文\"").getBytes(StandardCharsets.UTF_8)), 422);
		forget(created);
	}

	static Stream<Arguments> numbers() {
		return Stream.of(row("B21 huge", "1e400", 400, 422), row("B21 NaN", "NaN", 400),
				row("B21 Infinity", "Infinity", 400), row("B22 1001 digits", "9".repeat(1001), 400),
				row("B23 2^63", "9223372036854775808", 422), row("B23 2^31", "2147483648", 422),
				row("B23 negative", "-1", 422), row("B23 minus zero", "-0", 422),
				row("B23 fraction", "0.123456789012345", 400, 422), row("B24 text", "\"2025\"", 400),
				row("B25 wide", "２０２５", 400), row("B25 wide text", "\"２０２５\"", 400, 422),
				row("B25 Arabic", "\"٢٠٢٥\"", 400, 422), row("boolean", "true", 400), row("object", "{}", 400));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("numbers")
	void number_isRefused(String name, String number, List<Integer> statuses) {
		String scheme = "{\"name\":\"名\",\"firstYear\":" + number + ",\"lastYear\":2026,\"grades\":[]}";
		Door.requireRefused(this.door.json(PLANNER, "POST", "/api/catalog/grading-schemes", scheme),
				statuses.toArray(Integer[]::new));
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "B27,/api/goals/imports?page=-1", "B27,/api/goals/imports?size=100000",
			"B27,/api/goals/imports?cursor=x", "B27,/api/goals/imports/remarks?cursor=%00",
			"B27,/api/goals/imports/remarks?cursor=garbage", "B27,/api/notifications/inbox?cursor=AAAA",
			"B27,/api/goals/plan-links/unresolved?after=garbage", "B27,/api/catalog/persons?cursor=1-1-1-1-1",
			"B28,/api/goals/plan-nodes?q=%00", "B28,/api/goals/plan-nodes?q=a%00b",
			"B11,/api/goals/plan-nodes?q=%C0%80", "B29,/api/goals/plan-nodes?q=%ED%A0%80",
			"B25,/api/goals/sheets?fiscalYear=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%95",
			"B54,/api/goals/sheets?fiscalYear=2025&fiscalYear=2026", "B54,/api/goals/sheets?state[]=DRAFT",
			"B55,/api/goals/sheets?sort=title", "B55,/api/me?x=1", "B55,/api/public/cities?x=1", "B55,/api/docs?x=1",
			"B52,/api/goals/imports?batch=1-1-1-1-1",
			"B52,/api/goals/imports?batch=018F2F6E-0000-7000-8000-00000000000A" })
	void parameter_isRefused(String number, String target) {
		Door.requireRefused(this.door.get(PLANNER, target), 400, 422);
	}

	static Stream<Arguments> texts() {
		return Stream.of(row("B28 NUL", "title", "\"a\\u0000b\"", 422), row("B28 NUL", "text", "\"\\u0000\"", 422),
				row("B29 half", "title", "\"a\\ud800\"", 400), row("B29 other half", "text", "\"\\udc00b\"", 400),
				row("B30 C0", "text", "\"a\\u0007\"", 422), row("B30 C1", "text", "\"a\\u0085\"", 422),
				row("B30 DEL", "title", "\"\\u007f\"", 422), row("B30 CR", "text", "\"a\\r\\nb\"", 422),
				row("B30 ESC", "text", "\"\\u001b[31m\"", 422), row("B31 override", "title", "\"a\\u202eb\"", 422),
				row("B31 isolate", "title", "\"\\u2067b\"", 422),
				row("B32 invisible", "title", "\"\\u200b\\u3000\\u3164\"", 422),
				row("B34 stacked", "text", "\"か" + "\\u3099".repeat(31) + "\"", 422),
				row("B37 too long", "text", "\"" + "あ".repeat(10_001) + "\"", 422),
				row("B37 100 000", "text", "\"" + "あ".repeat(100_000) + "\"", 422),
				row("B37 title", "title", "\"" + "𠮷".repeat(201) + "\"", 422),
				row("B38 noncharacter", "text", "\"\\ufffe\"", 422),
				row("B38 noncharacter", "text", "\"\\ufdd0\"", 422),
				row("B41 line end", "title", "\"a\\nBcc: x@example.jp\"", 422));
	}

	@ParameterizedTest(name = "{0} in {1}")
	@MethodSource("texts")
	void text_isRefused(String name, String member, String value, List<Integer> statuses) {
		String body = member.equals("title") ? goal(value, "\"本文\"") : goal("\"題\"", value);
		Door.requireRefused(create(body), statuses.toArray(Integer[]::new));
	}

	static Stream<Arguments> keptTexts() {
		return Stream.of(Arguments.of("B31 override in a body", "a\u202eb\u202c"),
				Arguments.of("B33 emoji", "👨‍👩‍👧‍👦🇯🇵👍🏽"), Arguments.of("B34 combining", "か\u3099"),
				Arguments.of("B34 30 marks", "か" + "\u3099".repeat(30)), Arguments.of("B35 IVS", "葛\uDB40\uDD00"),
				Arguments.of("B35 pair", "𠮷野家"), Arguments.of("B35 U+FA19", "\uFA19"),
				Arguments.of("B35 private", "\uE000\uDB80\uDC00"), Arguments.of("B36 half width", "ﾊﾝｶｸ①㈱㍻"),
				Arguments.of("B36 waves", "〜～−－"), Arguments.of("B37 longest", "𠮷".repeat(10_000)),
				Arguments.of("B39 quote", "' OR 1=1--"), Arguments.of("B39 drop", "'; DROP TABLE goal;"),
				Arguments.of("B39 pattern", "%_\\"), Arguments.of("B40 script", "<script>alert(1)</script>"),
				Arguments.of("B40 javascript", "javascript:alert(1)"), Arguments.of("B40 template", "{{7*7}}"),
				Arguments.of("B40 JNDI", "${jndi:ldap://127.0.0.1/x}"),
				Arguments.of("B40 SpEL", "#{T(java.lang.Runtime)}"), Arguments.of("B40 SpEL", "T(java.lang.Runtime)"),
				Arguments.of("B30 LF and TAB", "a\n\tb"), Arguments.of("B70 formula", "=1+1"),
				Arguments.of("edges", " \u3000a\u3000 "));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("keptTexts")
	void text_isKeptExactly(String name, String text) {
		Answer created = create(goal("\"題\"", Door.quoted(text)));
		Door.good(created);
		String path = created.header("Location");
		assertThat(Door.good(this.door.get(CLERK, path)).at("/content/actions/0/text").asString()).isEqualTo(text);
		assertThat(this.door.get(CLERK, this.sheet + "/export?format=csv").status()).isEqualTo(200);
		forget(created);
	}

	@ParameterizedTest(name = "B39 {0}")
	@CsvSource({ "'%27%20OR%201%3D1--'", "'%25'", "'_'", "'%5C'", "'%3B%20DROP%20TABLE%20goal'" })
	void b39_aSearch_isLiteral(String text) {
		JsonNode all = Door.good(this.door.get(CLERK, "/api/goals/plan-nodes?fiscalYear=2026")).path("items");
		JsonNode found = Door.good(this.door.get(CLERK, "/api/goals/plan-nodes?fiscalYear=2026&q=" + text))
			.path("items");
		assertThat(all.size()).isPositive();
		assertThat(found.size()).isZero();
	}

	@ParameterizedTest(name = "B42 {index}")
	@MethodSource("slowPhrases")
	void b42_noPhrase_takesLong(String text) {
		Answer answer = this.door.json(CLERK, "POST", "/api/goals/phrases",
				"{\"fiscalYear\":2026,\"side\":\"GOAL\",\"texts\":[{\"id\":\"" + UUID.randomUUID() + "\",\"text\":"
						+ Door.quoted(text) + "}]}");
		assertThat(answer.status()).isIn(200, 422);
		assertThat(answer.time()).isLessThan(Duration.ofSeconds(2));
	}

	static Stream<String> slowPhrases() {
		return Stream.of("a!", "１２", "(", "7月～3月、", "第", "令和", "％", "、", "3校区以上", "～", "年度", " ")
			.map((part) -> part.repeat(10_000 / part.length()));
	}

	@Test
	void b43_whatIsLogged_isNotTheCallers() {
		Answer answer = this.door.send(CLERK, "GET", "/api/me",
				Map.of("X-Correlation-Id", "a\tforged", "User-Agent", "x\t[31m"), new byte[0]);
		assertThat(answer.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "B44,2026-02-30", "B44,2025-02-29", "B44,令和8年2月30日", "B45,2026-13-01", "B45,2026-01-00",
			"B46,令和0年1月1日", "B46,令和1年4月30日", "B46,平成32年1月1日", "B46,昭和65年1月1日", "B46,令和元年5月1日", "B47,0000-01-01",
			"B47,-0001-01-01", "B47,9999-01-01", "B47,+999999999-01-01", "B50,26-01-01", "B50,2026/1/1",
			"B50,1767193200000", "B51,２０２６-01-01" })
	void day_isRefused(String number, String day) {
		Door.requireRefused(assign("\"" + day + "\"", "null"), 422);
	}

	@Test
	void b49_anEndBeforeItsBeginning_isRefused() {
		Door.requireRefused(assign("\"2026-04-02\"", "\"2026-04-01\""), 422);
		Door.requireRefused(
				this.door.json(PLANNER, "POST", "/api/catalog/windows/" + this.window + "/extensions",
						"{\"unit\":\"" + unit() + "\",\"closesAt\":\"2026-04-02T00:00:00+09:00\",\"reason\":\"試し\"}"),
				422);
		Door.requireRefused(this.door.json(PLANNER, "POST", "/api/catalog/grading-schemes",
				"{\"name\":\"名\",\"firstYear\":2027,\"lastYear\":2026,\"grades\":[{\"code\":\"A\",\"label\":\"\",\"definition\":\"\"}]}"),
				422);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "B45,2026-12-01T24:00:00+09:00", "B45,2026-12-01T23:59:60+09:00", "B47,+999999999-01-01T00:00:00Z",
			"B48,2026-12-01T00:00:00", "B48,2026-12-01T00:00:00+18:01", "B48,2026-12-01T00:00:00[Asia/Tokio]",
			"B48,2026-12-01T00:00:00 JST", "B50,1767193200000" })
	void instant_isRefused(String number, String instant) {
		Door.requireRefused(window(instant, "2027-01-01T00:00:00+09:00"), 422);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "B52,1-1-1-1-1", "B52,018F2F6E-0000-7000-8000-00000000000A",
			"B52,urn:uuid:018f2f6e-0000-7000-8000-000000000001", "B52,%7B018f2f6e-0000-7000-8000-000000000001%7D",
			"B53,..", "B53,%2e%2e%2f", "B53,null", "B53,undefined", "B28,%00" })
	void id_isRefused(String number, String id) {
		Door.requireRefused(this.door.get(CLERK, "/api/goals/" + id), 400, 404);
	}

	@Test
	void b53_b56_endlessAddresses_areRefused() {
		Door.requireRefused(this.door.get(CLERK, "/api/goals/" + "a".repeat(4000)), 400, 414);
		Door.requireRefused(this.door.get(CLERK, "/api/goals/plan-nodes?q=" + "a".repeat(2900)), 400, 414, 422);
		Door.requireRefused(this.door.get(CLERK, "/api/goals/plan-nodes?q=" + "a,".repeat(3300)), 400, 414);
		// longer than the request line may be: refused before there is a request
		assertThat(this.door.get(CLERK, "/api/goals/" + "a".repeat(10_240)).status()).isEqualTo(414);
	}

	@Test
	void b57_endlessHeaders_are431() {
		String line = "GET /api/me HTTP/1.1\r\n" + this.raw.host() + "Connection: close\r\n";
		assertThat(this.raw.status(line + "X-Long: " + "x".repeat(64_000) + "\r\n\r\n")).isEqualTo(431);
		assertThat(this.raw
			.status(line + "X-Many: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"
				.repeat(200) + "\r\n"))
			.isIn(401, 431);
	}

	@ParameterizedTest(name = "B58 {0}")
	@CsvSource({ "'Host:\r\n'", "'Host: example.org\r\n'", "'Host: [::1\r\n'", "'Host: [zz]:1\r\n'", "''",
			"'Host: localhost\r\nHost: example.org\r\n'", "'Host: localhost:99999\r\n'",
			"'Host: localhost@example.org\r\n'" })
	void b58_aForeignHost_isRefused(String host) {
		assertThat(this.raw.status("GET /api/public/cities HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"))
			.isIn(400, 421);
	}

	@Test
	void b73_http2_isNotSpoken() {
		assertThat(this.raw.status("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).isIn(0, 400, 404, 405, 505);
		assertThat(this.raw.status("GET /api/public/cities HTTP/1.1\r\n" + this.raw.host()
				+ "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"))
			.isEqualTo(200);
	}

	@Test
	void b74_aThousandPipelinedRequests_areAnswered() {
		String one = "GET /nowhere HTTP/1.1\r\n" + this.raw.host();
		String answers = this.raw.send((one + "\r\n").repeat(999) + one + "Connection: close\r\n\r\n");
		assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(1001);
		assertThat(answers).doesNotContain("HTTP/1.1 5");
	}

	@Test
	void b76_anUpgrade_isRefused() {
		assertThat(this.raw.status("GET /api/notifications/stream HTTP/1.1\r\n" + this.raw.host() + bearer()
				+ "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"))
			.isIn(400, 404);
	}

	@Test
	void b78_theSameCreateManyTimes_happensOnce() throws SQLException {
		String key = UUID.randomUUID().toString();
		var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", key);
		byte[] body = goal("\"題\"", Door.quoted(key)).getBytes(StandardCharsets.UTF_8);
		List<CompletableFuture<Answer>> sent = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			sent.add(CompletableFuture
				.supplyAsync(() -> this.door.send(CLERK, "POST", this.sheet + "/goals", headers, body)));
		}
		List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();
		assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
		assertThat(answers.stream().filter(Answer::isGood).map((answer) -> answer.header("Location")).distinct())
			.hasSize(1);
		Answer last = this.door.send(CLERK, "POST", this.sheet + "/goals", headers, body);
		assertThat(Books.count(this.platform, "goals",
				"select count(*) from goal where content::text like '%" + key + "%'"))
			.isOne();
		forget(last);
	}

	@ParameterizedTest(name = "B80 {0}")
	@CsvSource({ "ja-JP-u-ca-japanese", "x-klingon", "*", "',,'", "en;q=zz", "'en-US, ja;q=0.5'" })
	void b80_anyLanguage_isAnsweredAsUsual(String language) {
		Answer answer = this.door.send(CLERK, "GET", this.sheet, Map.of("Accept-Language", language), new byte[0]);
		assertThat(Door.good(answer).path("fiscalYear").asInt()).isEqualTo(YEAR);
		Door.requireRefused(this.door.send(CLERK, "GET", "/api/goals/" + UUID.randomUUID(),
				Map.of("Accept-Language", language), new byte[0]), 404);
	}

	@Test
	void b80_anEndlessLanguage_isAnswered_or431() {
		assertThat(this.door.send(CLERK, "GET", "/api/me", Map.of("Accept-Language", "x".repeat(10_240)), new byte[0])
			.status()).isIn(200, 431);
	}

	private Answer create(String body) {
		return this.door.json(CLERK, "POST", this.sheet + "/goals", body);
	}

	private void forget(Answer created) {
		assertThat(this.door.json(CLERK, "DELETE", created.header("Location"), "").status()).isEqualTo(204);
	}

	private Answer assign(String from, String to) {
		return this.door.json(PLANNER, "POST", "/api/catalog/persons/" + this.person + "/assignments",
				"{\"unit\":\"" + unit() + "\",\"role\":\"STAFF\",\"from\":" + from + ",\"to\":" + to + "}");
	}

	private String unit() {
		return this.sheet.substring(this.sheet.lastIndexOf('/') + 1);
	}

	private Answer window(String from, String to) {
		return this.door.send(PLANNER, "PUT", "/api/catalog/windows/" + this.window,
				Map.of("Content-Type", "application/json", "If-Match", "\"987654321\""),
				("{\"opensAt\":\"" + from + "\",\"closesAt\":\"" + to + "\",\"reason\":\"試し\"}")
					.getBytes(StandardCharsets.UTF_8));
	}

	private String bearer() {
		return "Authorization: Bearer " + this.platform.token(CLERK) + "\r\n";
	}

	/** Texts as they stand in JSON. */
	private static String goal(String title, String text) {
		return "{\"kind\":\"ANNUAL_GOAL\",\"content\":{\"title\":" + title + ",\"code\":\"\",\"actions\":["
				+ BLOCK.formatted(text) + "]," + LISTS + "}}";
	}

	private static byte[] spoiled(String json, int... wrong) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00e6\u009c\u00ac");
		for (int i = 0; i < wrong.length; i++) {
			bytes[at + i] = (byte) wrong[i];
		}
		return bytes;
	}

	private static JsonNode first(JsonNode items, String member, String value) {
		return StreamSupport.stream(items.spliterator(), false)
			.filter((item) -> item.path(member).asString("").equals(value))
			.findFirst()
			.orElseThrow();
	}

	private static Arguments row(String name, Object value, Integer... statuses) {
		return Arguments.of(name, value, List.of(statuses));
	}

	private static Arguments row(String name, String member, String value, Integer... statuses) {
		return Arguments.of(name, member, value, List.of(statuses));
	}

}
