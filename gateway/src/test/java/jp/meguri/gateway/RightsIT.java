package jp.meguri.gateway;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People of two cities at addresses that name units. C くらし協働部, E 環境部, P 政策企画課 of nagisa;
 * T a unit of tsukimi; X no unit at all. sato is STAFF and suzuki HEAD of C, ito HEAD of
 * E and STAFF of C, yamada PLANNING.
 */
class RightsIT extends WholeGateway {

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,  '',            C, 200, 200, 200, 200, 404, 403
			GET,  '',            E, 200, 200, 200, 200, 404, 403
			GET,  '',            T, 404, 404, 404, 404, 200, 403
			GET,  '',            X, 404, 404, 404, 404, 404, 403
			POST, /goals,        C, 200, 200, 200, 403, 404, 403
			POST, /goals,        E, 403, 403, 200, 403, 404, 403
			POST, /goals,        P, 403, 403, 403, 200, 404, 403
			POST, /goals,        T, 404, 404, 404, 404, 200, 403
			PUT,  /order,        C, 200, 200, 200, 403, 404, 403
			POST, /submission,   C, 200, 200, 200, 403, 404, 403
			POST, /withdrawal,   E, 403, 403, 200, 403, 404, 403
			POST, /approval,     C, 403, 200, 403, 403, 403, 403
			POST, /approval,     E, 403, 403, 200, 403, 403, 403
			POST, /approval,     T, 403, 404, 404, 403, 403, 403
			POST, /return,       C, 403, 200, 403, 200, 403, 403
			POST, /return,       E, 403, 403, 200, 200, 403, 403
			POST, /return,       X, 403, 404, 404, 404, 403, 403
			POST, /confirmation, C, 403, 403, 403, 200, 403, 403
			POST, /confirmation, T, 403, 403, 403, 404, 403, 403
			""")
	void whoMayDoWhat_atWhichUnit(String method, String command, String unit, int sato, int suzuki, int ito, int yamada,
			int mori, int ops) {
		for (String family : new String[] { "goals", "evaluations" }) {
			if (family.equals("evaluations") && (command.equals("/goals") || command.equals("/order"))) {
				continue;
			}
			var path = "/api/" + family + "/sheets/2026/" + unit(unit) + command;
			assertThat(script("nagisa", "sato", method, path).statusCode()).as("sato " + path).isEqualTo(sato);
			assertThat(script("nagisa", "suzuki", method, path).statusCode()).as("suzuki " + path).isEqualTo(suzuki);
			assertThat(script("nagisa", "ito", method, path).statusCode()).as("ito " + path).isEqualTo(ito);
			assertThat(script("nagisa", "yamada", method, path).statusCode()).as("yamada " + path).isEqualTo(yamada);
			assertThat(script("tsukimi", "mori", method, path).statusCode()).as("mori " + path).isEqualTo(mori);
			assertThat(script("operations", "ops", method, path).statusCode()).as("ops " + path).isEqualTo(ops);
		}
	}

	@Test
	void aUnitOfAnotherCity_looksLikeNoneAtAll() {
		var foreign = script("nagisa", "sato", "/api/goals/sheets/2026/" + CityFixture.CIVIC_OF_TSUKIMI);
		var absent = script("nagisa", "sato", "/api/goals/sheets/2026/" + UUID.randomUUID());
		assertThat(anonymous(foreign.body())).isEqualTo(anonymous(absent.body()));
		assertThat(foreign.headers().map().keySet()).isEqualTo(absent.headers().map().keySet());
		assertThat(service.received()).isEmpty();
	}

	@Test
	void operators_seeNoBusinessContent() {
		assertThat(script("operations", "ops", "/api/goals/" + UUID.randomUUID()).statusCode()).isEqualTo(403);
		assertThat(script("operations", "ops", "/api/catalog/units").statusCode()).isEqualTo(403);
		assertThat(script("operations", "ops", "/api/catalog/municipalities").statusCode()).isEqualTo(200);
		assertThat(script("operations", "ops", "/api/notifications/inbox").statusCode()).isEqualTo(200);
		assertThat(script("operations", "ops", "/api/notifications/stream").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/unknown", "/api/goals", "/api/goals/internal", "/api/goals/actuator/health",
			"/api/catalog/../goals", "/api/goals/sheets/2026" })
	void whatTheTableDoesNotName_isNotForwarded(String path) {
		var answer = RawHttp.get(this.port, path,
				"Authorization: Bearer " + provider.accessToken("nagisa", "sato") + "\r\n");
		assertThat(RawHttp.status(answer)).isIn(400, 404);
		assertThat(service.received()).isEmpty();
	}

	@Test
	void aWrongMethod_is405_withTheRightOnes() {
		var answer = script("nagisa", "yamada", "DELETE", "/api/catalog/units");
		assertThat(problem(answer)).isEqualTo("405 method-not-allowed");
		assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
	}

	@Test
	void onAnOldCopyOfTheDirectory_readingWorksAndWritingDoesNot() {
		var sheet = "/api/goals/sheets/2026/" + CityFixture.CIVIC_OF_HOSHIMI;
		assertThat(script("hoshimi", "oka", sheet).statusCode()).isEqualTo(200);
		var refused = script("hoshimi", "oka", "POST", sheet + "/submission");
		assertThat(problem(refused)).isEqualTo("503 directory-stale");
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(script("tsukimi", "mori", "POST",
				"/api/goals/sheets/2026/" + CityFixture.CIVIC_OF_TSUKIMI + "/submission")
			.statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/env", "/actuator/gateway/routes",
			"/actuator/prometheus", "/internal/x", "/api/internal/x", "/error", "/webjars/x", "/login", "/logout",
			"/oauth2/authorization/nagisa" })
	void theInside_isNotThere(String path) {
		assertThat(browser().get(path).statusCode()).isIn(401, 404);
		assertThat(signedIn("nagisa", "sato").get(path).statusCode()).isEqualTo(404);
		assertThat(signedIn("operations", "ops").get(path).statusCode()).isEqualTo(404);
	}

	private static UUID unit(String letter) {
		return switch (letter) {
			case "C" -> CityFixture.CIVIC;
			case "E" -> CityFixture.ENVIRONMENT;
			case "P" -> CityFixture.PLANNING_DIVISION;
			case "T" -> CityFixture.CIVIC_OF_TSUKIMI;
			default -> UUID.randomUUID();
		};
	}

	private static String anonymous(String problem) {
		return problem.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
	}

}
