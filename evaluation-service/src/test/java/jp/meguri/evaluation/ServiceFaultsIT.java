package jp.meguri.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fifty confirmed goals lead to fifty reports, each announced once, though the service is
 * killed three times in the middle of its work, PostgreSQL once, the broker stands still
 * while announcements wait, and in the end everything is delivered again.
 * <p>
 * The goals lie in four years. The test holds the lock under which a year's reports are
 * opened, so the service stops exactly after 10, 25 and 40 reports, inside its
 * transaction.
 */
@ExtendWith(PlatformExtension.class)
class ServiceFaultsIT {

	private static final Duration LONG = Duration.ofSeconds(120);

	@Test
	void fiftyGoals_becomeFiftyReports_whateverIsKilled() throws SQLException {
		EmbeddedPlatform platform = EmbeddedPlatform.get();
		PackagedService service = PackagedService.start();
		try (EventPublisherForTests publisher = new EventPublisherForTests()) {
			DemoCity.announce(publisher);
			await().atMost(LONG).ignoreExceptions().until(() -> count("select count(*) from cycle_copy") > 0);
			confirm(publisher, 2090, 10);
			awaitReports(10);

			service = killedInside(service, publisher, 2091, 15);
			awaitReports(25);

			service = killedInside(service, publisher, 2092, 15);
			platform.postgres().kill();
			platform.postgres().start();
			awaitReports(40);

			holdRelay();
			service = killedInside(service, publisher, 2093, 10);
			awaitReports(50);
			assertThat(unannounced()).as("announcements that wait").isGreaterThanOrEqualTo(10);
			platform.broker().stop();
			releaseRelay();
			assertThat(unannounced()).as("while the broker stands still").isGreaterThanOrEqualTo(10);
			platform.broker().start();
			await().atMost(LONG).until(() -> unannounced() == 0);

			Set<UUID> reports = reports();
			assertThat(opened(publisher, reports)).hasSize(50);
			Replay.again(publisher, Topics.GOALS);
			Replay.awaitConsumed(PackagedService.GROUP);
			assertThat(service.duplicates()).as("deliveries recognised as duplicates").isGreaterThanOrEqualTo(50);
			assertThat(reports()).isEqualTo(reports);
			assertThat(unannounced()).isZero();
			assertThat(opened(publisher, reports)).hasSize(50);
		}
		finally {
			service.kill();
		}
	}

	/** The service is killed while it opens a report; another one takes over. */
	private static PackagedService killedInside(PackagedService service, EventPublisherForTests publisher, int year,
			int goals) throws SQLException {
		try (Connection gate = superuser()) {
			close(gate, year);
			confirm(publisher, year, goals);
			await().atMost(LONG)
				.until(() -> count("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
			service.kill();
		}
		return PackagedService.start();
	}

	private static void confirm(EventPublisherForTests publisher, int year, int goals) {
		for (int i = 0; i < goals; i++) {
			publisher.publish(GoalFixture.annualGoal(DemoCity.CIVIC, year).confirmed(), Topics.GOALS);
		}
	}

	/** What was announced of these reports, each event id once. */
	private static Set<UUID> opened(EventPublisherForTests publisher, Set<UUID> reports) {
		Set<UUID> ids = new HashSet<>();
		for (EventEnvelope<ReportEvent> event : publisher.received(Topics.EVALUATIONS, ReportEvent.class)) {
			if (reports.contains(event.aggregateId())) {
				assertThat(event.data()).isInstanceOf(ReportEvent.Opened.class);
				ids.add(event.id());
			}
		}
		return ids;
	}

	private static void awaitReports(int exactly) {
		await().atMost(LONG).ignoreExceptions().until(() -> reports().size() >= exactly);
		assertThat(reports()).hasSize(exactly);
	}

	private static Set<UUID> reports() {
		try (Connection connection = superuser();
				PreparedStatement statement = connection
					.prepareStatement("select id from report where fiscal_year between 2090 and 2093");
				ResultSet rows = statement.executeQuery()) {
			Set<UUID> ids = new HashSet<>();
			while (rows.next()) {
				ids.add(rows.getObject(1, UUID.class));
			}
			return ids;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long unannounced() {
		return count("select count(*) from outbox where published_at is null");
	}

	// Somebody else holds the relay's lease: announcements wait.
	private static void holdRelay() {
		update("""
				update lease set holder = gen_random_uuid(), epoch = epoch + 1, valid_until = now() + interval '1 hour'
				where name = 'outbox-relay'
				""");
	}

	private static void releaseRelay() {
		update("update lease set valid_until = '-infinity' where name = 'outbox-relay'");
	}

	private static void close(Connection gate, int year) throws SQLException {
		try (PreparedStatement statement = gate.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
			statement.setString(1, "report-opening/%s/%d".formatted(DemoCity.NAGISA, year));
			statement.execute();
		}
	}

	private static long count(String sql) {
		try (Connection connection = superuser();
				PreparedStatement statement = connection.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			rows.next();
			return rows.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void update(String sql) {
		try (Connection connection = superuser(); PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Connection superuser() throws SQLException {
		return EmbeddedPlatform.get().superuser(PackagedService.NAME).getConnection();
	}

}
