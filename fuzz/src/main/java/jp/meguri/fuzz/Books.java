package jp.meguri.fuzz;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether anything is half written: rows, announced events, audit and remembered creates
 * of each database must agree once nothing runs any more.
 */
final class Books {

	/** Every version of an aggregate was announced, from the first to the last. */
	private static final String GAPS = """
			select aggregate_type || ' ' || aggregate_id from outbox
			where aggregate_type not in ('heartbeat', 'import-part')
			group by aggregate_type, aggregate_id
			having count(*) <> max(aggregate_version) or min(aggregate_version) <> 1
			""";

	/**
	 * What was announced of an aggregate was entered into the audit trail, and nothing
	 * else was.
	 */
	private static final String AUDIT = """
			with entry as (select convert_from(body, 'UTF8')::jsonb as body from audit_entry),
			     entered as (select body ->> 'objectId' as id, count(*) as times from entry
			                 where body ->> 'objectType' = any (array[%1$s]) group by 1),
			     announced as (select aggregate_id::text as id, count(*) as times from outbox
			                   where aggregate_type = any (array[%1$s]) group by 1)
			select id || ': ' || coalesce(a.times, 0) || ' announced, ' || coalesce(e.times, 0) || ' entered'
			from announced a full join entered e using (id) where a.times is distinct from e.times
			""";

	/** No event tells of a plan before it has an edition; the audit trail does. */
	private static final String PLANS = """
			select id || ' was entered ' || (select count(*) from audit_entry where object_id = plan.id) || ' times'
			from plan where (select count(*) from audit_entry where object_id = plan.id) <> 1
			""";

	/** A remembered create has a resource. */
	private static final String KEYS = """
			select route || ' ' || resource from idempotency_key
			where resource not in (select object_id from audit_entry) and resource not in (select id from %s)
			""";

	/** What is created inside a cycle is entered as a change of the cycle. */
	private static final String EXTENSIONS = """
			and not exists (select 1 from cycle where body::text like '%' || resource || '%')
			""";

	private final Platform platform;

	Books(Platform platform) {
		this.platform = platform;
	}

	/** One line per thing that does not agree. */
	List<String> disagreements() throws SQLException {
		List<String> found = new ArrayList<>();
		for (var query : queries().entrySet()) {
			String database = query.getKey().substring(0, query.getKey().indexOf(' '));
			lines(database, query.getValue()).forEach((line) -> found.add(query.getKey() + ": " + line));
		}
		return found;
	}

	/** The one number a query answers with. */
	static long count(Platform platform, String database, String query) throws SQLException {
		return Long.parseLong(new Books(platform).lines(database, query).get(0));
	}

	private static Map<String, String> queries() {
		Map<String, String> queries = new TreeMap<>();
		for (String table : List.of("municipality", "unit", "person", "plan_edition", "grading_scheme", "cycle")) {
			queries.put("catalog " + table, last(table, "revision"));
		}
		queries.put("goals goal", last("goal", "version"));
		queries.put("evaluation report", last("report", "version"));
		queries.put("evaluation release", last("release", "version"));
		List.of("catalog", "goals", "evaluation").forEach((database) -> queries.put(database + " versions", GAPS));
		queries.put("catalog audit",
				AUDIT.formatted("'municipality', 'unit', 'person', 'plan-edition', 'grading-scheme', 'cycle'"));
		queries.put("catalog plans", PLANS);
		queries.put("goals audit", AUDIT.formatted("'goal'"));
		queries.put("catalog keys", KEYS.formatted("unit") + EXTENSIONS);
		queries.put("goals keys", KEYS.formatted("review_comment"));
		queries.put("evaluation keys", KEYS.formatted("review_comment"));
		return queries;
	}

	/** A row is at the version that was announced last. */
	private static String last(String table, String version) {
		return """
				select t.id || ' is at ' || t.%2$s || ', announced ' || coalesce(max(o.aggregate_version), 0) from %1$s t
				left join outbox o on o.aggregate_id = t.id group by t.id, t.%2$s
				having coalesce(max(o.aggregate_version), 0) <> t.%2$s
				"""
			.formatted(table, version);
	}

	private List<String> lines(String database, String query) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Connection connection = this.platform.database(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				lines.add(rows.getString(1));
			}
		}
		return lines;
	}

}
