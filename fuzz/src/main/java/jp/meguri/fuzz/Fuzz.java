package jp.meguri.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A run: explores what there is to read, then sends right and wrong requests as everybody
 * of the demo, and follows what was created through its life.
 */
final class Fuzz {

	/** Everybody of the demo, and nobody. */
	static final List<String> CALLERS = List.of("sato", "suzuki", "takahashi", "tanaka", "ito", "yamada", "mori",
			"hayashi", "ops", "");

	/** Streams stay open by design; their test is in notification-service. */
	private static final String STREAM = "/api/notifications/stream";

	private static final int THREADS = 4;

	private final List<Operation> operations;

	private final Sender sender;

	private final AnswerRules rules;

	private final String document;

	private final Known known = new Known();

	private final Report report = new Report();

	/**
	 * @param document a goal sheet of a past year, to begin with
	 */
	Fuzz(List<Operation> operations, Sender sender, AnswerRules rules, String document) {
		this.operations = operations.stream().filter((operation) -> !operation.path().equals(STREAM)).toList();
		this.sender = sender;
		this.rules = rules;
		this.document = document;
	}

	/**
	 * @param seed the same seed makes the same choices; what they meet depends on which
	 * thread was faster
	 * @param requests how many to send at least
	 * @param longest ends the run before that
	 */
	Report run(long seed, int requests, Duration longest) throws InterruptedException {
		Instant end = Instant.now().plus(longest);
		new Season(this, this.operations).prepare(this.document);
		explore(new Random(seed));
		var number = new AtomicInteger();
		var threads = Executors.newFixedThreadPool(THREADS);
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			running.add(threads.submit(() -> {
				while (this.report.requests() < requests && Instant.now().isBefore(end)) {
					step(new Random(seed * 1_000_003 + number.incrementAndGet()));
				}
				return null;
			}));
		}
		threads.shutdown();
		for (Future<?> thread : running) {
			await(thread);
		}
		return this.report;
	}

	/** Sends it, asks the rules, learns. */
	Answer send(Draft draft) throws InterruptedException {
		Answer answer = this.sender.send(draft);
		this.report.add(draft, answer, this.rules.broken(draft, answer));
		if (answer.status() != 401 && answer.status() != 403 && !draft.mustBeRefused()) {
			this.known.learnCaller(draft.operation(), draft.caller());
		}
		if (answer.isGood() && draft.isAtItsOperation()) {
			learn(draft, answer);
		}
		return answer;
	}

	Report report() {
		return this.report;
	}

	private void explore(Random random) throws InterruptedException {
		for (int round = 0; round < 3; round++) {
			for (Operation operation : this.operations.stream().filter(Operation::reads).toList()) {
				for (String caller : List.of("sato", "yamada", "mori", "ops")) {
					send(new Requests(random, this.known).documented(operation, caller));
				}
			}
		}
	}

	private void step(Random random) throws InterruptedException {
		var requests = new Requests(random, this.known);
		Operation operation = this.operations.get(random.nextInt(this.operations.size()));
		String anybody = CALLERS.get(random.nextInt(CALLERS.size()));
		String caller = (random.nextInt(100) < 75) ? this.known.caller(operation, random).orElse(anybody) : anybody;
		int kind = random.nextInt(100);
		if (kind < 25) {
			send(requests.documented(operation, caller));
		}
		else if (kind < 40 && operation.creates()) {
			new Life(this, this.operations, requests).of(operation, caller);
		}
		else {
			send(requests.spoiled(operation, caller));
		}
	}

	private void learn(Draft draft, Answer answer) {
		Optional<Schema> schema = draft.operation()
			.answers()
			.getOrDefault(String.valueOf(answer.status()), Optional.empty());
		answer.json().ifPresent((json) -> schema.ifPresent((known) -> this.known.learn(json, known)));
		String path = Requests.resource(draft.path());
		if (!answer.header("ETag").isEmpty() && answer.status() == 200) {
			this.known.learnRevision(path, answer.header("ETag"));
		}
		if (answer.status() == 200 && draft.operation().reads() && draft.operation().path().endsWith("}")) {
			this.known.learnId(prefix(path), last(path));
		}
		if (answer.status() == 201 && answer.header("Location").startsWith("/")) {
			String created = Life.location(answer);
			this.known.learnRevision(created, answer.header("ETag"));
			this.known.learnId(prefix(created), last(created));
			this.known.learnId("own " + prefix(created), last(created));
		}
	}

	private static String prefix(String path) {
		return path.substring(0, path.lastIndexOf('/') + 1);
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void await(Future<?> thread) throws InterruptedException {
		try {
			thread.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

}
