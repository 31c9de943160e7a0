package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.Rows;

/**
 * Consumers: each has taken every goal and report to its last version, and put nothing
 * aside.
 */
final class InboxCheck implements Check {

	private static final Set<String> TYPES = Set.of("goal", "report");

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		evidence.waiting().forEach((waiting) -> violations.add(new Violation(Kind.COPY, waiting)));
		Map<String, Map<String, Long>> sources = new HashMap<>();
		for (Event event : evidence.events()) {
			if (TYPES.contains(event.type())) {
				sources.computeIfAbsent(event.type(), (type) -> new HashMap<>())
					.merge(event.aggregate(), event.version(), Math::max);
			}
		}
		consumers(evidence).forEach((consumer) -> compare(consumer, evidence, sources, violations));
		return violations;
	}

	/** Who consumes what: known from what they have consumed. */
	private static Set<Consumer> consumers(Evidence evidence) {
		var consumers = new HashSet<Consumer>();
		evidence.consumed()
			.stream()
			.filter((row) -> TYPES.contains(row.type()))
			.forEach((row) -> consumers.add(new Consumer(row.database(), row.consumer(), row.type())));
		return consumers;
	}

	private static void compare(Consumer consumer, Evidence evidence, Map<String, Map<String, Long>> sources,
			List<Violation> violations) {
		var expected = new HashMap<>(sources.getOrDefault(consumer.type(), Map.of()));
		evidence.consumed().stream().filter(consumer::is).forEach((row) -> {
			var version = expected.remove(row.aggregate());
			if (version == null || version != row.version()) {
				violations.add(new Violation(Kind.COPY, "%s is at version %d of %s %s, not %s".formatted(consumer,
						row.version(), row.type(), row.aggregate(), version)));
			}
		});
		expected.forEach((aggregate, version) -> violations
			.add(new Violation(Kind.COPY, consumer + " never took " + aggregate + ", version " + version)));
	}

	private record Consumer(String database, String name, String type) {

		boolean is(Rows.Consumed row) {
			return row.database().equals(this.database) && row.consumer().equals(this.name)
					&& row.type().equals(this.type);
		}

	}

}
