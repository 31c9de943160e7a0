package jp.meguri.goals.publication;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.events.evaluation.ReleaseEvent.Item;
import jp.meguri.events.evaluation.ReleaseEvent.Kind;
import jp.meguri.events.evaluation.ReleaseEvent.Release;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Releases move goals to 公表済 and back. */
@MeguriIT
class ReleaseListenerIT {

	@LocalServerPort
	private int port;

	@Test
	void goal_followsItsReleases() {
		var desk = new Desk(this.port);
		int year = desk.office.openYear();
		Named goal = desk.goal(year, ReviewState.CONFIRMED);
		Release initial = release(Kind.INITIAL, year, goal);
		Release results = release(Kind.FINAL, year, goal);
		announce(desk, 1, new ReleaseEvent.Scheduled(initial));
		announce(desk, 2, new ReleaseEvent.Published(initial));
		awaitState(desk, goal, ReviewState.PUBLISHED_INITIAL);
		announce(desk, 1, new ReleaseEvent.Published(results));
		awaitState(desk, goal, ReviewState.PUBLISHED_FINAL);
		announce(desk, 2, new ReleaseEvent.Withdrawn(results, "誤記のため"));
		awaitState(desk, goal, ReviewState.PUBLISHED_INITIAL);
		announce(desk, 3, new ReleaseEvent.Withdrawn(initial, "誤記のため"));
		awaitState(desk, goal, ReviewState.CONFIRMED);
	}

	// The release names a goal nobody here has heard of as well.
	private static Release release(Kind kind, int year, Named goal) {
		return new Release(UUID.randomUUID(), UUID.randomUUID(), Office.CIVIC, year, kind, 1, "0".repeat(64),
				LocalDate.of(2026, 11, 1), "政企第1号", Instant.now(),
				List.of(new Item(UUID.randomUUID(), 1, null, null), new Item(goal.id(), goal.revision(), null, null)));
	}

	private static void announce(Desk desk, long version, ReleaseEvent event) {
		Release release = event.release();
		desk.office.events()
			.publish(
					EventEnvelope.of(Office.NAGISA, "release", release.id(), version, release.sheet(), Instant.now(),
							CycleMode.LIVE, new EventActor(Office.personId("yamada"), "山田 薫"), null, event),
					Topics.EVALUATIONS);
	}

	private static void awaitState(Desk desk, Named goal, ReviewState state) {
		await().atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> desk.sato.get(goal.path()).text("/state").equals(state.name()));
	}

}
