package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.Rows;

/**
 * People: of every step each person concerned has been told once, and of nothing else.
 * Who is concerned follows from the step and from who holds which role.
 */
final class NoticeCheck implements Check {

	private static final Set<String> KINDS = Set.of("APPROVAL_WANTED", "CONFIRMATION_WANTED", "RETURNED", "CONFIRMED",
			"COMMENTED", "REPORT_OPENED");

	@Override
	public List<Violation> of(Evidence evidence) {
		var violations = new ArrayList<Violation>();
		var expected = new HashSet<Told>();
		evidence.events().forEach((event) -> expected.addAll(expected(event, evidence.holders())));
		var keys = new HashSet<String>();
		for (var notice : evidence.notices()) {
			if (!keys.add(notice.person() + " " + notice.key())) {
				violations.add(new Violation(Kind.TWICE, "told twice: " + notice));
			}
			if (KINDS.contains(notice.kind())) {
				for (var item : notice.items()) {
					var told = new Told(notice.person(), notice.kind(), notice.key(), item);
					if (!expected.remove(told)) {
						violations.add(new Violation(Kind.NOTICE, "told of nothing: " + told));
					}
				}
			}
		}
		expected.forEach((told) -> violations.add(new Violation(Kind.NOTICE, "never told: " + told)));
		return violations;
	}

	private static List<Told> expected(Event event, List<Rows.Holder> holders) {
		var item = event.item();
		if (item == null) {
			return List.of();
		}
		var writers = persons(holders, event.city(), "STAFF", item.unit());
		var planners = holders.stream()
			.filter((holder) -> holder.city().equals(event.city()) && holder.role().equals("PLANNING"))
			.map(Rows.Holder::person)
			.collect(Collectors.toSet());
		return switch (event.what()) {
			case "Submitted" ->
				told("APPROVAL_WANTED", event, item, persons(holders, event.city(), "HEAD", item.unit()));
			case "Approved" -> told("CONFIRMATION_WANTED", event, item, planners);
			case "Returned" -> told("RETURNED", event, item, writers);
			case "Confirmed" -> told("CONFIRMED", event, item, writers);
			case "Opened" -> told("REPORT_OPENED", event, item, writers);
			case "Commented" -> told("COMMENTED", event, item, writers.contains(event.actor()) ? planners : writers);
			default -> List.of();
		};
	}

	private static Set<String> persons(List<Rows.Holder> holders, String city, String role, String unit) {
		return holders.stream()
			.filter((holder) -> holder.city().equals(city) && holder.role().equals(role) && holder.unit().equals(unit))
			.map(Rows.Holder::person)
			.collect(Collectors.toSet());
	}

	/** Nobody is told of his own doing. */
	private static List<Told> told(String kind, Event event, Event.Item item, Set<String> persons) {
		var cause = Objects.requireNonNullElse(event.correlation(), event.id());
		var key = "%s/%s/%s/%s".formatted(kind, event.type().toUpperCase(), item.sheet(), cause);
		return persons.stream()
			.filter((person) -> !person.equals(event.actor()))
			.map((person) -> new Told(person, kind, key, event.aggregate()))
			.toList();
	}

	private record Told(String person, String kind, String key, String item) {
	}

}
