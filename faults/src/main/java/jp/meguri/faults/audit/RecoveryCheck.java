package jp.meguri.faults.audit;

import java.util.List;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Evidence;

/**
 * After every fault everything worked again.
 */
final class RecoveryCheck implements Check {

	@Override
	public List<Violation> of(Evidence evidence) {
		return evidence.faults()
			.stream()
			.filter((fault) -> fault.recovered() == null)
			.map((fault) -> new Violation(Kind.RECOVERY, "does not work again after " + fault.fault()))
			.toList();
	}

}
