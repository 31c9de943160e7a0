package jp.meguri.gateway.access;

import static jp.meguri.events.catalog.CatalogEvent.RoleCode.HEAD;
import static jp.meguri.events.catalog.CatalogEvent.RoleCode.OPERATOR;
import static jp.meguri.events.catalog.CatalogEvent.RoleCode.PLANNING;
import static jp.meguri.events.catalog.CatalogEvent.RoleCode.STAFF;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every address of the API, and who has business there (design guide 4). What is not in
 * the table does not exist. The services decide again, and finer: this table only keeps
 * out those who have no business at all.
 */
@Component
final class RouteTable {

	/** Those who do the city's work, in whatever role. */
	private static final Set<RoleCode> CITY = EnumSet.complementOf(EnumSet.of(OPERATOR));

	private static final Set<RoleCode> WRITERS = Set.of(STAFF, HEAD, PLANNING);

	private static final Set<RoleCode> HEADS = Set.of(HEAD);

	private static final Set<RoleCode> REVIEWERS = Set.of(HEAD, PLANNING);

	private static final Set<RoleCode> PLANNERS = Set.of(PLANNING);

	private static final Set<RoleCode> OPERATORS = Set.of(OPERATOR);

	private static final Set<RoleCode> EVERYONE = EnumSet.allOf(RoleCode.class);

	private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

	private static final String EDITION = "/editions/{edition:[0-9a-f]{8}-[0-9a-f-]{27}}";

	private static final String YEAR = "/{fiscalYear:[0-9]{4}}";

	private static final String SHEET = YEAR + "/{unit:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

	private static final String PLAN_SHEET = YEAR + "/{edition:[0-9a-f]{8}-[0-9a-f-]{27}}";

	private static final String REVISION = "/{revision:[0-9]{1,9}}";

	private final List<Route> routes = new ArrayList<>();

	RouteTable() {
		own();
		catalog("/api/catalog");
		sheets("/api/goals/sheets");
		item("/api/goals");
		goals("/api/goals");
		forms("/api/goals/forms");
		planSheets("/api/goals/plan-sheets");
		sheets("/api/evaluations/sheets");
		planSheets("/api/evaluations/plan-sheets");
		item("/api/evaluations");
		releases("/api/evaluations");
		notifications("/api/notifications");
		for (String root : List.of("/api/catalog", "/api/goals", "/api/evaluations", "/api/notifications")) {
			operations(root + "/operations");
		}
	}

	private void own() {
		add(GET, "/api/me", EVERYONE);
		add(GET, "/api/docs", EVERYONE);
		add(GET, "/api/docs/{file:[a-z]+\\.json}", EVERYONE);
	}

	private void catalog(String root) {
		add(GET, root + "/units", CITY);
		add(POST, root + "/units", PLANNERS);
		add(GET, root + "/units" + ID, CITY);
		add(PUT, root + "/units" + ID, PLANNERS);
		add(GET, root + "/persons", PLANNERS);
		add(POST, root + "/persons", PLANNERS);
		add(GET, root + "/persons" + ID, PLANNERS);
		add(PUT, root + "/persons" + ID, PLANNERS);
		add(POST, root + "/persons" + ID + "/assignments", PLANNERS);
		add(PATCH, root + "/assignments" + ID, PLANNERS);
		add(GET, root + "/plans", CITY);
		add(POST, root + "/plans", PLANNERS);
		add(GET, root + "/plans" + ID, CITY);
		add(POST, root + "/plans" + ID + "/editions", PLANNERS);
		add(GET, root + "/plans" + ID + EDITION, CITY);
		add(PUT, root + "/plans" + ID + EDITION, PLANNERS);
		add(GET, root + "/grading-schemes", CITY);
		add(POST, root + "/grading-schemes", PLANNERS);
		add(GET, root + "/grading-schemes" + ID, CITY);
		add(GET, root + "/cycles", CITY);
		add(GET, root + "/cycles" + YEAR, CITY);
		add(POST, root + "/cycles", PLANNERS);
		add(PUT, root + "/windows" + ID, PLANNERS);
		add(POST, root + "/windows" + ID + "/closing", PLANNERS);
		add(POST, root + "/windows" + ID + "/extensions", PLANNERS);
		add(GET, root + "/municipalities", OPERATORS);
		add(POST, root + "/municipalities", OPERATORS);
		add(GET, root + "/municipalities" + ID, OPERATORS);
		add(PUT, root + "/municipalities" + ID, OPERATORS);
	}

	/** What is done with all goals or reports of one unit at once. */
	private void sheets(String root) {
		add(GET, root, CITY);
		add(GET, root + SHEET, CITY, UnitRule.OF_THE_CITY);
		add(GET, root + SHEET + "/export", CITY, UnitRule.OF_THE_CITY);
		add(POST, root + SHEET + "/submission", WRITERS, UnitRule.WRITTEN_BY_CALLER);
		add(POST, root + SHEET + "/withdrawal", WRITERS, UnitRule.WRITTEN_BY_CALLER);
		add(POST, root + SHEET + "/approval", HEADS, UnitRule.HEADED_BY_CALLER);
		add(POST, root + SHEET + "/return", REVIEWERS, UnitRule.REVIEWED_BY_CALLER);
		add(POST, root + SHEET + "/confirmation", PLANNERS, UnitRule.OF_THE_CITY);
	}

