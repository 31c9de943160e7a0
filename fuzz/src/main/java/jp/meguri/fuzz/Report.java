package jp.meguri.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What happened: how many requests, which answers, what broke a rule. Filled by several
 * threads.
 */
final class Report {

	private static final int EXAMPLES = 2;

	private final Map<Integer, Integer> statuses = new TreeMap<>();

	private final Map<String, Integer> good = new TreeMap<>();

	private final Map<String, String> lastRefusal = new TreeMap<>();

	private final Map<String, List<String>> faults = new TreeMap<>();

	private final Map<String, Integer> counts = new TreeMap<>();

	private final List<Duration> times = new ArrayList<>();

	synchronized void add(Draft draft, Answer answer, List<String> broken) {
		this.statuses.merge(answer.status(), 1, Integer::sum);
		if (!answer.isGood() && draft.mutation().equals("as documented")) {
			this.lastRefusal.put(draft.operation().toString(), answer.status() + " " + problem(answer));
		}
		this.good.merge(draft.operation().toString(), answer.isGood() ? 1 : 0, Integer::sum);
		this.times.add(answer.time());
		broken.forEach((rule) -> fault(draft.operation() + ": " + rule,
				draft + " → " + answer.status() + " after " + answer.time().toMillis() + " ms"));
	}

	/** A broken rule, with what led to it. */
	synchronized void fault(String rule, String example) {
		this.counts.merge(rule, 1, Integer::sum);
		List<String> examples = this.faults.computeIfAbsent(rule, (key) -> new ArrayList<>());
		if (examples.size() < EXAMPLES) {
			examples.add(example);
		}
	}

	synchronized int requests() {
		return this.times.size();
	}

	synchronized Map<String, List<String>> faults() {
		return new TreeMap<>(this.faults);
	}

	/**
	 * Operations that never answered 2xx; their rules behind the first check are not
	 * tried.
	 */
	synchronized List<String> neverGood() {
		return this.good.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == 0)
			.map((entry) -> entry.getKey() + " (" + this.lastRefusal.get(entry.getKey()) + ")")
			.toList();
	}

	@Override
	public synchronized String toString() {
		this.times.sort(Comparator.naturalOrder());
		String found = this.faults.entrySet()
			.stream()
			.map((fault) -> "%d × %s%n    %s".formatted(this.counts.get(fault.getKey()), fault.getKey(),
					String.join(System.lineSeparator() + "    ", fault.getValue())))
			.collect(Collectors.joining(System.lineSeparator()));
		return "%d requests; answers %s; p50 %d ms, p99 %d ms, longest %d ms%nnever 2xx:%n  %s%n%d faults%n%s"
			.formatted(requests(), this.statuses, at(0.5), at(0.99), at(1),
					String.join(System.lineSeparator() + "  ", neverGood()), this.faults.size(), found);
	}

	private static String problem(Answer answer) {
		return answer.json()
			.map((json) -> json.path("type").asString("").replaceFirst(".*:", "") + " " + json.path("errors"))
			.map((text) -> text.substring(0, Math.min(text.length(), 200)))
			.orElse("");
	}

	private long at(double part) {
		return this.times.isEmpty() ? 0 : this.times.get((int) ((this.times.size() - 1) * part)).toMillis();
	}

}
