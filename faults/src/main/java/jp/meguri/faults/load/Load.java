package jp.meguri.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * People at work, until they are told to stop; everybody then ends what was begun.
 */
public final class Load {

	private static final Duration END = Duration.ofMinutes(5);

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final List<Thread> people = new ArrayList<>();

	private final Client client;

	private final long seed;

	public Load(Client client, long seed) {
		this.client = client;
		this.seed = seed;
	}

	/**
	 * @param atOnce how many goals each department works on at once
	 */
	public void start(int atOnce) throws InterruptedException {
		var civic = Desk.of(this.client, "civic", "sato", "suzuki", "yamada");
		var environment = Desk.of(this.client, "environment", "tanaka", "ito", "yamada");
		for (int i = 0; i < atOnce; i++) {
			begin(civic, i);
			begin(environment, i);
		}
	}

	private void begin(Desk desk, int number) {
		// Each its own sequence: what one does must not depend on how fast the others
		// are.
		var random = new Random(this.seed * 31 + desk.clerk().hashCode() * 7L + number);
		var thread = new Thread(() -> work(desk, random), desk.clerk() + " " + number);
		thread.start();
		this.people.add(thread);
	}

	private void work(Desk desk, Random random) {
		try {
			while (!this.stopped.get()) {
				new Journey(this.client, desk, random, this.stopped::get).run();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Everybody ends the request that is under way. */
	public void stop() throws InterruptedException {
		this.stopped.set(true);
		for (var person : this.people) {
			person.join(END.toMillis());
		}
	}

}