	/**
	 * The same for the sheet of a plan. Its rows are many units': the services decide row
	 * by row.
	 */
	private void planSheets(String root) {
		add(GET, root, CITY);
		add(GET, root + PLAN_SHEET, CITY);
		add(GET, root + PLAN_SHEET + "/export", CITY);
		add(POST, root + PLAN_SHEET + "/submission", WRITERS);
		add(POST, root + PLAN_SHEET + "/withdrawal", WRITERS);
		add(POST, root + PLAN_SHEET + "/approval", HEADS);
		add(POST, root + PLAN_SHEET + "/return", REVIEWERS);
		add(POST, root + PLAN_SHEET + "/confirmation", PLANNERS);
	}

	/** One goal or one report. */
	private void item(String root) {
		add(GET, root + ID, CITY);
		add(PUT, root + ID, WRITERS);
		add(PUT, root + ID + "/working-copy", WRITERS);
		add(DELETE, root + ID + "/working-copy", WRITERS);
		add(GET, root + ID + "/revisions", CITY);
		add(GET, root + ID + "/revisions" + REVISION, CITY);
		add(POST, root + ID + "/comments", WRITERS);
	}

	private void goals(String root) {
		add(POST, root + "/sheets" + SHEET + "/goals", WRITERS, UnitRule.WRITTEN_BY_CALLER);
		add(PUT, root + "/sheets" + SHEET + "/order", WRITERS, UnitRule.WRITTEN_BY_CALLER);
		add(DELETE, root + ID, WRITERS);
		add(GET, root + "/plan-nodes", CITY);
		add(GET, root + "/plan-links/unresolved", PLANNERS);
		add(POST, root + "/phrases", CITY);
		add(GET, root + "/indicators", CITY);
		add(POST, root + "/indicators", WRITERS);
		add(GET, root + "/indicators" + ID, CITY);
		add(PUT, root + "/indicators" + ID, PLANNERS);
		add(GET, root + "/imports", WRITERS);
		add(POST, root + "/imports", WRITERS);
		add(GET, root + "/imports" + ID, WRITERS);
		add(PUT, root + "/imports" + ID + "/draft", WRITERS);
		add(POST, root + "/imports" + ID + "/registration", WRITERS);
		add(DELETE, root + "/imports" + ID, WRITERS);
		add(GET, root + "/imports/remarks", WRITERS);
		add(POST, root + "/imports" + ID + "/remarks/{ordinal:[0-9]{1,6}}", WRITERS);
		add(DELETE, root + "/imports/batches/{batch:[0-9a-f]{8}-[0-9a-f-]{27}}", WRITERS);
	}

	/** A city's own forms: everybody takes sheets out on them, planners keep them. */
	private void forms(String root) {
		add(GET, root, CITY);
		add(POST, root, PLANNERS);
		add(POST, root + "/inspection", PLANNERS);
		add(GET, root + ID, CITY);
		add(PUT, root + ID, PLANNERS);
		add(DELETE, root + ID, PLANNERS);
	}

	private void releases(String root) {
		add(GET, root + "/sheets" + SHEET + "/release-check", PLANNERS, UnitRule.OF_THE_CITY);
		add(GET, root + "/plan-sheets" + PLAN_SHEET + "/release-check", PLANNERS);
		add(GET, root + "/releases", CITY);
		add(POST, root + "/releases", PLANNERS);
		add(GET, root + "/releases" + ID, CITY);
		add(POST, root + "/releases" + ID + "/withdrawal", PLANNERS);
	}

	private void notifications(String root) {
		add(GET, root + "/inbox", EVERYONE);
		add(POST, root + "/inbox" + ID + "/read", EVERYONE);
		add(POST, root + "/inbox/read-all", EVERYONE);
		add(GET, root + "/todos", CITY);
		add(GET, root + "/stream", CITY);
		add(GET, root + "/submissions", PLANNERS);
		add(POST, root + "/requests", PLANNERS);
		add(POST, root + "/contacts", PLANNERS);
	}

	/** What operators do: no business content. */
	private void operations(String root) {
		add(GET, root + "/dead-letters", OPERATORS);
		add(POST, root + "/dead-letters" + ID + "/replay", OPERATORS);
		add(POST, root + "/dead-letters" + ID + "/discard", OPERATORS);
		add(GET, root + "/audit-verification" + ID, OPERATORS);
	}

	/** All routes at this address, whatever their method. */
	List<Route> at(PathContainer path) {
		return this.routes.stream().filter((route) -> route.isAt(path)).toList();
	}

	List<Route> all() {
		return List.copyOf(this.routes);
	}

	private void add(HttpMethod method, String address, Set<RoleCode> roles) {
		add(method, address, roles, UnitRule.NO_UNIT);
	}

	private void add(HttpMethod method, String address, Set<RoleCode> roles, UnitRule unitRule) {
		this.routes.add(new Route(method, PathPatternParser.defaultInstance.parse(address), roles, unitRule));
	}

}
