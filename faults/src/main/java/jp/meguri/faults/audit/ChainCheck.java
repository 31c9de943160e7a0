package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Evidence;

/**
 * Audit trails: every entry is sealed, numbered without gaps, and its hash follows from
 * the one before.
 */
final class ChainCheck implements Check {

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		Map<String, Long> numbers = new HashMap<>();
		for (var entry : evidence.audited()) {
			var chain = entry.database() + " " + entry.city();
			long expected = numbers.merge(chain, 1L, Long::sum);
			if (entry.number() == null || entry.number() != expected) {
				violations.add(new Violation(Kind.CHAIN, "%s: entry %d has number %s (%s of %s)".formatted(chain,
						expected, entry.number(), entry.action(), entry.object())));
			}
			else if (!entry.computed().equals(entry.hash())) {
				violations.add(new Violation(Kind.CHAIN, "%s: entry %d was changed".formatted(chain, expected)));
			}
		}
		return violations;
	}

}
