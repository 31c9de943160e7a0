package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.Rows;

/**
 * The topics: every event of an outbox is there at least once, nothing else is, and the
 * versions of one thing come for the first time in order, in one partition.
 */
final class TopicCheck implements Check {

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		var announced = evidence.announced().stream().map(Rows.Announced::id).collect(Collectors.toSet());
		var written = evidence.events().stream().map(Event::id).collect(Collectors.toSet());
		evidence.events()
			.stream()
			.filter((event) -> !announced.contains(event.id()))
			.forEach((event) -> violations.add(new Violation(Kind.ANNOUNCED, event + " is on no topic")));
		evidence.announced()
			.stream()
			.filter((record) -> !written.contains(record.id()))
			.forEach((record) -> violations.add(new Violation(Kind.ANNOUNCED, record + " is in no outbox")));
		order(evidence.announced(), violations);
		return violations;
	}

	private static void order(List<Rows.Announced> records, List<Violation> violations) {
		Map<String, Long> reached = new HashMap<>();
		Map<String, Set<Integer>> partitions = new HashMap<>();
		for (var record : records) {
			var aggregate = record.topic() + " " + record.type() + " " + record.aggregate();
			long before = reached.getOrDefault(aggregate, 0L);
			if (record.version() > before + 1) {
				violations.add(new Violation(Kind.ORDER, record + " comes after version " + before));
			}
			reached.put(aggregate, Math.max(before, record.version()));
			partitions.computeIfAbsent(aggregate, (key) -> new HashSet<>()).add(record.partition());
		}
		partitions.forEach((aggregate, of) -> {
			if (of.size() > 1) {
				violations.add(new Violation(Kind.ORDER, aggregate + " is in partitions " + of));
			}
		});
	}

}
