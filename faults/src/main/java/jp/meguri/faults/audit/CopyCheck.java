package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.Rows;

/**
 * What other services keep of goals and reports is what their owners hold, and every
 * confirmed goal has its report, once.
 */
final class CopyCheck implements Check {

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		compare("evaluation", "goal", evidence, violations);
		compare("notification", "goal", evidence, violations);
		compare("notification", "report", evidence, violations);
		reports(evidence, violations);
		return violations;
	}

	private static void compare(String where, String type, Evidence evidence, List<Violation> violations) {
		Map<String, String> states = new HashMap<>();
		evidence.stored()
			.stream()
			.filter((row) -> row.type().equals(type))
			.forEach((row) -> states.put(row.id(), row.state()));
		evidence.copied()
			.stream()
			.filter((copy) -> copy.where().equals(where) && copy.type().equals(type))
			.forEach((copy) -> {
				var state = states.remove(copy.id());
				if (!copy.state().equals(state)) {
					violations.add(new Violation(Kind.COPY, copy + " but it is " + state));
				}
			});
		states.forEach((id, state) -> violations
			.add(new Violation(Kind.COPY, "%s does not know %s %s (%s)".formatted(where, type, id, state))));
	}

	private static void reports(Evidence evidence, List<Violation> violations) {
		var reports = evidence.opened()
			.stream()
			.collect(Collectors.groupingBy(Rows.Opened::goal, Collectors.counting()));
		evidence.stored().stream().filter((row) -> row.type().equals("goal")).forEach((goal) -> {
			long expected = goal.state().equals("CONFIRMED") ? 1 : 0;
			long found = reports.getOrDefault(goal.id(), 0L);
			if (found != expected) {
				violations.add(new Violation((found > expected) ? Kind.TWICE : Kind.COPY,
						"%s has %d reports".formatted(goal, found)));
			}
		});
	}

}
