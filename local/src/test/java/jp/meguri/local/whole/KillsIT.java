package jp.meguri.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Fifty goals are confirmed while processes are killed; every one gets its report, once.
 */
class KillsIT {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private static final int GOALS = 50;

	private static WholePlatform platform;

	@BeforeAll
	static void start() throws Exception {
		platform = WholePlatform.start();
	}

	@AfterAll
	static void stop() throws Exception {
		platform.close();
	}

	@Test
	void everyConfirmedGoalGetsOneReport_whateverIsKilled() throws Exception {
		TypedGoals goals = new TypedGoals(platform);
		String unit = goals.unit("sato", "civic");
		List<String> ids = IntStream.rangeClosed(1, GOALS)
			.mapToObj((number) -> goals.create("sato", unit, "目標 " + number))
			.toList();
		assertThat(goals.command("sato", unit, "submission", ids).status()).isEqualTo(200);
		assertThat(goals.command("suzuki", unit, "approval", ids).status()).isEqualTo(200);

		confirm(goals, unit, ids.subList(0, 12));
		await().atMost(LIMIT).until(() -> reports() >= 10);
		platform.signal("evaluation-service", "KILL");

		confirm(goals, unit, ids.subList(12, 27));
		await().atMost(LIMIT).until(() -> reports() >= 25);
		platform.signal("evaluation-service", "KILL");

		await().atMost(LIMIT).until(() -> unpublished() == 0);
		platform.signal("Kafka", "STOP");
		confirm(goals, unit, ids.subList(27, 39));
		assertThat(unpublished()).as("events that wait for the broker").isGreaterThanOrEqualTo(10);
		platform.signal("Kafka", "KILL");

		confirm(goals, unit, ids.subList(39, 42));
		await().atMost(LIMIT).until(() -> reports() >= 40);
		platform.signal("evaluation-service", "KILL");
		platform.signal("PostgreSQL", "KILL");

		confirm(goals, unit, ids.subList(42, GOALS));
		await().atMost(LIMIT).untilAsserted(() -> assertThat(reports()).isEqualTo(GOALS));
		await().atMost(LIMIT).until(() -> unpublished() == 0);
		assertThat(platform.count("evaluation", "select count(distinct goal) from report")).isEqualTo(GOALS);

		Topics topics = new Topics(platform.kafka());
		await().atMost(LIMIT).until(topics::everythingIsRead);
		long notices = notices();
		assertThat(topics.replay("meguri.goals.v1")).isGreaterThanOrEqualTo(3 * GOALS);
		await().atMost(LIMIT).until(topics::everythingIsRead);
		assertThat(reports()).isEqualTo(GOALS);
		assertThat(notices()).isEqualTo(notices);
		assertThat(duplicates()).as("deliveries that took no effect").isPositive();
	}

	/** Goes on until the goal is confirmed, as a person who sees an error would. */
	private static void confirm(TypedGoals goals, String unit, List<String> ids) {
		for (String id : ids) {
			await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
				goals.command("yamada", unit, "confirmation", List.of(id));
				return goals.state("yamada", id).equals("CONFIRMED");
			});
		}
	}

	private static long reports() {
		return platform.count("evaluation", "select count(*) from report");
	}

	private static long notices() {
		return platform.count("notification", "select count(*) from notice");
	}

	private static long unpublished() {
		return platform.count("goals", "select count(*) from outbox where published_at is null");
	}

	private static double duplicates() {
		return platform.metric("evaluation-service", "inbox_events_total", "outcome=\"duplicate\"")
				+ platform.metric("notification-service", "inbox_events_total", "outcome=\"duplicate\"");
	}

}
