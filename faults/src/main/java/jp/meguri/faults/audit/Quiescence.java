package jp.meguri.faults.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jp.meguri.faults.audit.evidence.Database;
import jp.meguri.faults.audit.evidence.Readers;
import jp.meguri.faults.audit.evidence.Services;

/**
 * Waits until nothing is on its way any more: outboxes sent, topics read to the end,
 * inboxes at the last version, audit entries sealed, letters gone.
 */
final class Quiescence {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final String SENT = "select count(*) from outbox where published_at is null"
			+ " and aggregate_type <> 'heartbeat'";

	private static final String SEALED = "select count(*) from audit_entry where number is null";

	private static final String ANNOUNCED = """
			select coalesce(sum(version), 0)
			from (select max(aggregate_version) as version from outbox where aggregate_type = '%s'
			      group by aggregate_id) latest""";

	private static final String BEHIND = """
			select count(*) from (select consumer from inbox where aggregate_type = '%s'
			                      group by consumer having sum(aggregate_version) < %d) behind""";

	private final Services services;

	private final Readers readers;

	Quiescence(Services services, Readers readers) {
		this.services = services;
		this.readers = readers;
	}

	/**
	 * @param longest how long to wait
	 * @return what is still on its way, empty if nothing
	 */
	List<String> await(Duration longest) throws InterruptedException {
		var end = Instant.now().plus(longest);
		var moving = moving();
		while (!moving.isEmpty() && Instant.now().isBefore(end)) {
			TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
			moving = moving();
		}
		return moving;
	}

	private List<String> moving() throws InterruptedException {
		var moving = new ArrayList<>(this.readers.behind());
		try {
			for (var database : this.services.all()) {
				add(moving, database, SENT, "events unsent");
				add(moving, database, SEALED, "audit entries unsealed");
			}
			add(moving, this.services.database("notification"), "select count(*) from due_mail", "letters unsent");
			behind(moving, "goals", "goal");
			behind(moving, "evaluation", "report");
		}
		catch (SQLException ex) {
			moving.add("no answer from PostgreSQL: " + ex.getMessage());
		}
		return moving;
	}

	private void behind(List<String> moving, String source, String type) throws SQLException {
		long announced = this.services.database(source).number(ANNOUNCED.formatted(type));
		for (var database : this.services.all()) {
			add(moving, database, BEHIND.formatted(type, announced), "consumers behind with " + type + "s");
		}
	}

	private static void add(List<String> moving, Database database, String sql, String what) throws SQLException {
		long count = database.number(sql);
		if (count > 0) {
			moving.add("%s: %d %s".formatted(database.name(), count, what));
		}
	}

}
