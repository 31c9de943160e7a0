package jp.meguri.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.notifications.deadline.DeadlineRepository.DueStep;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@MeguriIT
class DeadlineRepositoryIT {

	private static final UUID NAGISA = UUID.randomUUID();

	private static final UUID TSUKIMI = UUID.randomUUID();

	@Autowired
	@Qualifier("worker")
	private DeadlineRepository deadlines;

	@Autowired
	private WorkerTransaction transaction;

	/** The queue has no row policy: the query alone keeps the cities apart. */
	@Test
	void aStep_goesOnInItsOwnCityOnly() throws SQLException {
		Deadline deadline = inAHundredDays();
		this.transaction.in(NAGISA, this.deadlines.replace(NAGISA, List.of(deadline))).block();
		Ladder.Step first = Ladder.first(deadline.dueOn());
		Ladder.Step second = Ladder.after(deadline.dueOn(), first.days());

		advance(TSUKIMI, deadline, first, second);
		assertThat(daysOf(deadline)).isEqualTo(first.days());
		advance(NAGISA, deadline, first, second);
		assertThat(daysOf(deadline)).isEqualTo(second.days()).isNotEqualTo(first.days());
	}

	private void advance(UUID city, Deadline deadline, Ladder.Step done, Ladder.Step next) {
		DueStep step = new DueStep(deadline.id(), city, deadline.dueOn(), done.days());
		this.transaction.in(city, this.deadlines.advance(step, next)).block();
	}

	private static Deadline inAHundredDays() {
		UUID window = UUID.randomUUID();
		UUID unit = UUID.randomUUID();
		Instant opens = Instant.parse("2026-04-01T00:00:00Z");
		return new Deadline(Deadline.idOf(window, unit), NAGISA, window, unit, 2026, WorkKind.GOAL, "", opens,
				Instant.now().plus(Duration.ofDays(100)));
	}

	private static int daysOf(Deadline deadline) throws SQLException {
		try (var connection = EmbeddedPlatform.get().superuser("notification").getConnection();
				var statement = connection.prepareStatement("select days from due_step where deadline = ?")) {
			statement.setObject(1, deadline.id());
			try (var row = statement.executeQuery()) {
				row.next();
				return row.getInt(1);
			}
		}
	}

}
