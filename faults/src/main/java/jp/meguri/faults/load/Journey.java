package jp.meguri.faults.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One goal from the first word to the confirmed result. Each step starts from what is
 * there: after a step whose end is unknown, a look tells where it stands.
 */
final class Journey {

	private static final int MOST_STEPS = 60;

	private static final Duration REPORT = Duration.ofMinutes(3);

	private final Client client;

	private final Desk desk;

	private final RandomGenerator random;

	private final BooleanSupplier stopped;

	private int edits;

	private boolean mayReturn;

	Journey(Client client, Desk desk, RandomGenerator random, BooleanSupplier stopped) {
		this.client = client;
		this.desk = desk;
		this.random = random;
		this.stopped = stopped;
		this.edits = random.nextInt(1, 4);
		this.mayReturn = random.nextInt(3) == 0;
	}

	void run() throws InterruptedException {
		var created = this.client.write(this.desk.create());
		var goal = created.id();
		if (!created.isDone() || goal == null) {
			return;
		}
		if (this.random.nextInt(6) == 0 || !this.desk.takePlace()) {
			discard(goal);
			return;
		}
		if (!walk("/api/goals/" + goal, (state, revision) -> stepOfGoal(goal, state, revision))) {
			return;
		}
		var report = report(goal);
		if (report != null) {
			this.edits = this.random.nextInt(1, 3);
			walk("/api/evaluations/" + report, (state, revision) -> stepOfReport(report, state, revision));
		}
	}

	/** Written on, talked about and thrown away. */
	private void discard(String goal) throws InterruptedException {
		for (; this.edits > 0 && !this.stopped.getAsBoolean(); this.edits--) {
			var found = this.client.read(this.desk.clerk(), "/api/goals/" + goal);
			if (!found.isDone()) {
				return;
			}
			this.client.write((this.random.nextInt(3) == 0) ? this.desk.comment(goal)
					: this.desk.edit(goal, found.json().get("revision").asLong()));
			TimeUnit.MILLISECONDS.sleep(this.random.nextLong(50, 250));
		}
		delete(goal);
	}

	private void delete(String goal) throws InterruptedException {
		var found = this.client.read(this.desk.clerk(), "/api/goals/" + goal);
		if (found.isDone()) {
			this.client.write(this.desk.delete(goal, found.json().get("revision").asLong()));
		}
	}

	/** Step by step until there is none left; whether that came about. */
	private boolean walk(String path, Route route) throws InterruptedException {
		for (int step = 0; step < MOST_STEPS && !this.stopped.getAsBoolean(); step++) {
			var found = this.client.read(this.desk.clerk(), path);
			if (!found.isDone()) {
				return false;
			}
			var write = route.next(found.json().get("state").asString(), found.json().get("revision").asLong());
			if (write == null) {
				return true;
			}
			this.client.write(write);
			TimeUnit.MILLISECONDS.sleep(this.random.nextLong(50, 250));
		}
		return false;
	}

	private @Nullable Write stepOfGoal(String goal, String state, long revision) {
		return switch (state) {
			case "DRAFT", "RETURNED" -> write(goal, revision);
			case "SUBMITTED" -> read(goal, revision);
			case "APPROVED" -> this.desk.step(What.CONFIRM, this.desk.planner(), goal, revision);
			default -> null;
		};
	}

	private Write write(String goal, long revision) {
		if (this.edits-- > 0) {
			return (this.random.nextInt(3) == 0) ? this.desk.comment(goal) : this.desk.edit(goal, revision);
		}
		return this.desk.step(What.SUBMIT, this.desk.clerk(), goal, revision);
	}

	private Write read(String goal, long revision) {
		if (this.mayReturn) {
			this.mayReturn = false;
			this.edits = 1;
			return this.desk.step(What.RETURN, this.desk.head(), goal, revision);
		}
		return this.desk.step(What.APPROVE, this.desk.head(), goal, revision);
	}

	private @Nullable Write stepOfReport(String report, String state, long revision) {
		return switch (state) {
			case "SUBMITTED" -> this.desk.reportStep(What.REPORT_APPROVE, this.desk.head(), report, revision);
			case "APPROVED" -> this.desk.reportStep(What.REPORT_CONFIRM, this.desk.planner(), report, revision);
			case "CONFIRMED" -> null;
			default -> writeReport(report, revision);
		};
	}

	private Write writeReport(String report, long revision) {
		if (this.edits-- > 0) {
			return this.desk.editReport(report, revision);
		}
		return (this.edits == -1 && this.random.nextBoolean()) ? this.desk.commentReport(report)
				: this.desk.reportStep(What.REPORT_SUBMIT, this.desk.clerk(), report, revision);
	}

	/** The report that the confirmed goal opened, once its service has heard of it. */
	private @Nullable String report(String goal) throws InterruptedException {
		long end = System.nanoTime() + REPORT.toNanos();
		while (System.nanoTime() < end && !this.stopped.getAsBoolean()) {
			var sheet = this.client.read(this.desk.clerk(), this.desk.sheet("evaluations") + "?round=YEAR_END");
			for (JsonNode report : sheet.json().path("reports")) {
				if (report.path("goal").path("id").asString("").equals(goal)) {
					return report.get("id").asString();
				}
			}
			TimeUnit.MILLISECONDS.sleep(400);
		}
		return null;
	}

	/** What comes next, or null at the end. */
	private interface Route {

		@Nullable Write next(String state, long revision);

	}

}
