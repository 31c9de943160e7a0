package jp.meguri.faults.storm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jp.meguri.faults.load.Tokens;
import jp.meguri.faults.platform.Platform;
import jp.meguri.faults.platform.Processes;
import jp.meguri.faults.platform.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./meguri faults --storms}: what is promised about people who hang up and about
 * more requests than can be answered, measured on the whole platform.
 */
public final class Storms {

	private static final int AT_ONCE = 64;

	private static final int ROUNDS = 10;

	private static final int CUT_WRITES = 1000;

	private static final Duration SHORT_CUT = Duration.ofMillis(30);

	private static final Duration LONGEST_CUT = Duration.ofSeconds(1);

	private static final int ASKED = 200;

	private static final double SLOWER = 1.5;

	private static final double AS_BEFORE = 0.95;

	/** Requests a second the machine answers with ease. */
	private static final double USUAL_RATE = 40;

	private static final Duration WINDOW = Duration.ofSeconds(5);

	private static final Duration OVERLOAD = Duration.ofSeconds(60);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Findings findings = new Findings();

	private final Platform platform;

	private final Crowd crowd;

	private final Pools pools;

	private final Sheet sheet;

	private final Door gateway;

	private final Door service;

	private Storms(Platform platform, Crowd crowd) throws IOException, InterruptedException {
		this.platform = platform;
		this.crowd = crowd;
		var run = platform.run();
		var token = new Tokens(run.identity(), run.secret("script")).of("sato");
		this.gateway = new Door("gateway", end(Way.FRONT), token);
		this.service = new Door("goals-service", end(Way.GOALS), token);
		this.pools = new Pools(List.of(run.metrics("goals-service"), run.metrics("gateway")));
		this.sheet = new Sheet("/api/goals/sheets/2026/" + unit());
	}

	/** The exit code: 0 where every promise was kept. */
	public static int run(Path project, Path home) throws IOException, InterruptedException {
		// One person stands for many here.
		var manyAsOne = Map.of("MEGURI_GATEWAY_SESSION_RATE", "100000", "MEGURI_GATEWAY_SESSION_BURST", "100000");
		try (var platform = Platform.start(project, home.resolve("platform"), manyAsOne); var crowd = new Crowd()) {
			Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
			return new Storms(platform, crowd).all();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int all() throws IOException, InterruptedException, SQLException {
		this.crowd.each(Sheet.GOALS, 4, (i) -> create("storm-" + i));
		this.findings.tell("the list: %,d bytes; load average of the machine: %.1f",
				this.service.read(this.sheet.path()).length(), busy());
		for (var door : List.of(this.gateway, this.service)) {
			readersHangUp(door);
		}
		writersHangUp();
		double before = usual();
		this.findings.tell("goodput before: %.1f/s", before);
		for (int storm = 0; storm < 30; storm++) {
			storm(this.gateway);
		}
		asBefore("30 cancel storms", before);
		double kept = this.crowd.goodput(3 * capacity(), OVERLOAD, small());
		this.findings.tell("goodput under 3× overload: %.1f/s", kept);
		asBefore("3× overload for 60 s", before);
		broken(Processes.POSTGRES, before);
		broken(Processes.KAFKA, before);
		atRest("in the end");
		return this.findings.exitCode();
	}

	/** A service that has just started may not know yet who holds which role. */
	private void create(String key) throws InterruptedException {
		var goal = Sheet.longGoal();
		long end = System.nanoTime() + PATIENCE.toNanos();
		int status = this.service.post(this.sheet.goals(), key, goal);
		while (status != 201) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Goal not created: " + status);
			}
			TimeUnit.MILLISECONDS.sleep(300);
			status = this.service.post(this.sheet.goals(), key, goal);
		}
	}

	private void readersHangUp(Door door) throws InterruptedException {
		Callable<Integer> list = () -> door.get(this.sheet.path());
		// The compilers need a while.
		this.crowd.times(ASKED, 4, list);
		var before = this.crowd.times(ASKED, 4, list);
		for (int round = 0; round < ROUNDS; round++) {
			storm(door);
		}
		atRest("after %d × %d who hung up at %s".formatted(ROUNDS, AT_ONCE, door));
		var after = this.crowd.times(ASKED, 4, list);
		this.findings.check(after.failed() == 0 && after.high() <= SLOWER * before.high(),
				"lists at %s: before %s, after %s", door, before, after);
	}

	/** Half of them leave before the answer begins: at once, or a little later. */
	private void storm(Door door) throws InterruptedException {
		this.crowd.each(AT_ONCE, AT_ONCE, (i) -> {
			if (i % 2 == 0) {
				door.hangUp(this.sheet.path(), 1024);
			}
			else {
				door.hangUp(this.sheet.path(), Duration.ofMillis(i));
			}
		});
	}

