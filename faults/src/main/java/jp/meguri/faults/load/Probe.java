package jp.meguri.faults.load;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;

/**
 * Asks, as a person would notice, whether Meguri works again: every service can be read,
 * a write is done, and what was written is seen in another service.
 */
public final class Probe {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Client client;

	private final Desk desk;

	private final String goal;

	private Probe(Client client, Desk desk, String goal) {
		this.client = client;
		this.desk = desk;
		this.goal = goal;
	}

	/** With a goal of its own. */
	public static Probe create(Client client) throws InterruptedException {
		var desk = Desk.of(client, "civic", "sato", "suzuki", "yamada");
		var created = client.write(desk.create());
		var goal = created.id();
		if (goal == null) {
			throw new IllegalStateException("No goal to probe with: " + created);
		}
		return new Probe(client, desk, goal);
	}

	/**
	 * Waits until everything works.
	 * @param since when the fault ended
	 * @param longest how long to wait
	 * @return the time from the fault's end, empty if it did not come about
	 */
	public Optional<Duration> recovery(Instant since, Duration longest) throws InterruptedException {
		var end = since.plus(longest);
		while (Instant.now().isBefore(end)) {
			if (canBeRead() && isWrittenAndSeen(end)) {
				return Optional.of(Duration.between(since, Instant.now()));
			}
			TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
		}
		return Optional.empty();
	}

	private boolean canBeRead() throws InterruptedException {
		for (var path : List.of("/api/goals/" + this.goal, "/api/catalog/units?fiscalYear=" + Desk.YEAR,
				"/api/evaluations/sheets?fiscalYear=" + Desk.YEAR, "/api/notifications/inbox")) {
			if (!this.client.look(this.desk.clerk(), path).isDone()) {
				return false;
			}
		}
		return true;
	}

	/** The planner is told of the clerk's comment. */
	private boolean isWrittenAndSeen(Instant end) throws InterruptedException {
		var before = told();
		if (before.isEmpty() || !this.client.once(this.desk.comment(this.goal), 1).isDone()) {
			return false;
		}
		while (Instant.now().isBefore(end)) {
			var now = told();
			if (now.isPresent() && !before.get().containsAll(now.get())) {
				return true;
			}
			TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
		}
		return false;
	}

	private Optional<Set<String>> told() throws InterruptedException {
		var inbox = this.client.look(this.desk.planner(), "/api/notifications/inbox");
		if (!inbox.isDone()) {
			return Optional.empty();
		}
		var ids = new HashSet<String>();
		for (JsonNode item : inbox.json().path("items")) {
			if (item.path("link").asString("").endsWith("#goal-" + this.goal)) {
				ids.add(item.path("id").asString());
			}
		}
		return Optional.of(ids);
	}

}
