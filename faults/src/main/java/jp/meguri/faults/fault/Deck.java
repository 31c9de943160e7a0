package jp.meguri.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

import jp.meguri.faults.platform.Platform;
import jp.meguri.faults.platform.Processes;
import jp.meguri.faults.platform.Way;
import jp.meguri.faults.proxy.Direction;
import jp.meguri.faults.proxy.Toxic;

/**
 * Draws one fault of a mechanism: its target and its length.
 */
final class Deck {

	private static final List<String> SERVICES = Processes.ALL.subList(0, 5);

	/** How long a reply that was swallowed leaves the client without an end. */
	private static final Duration SILENCE = Duration.ofSeconds(1);

	private final RandomGenerator random;

	Deck(RandomGenerator random) {
		this.random = random;
	}

	Fault draw(Mechanism mechanism) {
		return switch (mechanism) {
			case SERVICE_KILLED -> killed(mechanism, one(SERVICES));
			case POSTGRES_KILLED ->
				this.random.nextInt(3) == 0 ? backendKilled() : killed(mechanism, Processes.POSTGRES);
			case BROKER_KILLED -> killed(mechanism, Processes.KAFKA);
			case ALL_KILLED -> new Fault(mechanism, "everything", Duration.ZERO,
					(platform) -> Processes.ALL.forEach((name) -> kill(platform, name)), Deck::nothing);
			case FROZEN -> frozen(one(Processes.ALL));
			case REPLY_SWALLOWED -> spoiled(mechanism, one(List.of(Way.values())), Toxic.swallow(SILENCE), 3, 6);
			case REPLY_SWALLOWED_AND_KILLED -> swallowedAndKilled();
			case RESET -> spoiled(mechanism, one(List.of(Way.values())),
					Toxic.reset(this.random.nextBoolean() ? Direction.UPSTREAM : Direction.DOWNSTREAM)
						.sometimes(0.3, fork()),
					3, 8);
			case CUT ->
				spoiled(mechanism, one(List.of(Way.FRONT, Way.CATALOG, Way.GOALS, Way.EVALUATION, Way.NOTIFICATION)),
						Toxic.limit(this.random.nextInt(100, 900)), 3, 6);
			case HALF_OPEN -> spoiled(mechanism, one(List.of(Way.POSTGRES, Way.KAFKA, Way.SMTP, Way.CATALOG, Way.GOALS,
					Way.EVALUATION, Way.NOTIFICATION)), Toxic.timeout(), 5, 20);
			case SLOW -> spoiled(mechanism, one(List.of(Way.POSTGRES, Way.KAFKA, Way.GOALS, Way.EVALUATION)),
					Toxic.latency(Duration.ofMillis(300), Duration.ofMillis(200), fork()), 5, 10);
		};
	}

	private static Fault killed(Mechanism mechanism, String process) {
		return new Fault(mechanism, process, Duration.ZERO, (platform) -> kill(platform, process), Deck::nothing);
	}

	/** PostgreSQL then resets all its sessions. */
	private Fault backendKilled() {
		var database = one(List.of("goals", "evaluation", "notification", "catalog"));
		return new Fault(Mechanism.POSTGRES_KILLED, "a session of " + database, Duration.ZERO, (platform) -> Processes
			.signal(platform.processes().backends(database).stream().limit(1).toList(), "KILL"), Deck::nothing);
	}

	private Fault frozen(String process) {
		return new Fault(Mechanism.FROZEN, process, between(4, 15),
				(platform) -> Processes.signal(platform.processes().family(process), "STOP"),
				(platform) -> Processes.signal(platform.processes().family(process), "CONT"));
	}

	private Fault swallowedAndKilled() {
		return switch (this.random.nextInt(4)) {
			case 0 -> swallowedAndKilled(Way.POSTGRES, one(SERVICES.subList(0, 4)));
			case 1 -> swallowedAndKilled(Way.KAFKA, one(SERVICES.subList(0, 4)));
			case 2 -> swallowedAndKilled(Way.SMTP, "notification-service");
			default -> swallowedAndKilled(Way.GOALS, "gateway");
		};
	}

	private Fault swallowedAndKilled(Way way, String process) {
		// Longer than the client's patience: the process is killed while it waits.
		var swallow = Toxic.swallow(Duration.ofSeconds(30));
		return new Fault(Mechanism.REPLY_SWALLOWED_AND_KILLED, way.detour() + ", " + process, between(1, 3),
				(platform) -> platform.proxy(way).spoil(swallow), (platform) -> {
					kill(platform, process);
					platform.proxy(way).heal();
					platform.proxy(way).resetAll();
				});
	}

	private Fault spoiled(Mechanism mechanism, Way way, Toxic toxic, int least, int most) {
		return new Fault(mechanism, way.detour(), between(least, most), (platform) -> platform.proxy(way).spoil(toxic),
				(platform) -> platform.proxy(way).heal());
	}

	private static void kill(Platform platform, String process) {
		Processes.signal(platform.processes().find(process).stream().toList(), "KILL");
	}

	private static void nothing(Platform platform) {
		// It is over once it was done.
	}

	private Duration between(int least, int most) {
		return Duration.ofMillis(this.random.nextLong(least * 1000L, most * 1000L + 1));
	}

	private RandomGenerator fork() {
		return new Random(this.random.nextLong());
	}

	private <T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
