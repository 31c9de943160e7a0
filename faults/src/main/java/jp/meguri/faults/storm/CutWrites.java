package jp.meguri.faults.storm;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Creates that were cut, and what is left of each in the database.
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
	 * Sends creates and is gone.
	 * @param longest the last of them is gone after this time, the others sooner
	 */
	void cut(Crowd crowd, Door door, Sheet sheet, int count, int atOnce, Duration longest) throws InterruptedException {
		int first = this.keys.size();
		for (int i = 0; i < count; i++) {
			this.keys.add(UUID.randomUUID().toString());
		}
		crowd.each(count, atOnce, (i) -> door.hangUp(sheet.goals(), this.keys.get(first + i), Sheet.shortGoal(),
				longest.multipliedBy(i).dividedBy(count)));
	}

	/** How many of the keys led to a goal. */
	int done() throws SQLException {
		return count("select count(*) from idempotency_key where key = any(?)");
	}

	/**
	 * Keys without exactly one goal, event and audit entry, and goals of the last minutes
	 * without key.
	 */
	int disagreeing() throws SQLException {
		return count("""
				select count(*) from idempotency_key k
				where k.key = any(?)
				  and ((select count(*) from goal where id = k.resource) <> 1
				    or (select count(*) from outbox where aggregate_id = k.resource) <> 1
				    or (select count(*) from audit_entry where object_id = k.resource) <> 1)
				""") + count("""
				select count(*) from goal g
				where g.content ->> 'title' = '嵐' and not exists (select 1 from idempotency_key where resource = g.id)
				  and cardinality(?) > 0
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
