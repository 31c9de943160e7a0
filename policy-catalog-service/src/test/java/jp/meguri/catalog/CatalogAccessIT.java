package jp.meguri.catalog;

import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may read and change what of the catalog, at the service's own port.
 */
@WholeCatalog
class CatalogAccessIT {

	private static final String UNIT = """
			{"kind":"DEPARTMENT","years":[{"fiscalYear":2026,"name":"試験部","ordinal":90}]}""";

	@LocalServerPort
	private int port;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@ParameterizedTest
	@CsvSource({ "'',401", "nagisa/sato,200", "nagisa/tanaka,200", "nagisa/suzuki,200", "nagisa/ito,200",
			"nagisa/yamada,200", "nagisa/kobayashi,200", "tsukimi/mori,200", "operations/ops,403",
			"nagisa/nobody,403" })
	void catalog_isReadByEverybodyOfACity(String who, int status) {
		for (String path : new String[] { "units", "plans?fiscalYear=2026", "grading-schemes?fiscalYear=2026", "cycles",
				"cycles/2026" }) {
			as(who).get("/api/catalog/" + path).expectStatus().isEqualTo(status);
		}
	}

	@ParameterizedTest
	@CsvSource({ "'',401", "nagisa/sato,403", "nagisa/tanaka,403", "nagisa/suzuki,403", "nagisa/ito,403",
			"nagisa/kobayashi,403", "nagisa/yamada,201", "tsukimi/mori,403", "tsukimi/hayashi,201",
			"operations/ops,403" })
	void unit_isCreatedByPlannersOnly(String who, int status) {
		String code = "t-" + UUID.randomUUID().toString().substring(0, 8);
		String body = UNIT.replaceFirst("\\{", "{\"code\":\"" + code + "\",");
		as(who).create("/api/catalog/units", body).expectStatus().isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "'',401", "nagisa/sato,403", "nagisa/suzuki,403", "nagisa/yamada,200", "tsukimi/hayashi,200",
			"operations/ops,403" })
	void persons_areSeenByPlannersOnly(String who, int status) {
		as(who).get("/api/catalog/persons").expectStatus().isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "'',401", "nagisa/sato,403", "nagisa/yamada,403", "tsukimi/hayashi,403", "operations/ops,200" })
	void municipalities_areSeenByOperatorsOnly(String who, int status) {
		as(who).get("/api/catalog/municipalities").expectStatus().isEqualTo(status);
	}

	@Test
	void foreignUnit_looksLikeARandomId() {
		JsonNode unit = as("nagisa/yamada").read("/api/catalog/units?fiscalYear=2026").get("items").get(0);
		String foreign = "/api/catalog/units/" + unit.get("id").asString();
		String random = "/api/catalog/units/" + UUID.randomUUID();
		assertThat(refusal("tsukimi/hayashi", foreign)).isEqualTo(refusal("tsukimi/hayashi", random));
		as("nagisa/sato").get(foreign).expectStatus().isOk();
	}

	@ParameterizedTest
	@MethodSource("foreignWrites")
	void plannerOfAnotherCity_findsNothingToChange(HttpMethod method, String path, String body) {
		String id = idOf(path);
		String filled = path.replaceFirst("\\{.*}", id);
		CatalogClient foreign = as("tsukimi/hayashi");
		if (method == HttpMethod.POST && !path.endsWith("closing")) {
			foreign.create(filled, body).expectStatus().isNotFound();
		}
		else {
			foreign.send(method, filled, 1, body).expectStatus().isNotFound();
		}
	}

	static Stream<Arguments> foreignWrites() {
		String reason = "\"reason\":\"試験\"";
		return Stream.of(arguments(HttpMethod.PUT, "/api/catalog/units/{unit}", UNIT),
				arguments(HttpMethod.PUT, "/api/catalog/persons/{person}", "{\"name\":\"別人\",\"subject\":\"x\"}"),
				arguments(HttpMethod.PATCH, "/api/catalog/assignments/{assignment}", "{\"to\":\"2026-11-01\"}"),
				arguments(HttpMethod.PUT, "/api/catalog/windows/{window}",
						"{\"opensAt\":\"2026-10-01T00:00:00+09:00\",\"closesAt\":\"2027-02-01T00:00:00+09:00\","
								+ reason + "}"),
				arguments(HttpMethod.POST, "/api/catalog/windows/{window}/closing",
						"{\"closesAt\":\"2026-12-25T00:00:00+09:00\"," + reason + "}"));
	}

	@ParameterizedTest
	@CsvSource({ "X-Roles,PLANNING", "X-Role,OPERATOR", "X-User-Id,yamada", "X-Municipality,tsukimi",
			"X-Forwarded-User,yamada", "X-Department,planning", "x_roles,PLANNING", "X-HTTP-Method-Override,GET",
			"X-Original-URL,/api/catalog/units" })
	void identityHeaders_changeNothing(String header, String value) {
		as("nagisa/sato").request(HttpMethod.GET, "/api/catalog/persons")
			.header(header, value)
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void tokensThatAreNotAccessTokensForUs_areRefused() {
		Stream
			.of(TestTokens.of("nagisa", "yamada").audience("meguri-gateway").sign(),
					TestTokens.of("nagisa", "yamada").asIdToken().sign(),
					TestTokens.of("nagisa", "yamada").type("JWT").sign(),
					TestTokens.of("nagisa", "yamada").issuer("https://elsewhere.example").sign(),
					TestTokens.of("nagisa", "yamada").issuer(TestTokens.issuer("nagisa") + "/").sign(),
					TestTokens.of("nagisa", "yamada").expired().sign(), TestTokens.of("nagisa", "yamada").unsigned(),
					TestTokens.of("nagisa", "yamada").signWithForeignKey(),
					TestTokens.of("nagisa", "yamada").signWithPublicKeyAsSecret(), "garbage")
			.forEach((token) -> CatalogClient.withToken(this.port, token)
				.get("/api/catalog/units")
				.expectStatus()
				.isUnauthorized()
				.expectHeader()
				.contentType("application/problem+json"));
	}

	@Test
	void issuerAlone_decidesTheCity() {
		CatalogClient.withToken(this.port, TestTokens.of("tsukimi", "yamada").sign())
			.get("/api/catalog/units")
			.expectStatus()
			.isForbidden();
	}

	@Test
	void claims_grantNothing() {
		String token = TestTokens.of("nagisa", "sato").claim("roles", "PLANNING").claim("role", "OPERATOR").sign();
		CatalogClient.withToken(this.port, token).get("/api/catalog/persons").expectStatus().isForbidden();
	}

	private String idOf(String path) {
		CatalogClient planner = as("nagisa/yamada");
		if (path.contains("{unit}")) {
			return planner.read("/api/catalog/units").at("/items/0/id").asString();
		}
		if (path.contains("{window}")) {
			return planner.read("/api/catalog/cycles/2026").at("/windows/0/id").asString();
		}
		JsonNode person = planner.read("/api/catalog/persons").at("/items/0");
		return path.contains("{person}") ? person.get("id").asString() : person.at("/assignments/0/id").asString();
	}

	private String refusal(String who, String path) {
		byte[] body = as(who).get(path).expectStatus().isNotFound().expectBody().returnResult().getResponseBody();
		JsonNode problem = JsonMapper.shared().readTree(body);
		return problem.get("type").asString() + problem.get("title") + problem.get("detail") + problem.propertyNames();
	}

	private CatalogClient as(String who) {
		return CatalogClient.as(this.port, who);
	}

	private static Arguments arguments(Object... arguments) {
		return Arguments.of(arguments);
	}

}
