package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.Rows;
import jp.meguri.faults.fault.FaultLine;

/**
 * Letters: one for every notice, and it arrived. It may have arrived again only where
 * something broke between the first arrival and our note of it (RFC 1047), and then with
 * the same Message-ID.
 */
final class MailCheck implements Check {

	/** How long before a letter's arrival the fault may have begun to be its cause. */
	private static final long REACH = 20_000;

	private static final Set<String> CAUSES = Set.of("smtp", "postgres", "PostgreSQL", "notification", "everything");

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		var arrived = evidence.letters().stream().collect(Collectors.groupingBy(Rows.Letter::messageId));
		var written = new HashSet<String>();
		for (var mail : evidence.mails()) {
			written.add(mail.notice());
			var letters = arrived.remove(mail.messageId());
			if (letters == null) {
				violations.add(new Violation(Kind.MAIL, "never arrived: " + mail));
			}
			else {
				repeated(letters, evidence.faults(), violations);
			}
			if (!mail.state().equals("SENT")) {
				violations.add(new Violation(Kind.MAIL, "not sent: " + mail));
			}
		}
		arrived.values().forEach((letters) -> violations.add(new Violation(Kind.MAIL, "of no notice: " + letters)));
		evidence.notices()
			.stream()
			.filter((notice) -> !written.contains(notice.id()))
			.forEach((notice) -> violations.add(new Violation(Kind.MAIL, "no letter: " + notice)));
		return violations;
	}

	/** Letters beyond the first, all told. */
	static long repeated(Evidence evidence) {
		return evidence.letters().size() - evidence.letters().stream().map(Rows.Letter::messageId).distinct().count();
	}

	private static void repeated(List<Rows.Letter> letters, List<FaultLine> faults, List<Violation> violations) {
		for (int i = 1; i < letters.size(); i++) {
			long first = letters.get(i - 1).at();
			long second = letters.get(i).at();
			if (faults.stream().noneMatch((fault) -> explains(fault, first, second))) {
				violations.add(new Violation(Kind.MAIL, "arrived again without a cause: " + letters));
			}
		}
	}

	private static boolean explains(FaultLine fault, long first, long second) {
		double recovery = (fault.recovered() != null) ? fault.recovered() : 0;
		return CAUSES.stream().anyMatch(fault.target()::contains) && fault.began() <= second
				&& fault.ended() + Math.round(recovery * 1000) + REACH >= first;
	}

}
