package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Every goal and report: its events are numbered without gaps, each step is possible
 * after the one before, and the last one tells what the row holds.
 */
final class HistoryCheck implements Check {

	/** From which states an event is possible; others change nothing of the state. */
	private static final Map<String, Set<String>> BEFORE = Map.of("Submitted", Set.of("DRAFT", "RETURNED", "PENDING"),
			"Approved", Set.of("SUBMITTED"), "Returned", Set.of("SUBMITTED", "APPROVED"), "Confirmed",
			Set.of("APPROVED"), "Deleted", Set.of("DRAFT", "RETURNED"));

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		var rows = evidence.stored()
			.stream()
			.collect(Collectors.toMap((row) -> row.type() + " " + row.id(), Function.identity()));
		var histories = evidence.events()
			.stream()
			.filter((event) -> event.item() != null)
			.collect(Collectors.groupingBy((event) -> event.type() + " " + event.aggregate(), LinkedHashMap::new,
					Collectors.toList()));
		histories.forEach((name, history) -> {
			numbered(history, violations);
			possible(history, violations);
			lastIsStored(name, history.get(history.size() - 1), rows.remove(name), violations);
		});
		rows.values()
			.forEach((row) -> violations
				.add(new Violation(Kind.HALF, row.type() + " " + row.id() + " is there, and no event tells of it")));
		return violations;
	}

	private static void numbered(List<Event> history, List<Violation> violations) {
		for (int i = 0; i < history.size(); i++) {
			if (history.get(i).version() != i + 1) {
				violations.add(new Violation(Kind.ORDER, history.get(i) + " stands at place " + (i + 1)));
				return;
			}
		}
	}

	private static void possible(List<Event> history, List<Violation> violations) {
		for (int i = 1; i < history.size(); i++) {
			var before = history.get(i - 1).item();
			var possible = BEFORE.get(history.get(i).what());
			if (before != null && possible != null && !possible.contains(before.state())) {
				violations.add(new Violation(Kind.TWICE, history.get(i) + " happened while it was " + before.state()));
			}
		}
	}

	private static void lastIsStored(String name, Event last, Rows.@Nullable Stored row, List<Violation> violations) {
		var item = last.item();
		if (last.what().equals("Deleted") || item == null) {
			if (row != null) {
				violations.add(new Violation(Kind.HALF, name + " was deleted and is there"));
			}
		}
		else if (row == null) {
			violations.add(new Violation(Kind.HALF, name + " is not there"));
		}
		else if (row.version() != last.version() || row.revision() != item.revision()
				|| !row.state().equals(item.state()) || !row.marker().equals(item.marker())) {
			violations.add(new Violation(Kind.HALF, row + " differs from " + last + " " + item));
		}
	}

}