	private void writersHangUp() throws IOException, InterruptedException, SQLException {
		var run = this.platform.run();
		var writes = new CutWrites("jdbc:postgresql://127.0.0.1:%d/goals".formatted(end(Way.POSTGRES).getPort()),
				"postgres", run.secret("postgres"));
		// A sheet of 200 goals takes no other: its goals take comments.
		var goals = goals();
		writes.cut(this.crowd, this.gateway, goals, CUT_WRITES, 16, SHORT_CUT);
		atRest("after %d cut writes".formatted(CUT_WRITES));
		this.findings.tell("%d writes cut within %d ms: %d were done", CUT_WRITES, SHORT_CUT.toMillis(), writes.done());
		var next = new AtomicInteger();
		var usual = this.crowd.times(ASKED, 16, () -> {
			var goal = goals.get(next.getAndIncrement() % goals.size());
			int status = this.gateway.post(Sheet.comments(goal), UUID.randomUUID().toString(), Sheet.comment("嵐"));
			return (status == 201) ? 200 : status;
		});
		// On a busy machine few are done within 30 ms.
		var longest = Duration.ofMillis(Math.round(Math.min(2 * usual.median(), LONGEST_CUT.toMillis())));
		writes.cut(this.crowd, this.gateway, goals, CUT_WRITES, 16, longest);
		atRest("after %d more".formatted(CUT_WRITES));
		this.findings.tell("%d writes cut within %d ms (one takes %s)", CUT_WRITES, longest.toMillis(), usual);
		int done = writes.done();
		int disagreeing = writes.disagreeing();
		this.findings.check(done > 0 && disagreeing == 0, "%d of %d cut writes were done; %d disagree", done,
				2 * CUT_WRITES, disagreeing);
	}

	private List<String> goals() throws IOException, InterruptedException {
		var ids = new ArrayList<String>();
		for (JsonNode goal : JsonMapper.shared().readTree(this.service.read(this.sheet.path())).path("goals")) {
			ids.add(goal.get("id").asString());
		}
		return ids;
	}

	private void broken(String process, double before) throws InterruptedException {
		Processes.signal(this.platform.processes().family(process), "KILL");
		long begin = System.nanoTime();
		while (!this.platform.processes().find(process).isPresent() || this.gateway.get(this.sheet.path()) != 200) {
			if (System.nanoTime() - begin > PATIENCE.toNanos()) {
				throw new IllegalStateException(process + " does not come back");
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
		this.findings.tell("%s killed; answers again after %.1f s", process, (System.nanoTime() - begin) / 1e9);
		asBefore("kill of " + process, before);
	}

	/** One of the windows that begin within ten seconds is as good as before. */
	private void asBefore(String what, double before) throws InterruptedException {
		double best = 0;
		for (int window = 0; window <= 2 && best < AS_BEFORE * before; window++) {
			best = Math.max(best, usual());
		}
		this.findings.check(best >= AS_BEFORE * before, "goodput after %s: %.1f/s, %.2f of before", what, best,
				best / before);
	}

	/** What else the machine has to do decides over every time that is measured here. */
	private static double busy() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

	private double usual() throws InterruptedException {
		return this.crowd.goodput(USUAL_RATE, WINDOW, small());
	}

	/**
	 * How many small requests a second are answered if as many are asked as there can be.
	 */
	private double capacity() throws InterruptedException {
		int count = 1000;
		long begin = System.nanoTime();
		this.crowd.each(count, 16, (i) -> small().call());
		return count / ((System.nanoTime() - begin) / 1e9);
	}

	private Callable<Integer> small() {
		return () -> this.gateway.get("/api/goals/sheets?fiscalYear=2026");
	}

	private void atRest(String when) throws InterruptedException {
		var rest = this.pools.untilAtRest();
		this.findings.check(rest.isPresent() && rest.get().toSeconds() < 30, "no connection in use %s: after %s", when,
				rest.map((time) -> "%.1f s".formatted(time.toMillis() / 1000.0)).orElse("never"));
	}

	/** A platform that has just started may not know its people yet. */
	private String unit() throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end) {
			for (JsonNode unit : JsonMapper.shared()
				.readTree(this.gateway.read("/api/catalog/units?fiscalYear=2026"))
				.path("items")) {
				if (unit.path("code").asString("").equals("civic")) {
					return unit.get("id").asString();
				}
			}
			TimeUnit.MILLISECONDS.sleep(300);
		}
		throw new IllegalStateException("No unit civic");
	}

	private InetSocketAddress end(Way way) {
		return this.platform.run().end(way).orElseThrow();
	}

}
