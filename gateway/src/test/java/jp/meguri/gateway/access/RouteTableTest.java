package jp.meguri.gateway.access;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Municipality;
import jp.meguri.directory.Role;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of roles and routes, row by row. S staff, H head, P planning, R every other
 * role of a city (reading), O operator.
 */
class RouteTableTest {

	private static final String ID = "0192f0c1-7a3e-7000-8000-000000000001";

	private static final UUID UNIT = UUID.fromString(ID);

	private final RouteTable table = new RouteTable();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | /api/me                                          | SHPRO
			GET    | /api/docs                                        | SHPRO
			GET    | /api/docs/goals.json                             | SHPRO
			GET    | /api/goals/sheets/2026/ID/export                 | SHPR
			GET    | /api/goals/plan-sheets/2026/ID/export            | SHPR
			GET    | /api/evaluations/sheets/2026/ID/export           | SHPR
			GET    | /api/evaluations/plan-sheets/2026/ID/export      | SHPR
			GET    | /api/catalog/units                               | SHPR
			POST   | /api/catalog/units                               | P
			GET    | /api/catalog/units/ID                            | SHPR
			PUT    | /api/catalog/units/ID                            | P
			GET    | /api/catalog/persons                             | P
			POST   | /api/catalog/persons                             | P
			GET    | /api/catalog/persons/ID                          | P
			PUT    | /api/catalog/persons/ID                          | P
			POST   | /api/catalog/persons/ID/assignments              | P
			PATCH  | /api/catalog/assignments/ID                      | P
			GET    | /api/catalog/plans                               | SHPR
			POST   | /api/catalog/plans                               | P
			GET    | /api/catalog/plans/ID                            | SHPR
			POST   | /api/catalog/plans/ID/editions                   | P
			GET    | /api/catalog/plans/ID/editions/ID                | SHPR
			PUT    | /api/catalog/plans/ID/editions/ID                | P
			GET    | /api/catalog/grading-schemes/ID                  | SHPR
			GET    | /api/catalog/grading-schemes                     | SHPR
			POST   | /api/catalog/grading-schemes                     | P
			GET    | /api/catalog/cycles                              | SHPR
			GET    | /api/catalog/cycles/2026                         | SHPR
			POST   | /api/catalog/cycles                              | P
			PUT    | /api/catalog/windows/ID                          | P
			POST   | /api/catalog/windows/ID/closing                  | P
			POST   | /api/catalog/windows/ID/extensions               | P
			GET    | /api/catalog/municipalities                      | O
			POST   | /api/catalog/municipalities                      | O
			GET    | /api/catalog/municipalities/ID                   | O
			PUT    | /api/catalog/municipalities/ID                   | O
			GET    | /api/goals/sheets                                | SHPR
			GET    | /api/goals/sheets/2026/ID                        | SHPR
			POST   | /api/goals/sheets/2026/ID/goals                  | SHP
			PUT    | /api/goals/sheets/2026/ID/order                  | SHP
			POST   | /api/goals/sheets/2026/ID/submission             | SHP
			POST   | /api/goals/sheets/2026/ID/withdrawal             | SHP
			POST   | /api/goals/sheets/2026/ID/approval               | H
			POST   | /api/goals/sheets/2026/ID/return                 | HP
			POST   | /api/goals/sheets/2026/ID/confirmation           | P
			GET    | /api/goals/ID                                    | SHPR
			PUT    | /api/goals/ID                                    | SHP
			DELETE | /api/goals/ID                                    | SHP
			PUT    | /api/goals/ID/working-copy                       | SHP
			DELETE | /api/goals/ID/working-copy                       | SHP
			GET    | /api/goals/ID/revisions                          | SHPR
			GET    | /api/goals/ID/revisions/3                        | SHPR
			POST   | /api/goals/ID/comments                           | SHP
			GET    | /api/goals/plan-nodes                            | SHPR
			GET    | /api/goals/plan-links/unresolved                 | P
			GET    | /api/goals/forms                                 | SHPR
			POST   | /api/goals/forms                                 | P
			POST   | /api/goals/forms/inspection                      | P
			GET    | /api/goals/forms/ID                              | SHPR
			PUT    | /api/goals/forms/ID                              | P
			DELETE | /api/goals/forms/ID                              | P
			GET    | /api/goals/imports                               | SHP
			POST   | /api/goals/imports                               | SHP
			GET    | /api/goals/imports/ID                            | SHP
			PUT    | /api/goals/imports/ID/draft                      | SHP
			POST   | /api/goals/imports/ID/registration               | SHP
			DELETE | /api/goals/imports/ID                            | SHP
			GET    | /api/goals/imports/remarks                       | SHP
			POST   | /api/goals/imports/ID/remarks/3                  | SHP
			DELETE | /api/goals/imports/batches/ID                    | SHP
			POST   | /api/goals/phrases                               | SHPR
			GET    | /api/goals/indicators                            | SHPR
			POST   | /api/goals/indicators                            | SHP
			GET    | /api/goals/indicators/ID                         | SHPR
			PUT    | /api/goals/indicators/ID                         | P
			GET    | /api/goals/plan-sheets                           | SHPR
			GET    | /api/goals/plan-sheets/2026/ID                   | SHPR
			POST   | /api/goals/plan-sheets/2026/ID/submission        | SHP
			POST   | /api/goals/plan-sheets/2026/ID/withdrawal        | SHP
			POST   | /api/goals/plan-sheets/2026/ID/approval          | H
			POST   | /api/goals/plan-sheets/2026/ID/return            | HP
			POST   | /api/goals/plan-sheets/2026/ID/confirmation      | P
			GET    | /api/evaluations/sheets                          | SHPR
			GET    | /api/evaluations/sheets/2026/ID                  | SHPR
			POST   | /api/evaluations/sheets/2026/ID/submission       | SHP
			POST   | /api/evaluations/sheets/2026/ID/approval         | H
			POST   | /api/evaluations/sheets/2026/ID/return           | HP
			POST   | /api/evaluations/sheets/2026/ID/confirmation     | P
			GET    | /api/evaluations/sheets/2026/ID/release-check    | P
			GET    | /api/evaluations/plan-sheets                     | SHPR
			GET    | /api/evaluations/plan-sheets/2026/ID             | SHPR
			POST   | /api/evaluations/plan-sheets/2026/ID/submission  | SHP
			POST   | /api/evaluations/plan-sheets/2026/ID/withdrawal  | SHP
			POST   | /api/evaluations/plan-sheets/2026/ID/approval    | H
			POST   | /api/evaluations/plan-sheets/2026/ID/return      | HP
			POST   | /api/evaluations/plan-sheets/2026/ID/confirmation | P
			GET    | /api/evaluations/plan-sheets/2026/ID/release-check | P
			GET    | /api/evaluations/ID                              | SHPR
			PUT    | /api/evaluations/ID                              | SHP
			GET    | /api/evaluations/releases                        | SHPR
			POST   | /api/evaluations/releases                        | P
			GET    | /api/evaluations/releases/ID                     | SHPR
			POST   | /api/evaluations/releases/ID/withdrawal          | P
			GET    | /api/notifications/inbox                         | SHPRO
			POST   | /api/notifications/inbox/ID/read                 | SHPRO
			POST   | /api/notifications/inbox/read-all                | SHPRO
			GET    | /api/notifications/todos                         | SHPR
			GET    | /api/notifications/stream                        | SHPR
			GET    | /api/notifications/submissions                   | P
			POST   | /api/notifications/requests                      | P
			POST   | /api/notifications/contacts                      | P
			GET    | /api/catalog/operations/dead-letters             | O
			POST   | /api/goals/operations/dead-letters/ID/replay     | O
			POST   | /api/evaluations/operations/dead-letters/ID/discard | O
			GET    | /api/notifications/operations/audit-verification/ID | O
			""")
	void aRoute_isForTheseRoles(HttpMethod method, String path, String expected) {
		var route = route(method, path.replace("ID", ID));
		for (RoleCode code : RoleCode.values()) {
			boolean allowed = expected.contains(letter(code));
			assertThat(route.isFor(holding(code, UNIT))).as("%s at %s", code, route).isEqualTo(allowed);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/goals", "/api/goals/x", "/api/goals/" + ID + ".json", "/api/GOALS/sheets",
			"/api/goals/sheets/2026", "/api/goals/sheets/20261/" + ID, "/api/goals/sheets/2026/civic",
			"/api/goals/sheets/2026/" + ID + "/publish", "/api/goals/" + ID + "/revisions/x", "/api/internal/x",
			"/api/goals/actuator/health", "/api/catalog/windows", "/api/notifications", "/api/docs/x.html",
			"/api/goals/sheets/2026/0192F0C1-7A3E-7000-8000-000000000001" })
	void whatIsNotInTheTable_doesNotExist(String path) {
		assertThat(this.table.at(PathContainer.parsePath(path))).isEmpty();
	}

	@Test
	void everyRoute_isForSomebody() {
		assertThat(this.table.all()).hasSizeGreaterThan(60)
			.allSatisfy((route) -> assertThat(route.roles()).isNotEmpty());
	}

	@Test
	void everyRouteThatNamesAUnit_asksForIt() {
		assertThat(this.table.all()).filteredOn((route) -> route.address().getPatternString().contains("{unit:"))
			.hasSize(17)
			.allMatch(Route::namesUnit);
	}

	/** The last columns: at the own unit, at another of the city. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			/goals,        STAFF, true,  false
			/goals,        HEAD,  true,  false
			/goals,     PLANNING, true,  false
			/submission,   STAFF, true,  false
			/approval,      HEAD, true,  false
			/approval,     STAFF, false, false
			/return,        HEAD, true,  false
			/return,    PLANNING, true,  true
			/return,       STAFF, false, false
			/confirmation, PLANNING, true, true
			""")
	void aUnitInTheAddress_mustBeTheCallers(String command, RoleCode code, boolean ownUnit, boolean otherUnit) {
		var rule = route(HttpMethod.POST, "/api/goals/sheets/2026/" + ID + command).unitRule();
		assertThat(rule.admits(holding(code, UNIT), UNIT)).isEqualTo(ownUnit);
		assertThat(rule.admits(holding(code, UUID.randomUUID()), UNIT)).isEqualTo(otherUnit);
	}

	@Test
	void head_takesTheSameRouteAsGet() {
		assertThat(route(HttpMethod.GET, "/api/me").takes(HttpMethod.HEAD)).isTrue();
		assertThat(route(HttpMethod.GET, "/api/me").takes(HttpMethod.POST)).isFalse();
	}

	private Route route(HttpMethod method, String path) {
		return this.table.at(PathContainer.parsePath(path))
			.stream()
			.filter((route) -> route.takes(method))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No route " + method + " " + path));
	}

	private static String letter(RoleCode code) {
		return switch (code) {
			case STAFF -> "S";
			case HEAD -> "H";
			case PLANNING -> "P";
			case OPERATOR -> "O";
			default -> "R";
		};
	}

	private static Actor holding(RoleCode code, UUID unit) {
		var city = new Municipality(UUID.randomUUID(), "nagisa", "なぎさ市", false, List.of());
		return new Actor(UUID.randomUUID(), "佐藤 花", city, List.of(new Role(unit, code)));
	}

}
