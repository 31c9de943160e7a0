package jp.meguri.faults.storm;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Comments whose sender was cut off, and what is left of each in the database. The key is
 * also the text and the correlation id.
 */
final class CutWrites {

	private final List<String> keys = new ArrayList<>();

	private final String database;

	private final String user;

	private final String password;

	/**
	 * @param database JDBC address of the goals' database
	 * @param user who sees all rows
	 * @param password its password
	 */
	CutWrites(String database, String user, String password) {
		this.database = database;
		this.user = user;
		this.password = password;
	}

	/**
	 * Sends comments and is gone.
	 * @param longest the last of them is gone after this time, the others sooner
	 */
	void cut(Crowd crowd, Door door, List<String> goals, int count, int atOnce, Duration longest)
			throws InterruptedException {
		int first = this.keys.size();
		for (int i = 0; i < count; i++) {
			this.keys.add(UUID.randomUUID().toString());
		}
		crowd.each(count, atOnce, (i) -> {
			var key = this.keys.get(first + i);
			door.hangUp(Sheet.comments(goals.get(i % goals.size())), key, Sheet.comment(key),
					longest.multipliedBy(i).dividedBy(count));
		});
	}

	/** How many of the keys led to a comment. */
	int done() throws SQLException {
		return count("select count(*) from idempotency_key where key = any(?)");
	}

	/**
	 * Keys that have not as many comments, events and audit entries as idempotency
	 * records, or more than one.
	 */
	int disagreeing() throws SQLException {
		return count("""
				with remembered as (select key, count(*) from idempotency_key group by key),
				     comments as (select text as key, count(*) from review_comment group by text),
				     events as (select headers ->> 'ce_correlation' as key, count(*) from outbox group by 1),
				     audited as (select convert_from(body, 'UTF8')::jsonb ->> 'correlation' as key, count(*)
				                 from audit_entry group by 1)
				select count(*)
				from unnest(?) as sent (key)
				left join remembered r using (key) left join comments c using (key)
				left join events e using (key) left join audited a using (key)
				where coalesce(r.count, 0) > 1 or coalesce(c.count, 0) <> coalesce(r.count, 0)
				   or coalesce(e.count, 0) <> coalesce(r.count, 0) or coalesce(a.count, 0) <> coalesce(r.count, 0)
				""");
	}

	private int count(String sql) throws SQLException {
		try (var connection = DriverManager.getConnection(this.database, this.user, this.password);
				var statement = connection.prepareStatement(sql)) {
			statement.setArray(1, connection.createArrayOf("text", this.keys.toArray()));
			try (var rows = statement.executeQuery()) {
				rows.next();
				return rows.getInt(1);
			}
		}
	}

}
