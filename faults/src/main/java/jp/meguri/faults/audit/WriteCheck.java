package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Attempt;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.LoggedWrite;
import jp.meguri.faults.audit.evidence.Rows;
import jp.meguri.faults.load.What;

/**
 * Every write: what was acknowledged is there with its content, nothing is there twice,
 * and what has an unknown end happened as a whole or not at all. Each time a write is
 * sent it carries an id of its own, which its event and its audit entry keep.
 */
final class WriteCheck implements Check {

	@Override
	public List<Violation> of(Evidence evidence) {
		return new Comparison(evidence).all();
	}

	private static final class Comparison {

		private final List<Violation> violations = new ArrayList<>();

		private final List<LoggedWrite> writes;

		private final Map<String, List<Event>> events;

		private final Map<String, List<Rows.Audited>> audited;

		private final Map<String, List<Rows.Remembered>> remembered;

		private final Map<String, List<Rows.Comment>> comments;

		private final Map<String, List<Event>> byMarker;

		Comparison(Evidence evidence) {
			this.writes = evidence.writes();
			this.events = evidence.events()
				.stream()
				.filter((event) -> event.correlation() != null)
				.collect(Collectors.groupingBy(Event::correlation));
			this.audited = evidence.audited()
				.stream()
				.filter((entry) -> entry.correlation() != null)
				.collect(Collectors.groupingBy(Rows.Audited::correlation));
			this.remembered = evidence.remembered().stream().collect(Collectors.groupingBy(Rows.Remembered::key));
			this.comments = evidence.comments().stream().collect(Collectors.groupingBy(Rows.Comment::text));
			this.byMarker = byMarker(evidence.events());
		}

		/** The events that brought a write's words into a goal or report. */
		private static Map<String, List<Event>> byMarker(List<Event> events) {
			Map<String, String> last = new HashMap<>();
			Map<String, List<Event>> byMarker = new HashMap<>();
			for (var event : events) {
				if (event.item() != null) {
					var marker = event.item().marker();
					if (!marker.equals(last.put(event.type() + event.aggregate(), marker))) {
						byMarker.computeIfAbsent(marker, (key) -> new ArrayList<>()).add(event);
					}
				}
			}
			return byMarker;
		}

		List<Violation> all() {
			this.writes.forEach(this::compare);
			return this.violations;
		}

		private void compare(LoggedWrite write) {
			var effects = effects(write);
			if (effects.isEmpty() && write.isAcknowledged()) {
				add(Kind.LOST, write, "no event tells of it");
			}
			if (effects.size() > 1) {
				add(Kind.TWICE, write, effects.toString());
			}
			if (!effects.isEmpty() && !write.isAcknowledged() && !write.isUnknown()) {
				add(Kind.DENIED, write, effects.toString());
			}
			effects.forEach((effect) -> compare(write, effect));
			compareMarked(write);
			compareAudit(write);
			compareKey(write, effects);
			compareComment(write, effects);
		}

		private List<Event> effects(LoggedWrite write) {
			return events(write).filter((event) -> !isConsequence(write, event)).toList();
		}

		private Stream<Event> events(LoggedWrite write) {
			return write.correlations()
				.stream()
				.flatMap((id) -> this.events.getOrDefault(id, List.of()).stream())
				.filter((event) -> event.database().equals(write.what().database())
						&& event.type().equals(write.what().aggregate()));
		}

		/** The goals behind a deleted one move up. */
		private static boolean isConsequence(LoggedWrite write, Event event) {
			return write.what() == What.DELETE && event.what().equals("Edited")
					&& !event.aggregate().equals(write.object());
		}

		/** The effect is that of this write, on what it was meant for, with its words. */
		private void compare(LoggedWrite write, Event effect) {
			var item = effect.item();
			if (!effect.what().equals(write.what().event())) {
				add(Kind.HALF, write, "led to " + effect);
			}
			if (write.object() != null && !effect.aggregate().equals(write.object())) {
				add(Kind.HALF, write, "was done to " + effect);
			}
			if (item == null || (write.what().isMarked() && !item.marker().equals(write.id()))) {
				add(Kind.LOST, write, "other words stand in " + effect);
			}
			for (Attempt attempt : write.attempts()) {
				if (attempt.isAcknowledged() && isCreate(write) && !effect.aggregate().equals(attempt.id())) {
					add(Kind.LOST, write, "the answer names " + attempt.id() + ", not " + effect);
				}
				if (attempt.isAcknowledged() && write.what().isMarked() && item != null
						&& attempt.revision() != item.revision()) {
					add(Kind.LOST, write, "the answer's revision is " + attempt.revision() + ", not that of " + effect);
				}
			}
		}

		private static boolean isCreate(LoggedWrite write) {
			return write.what() == What.CREATE;
		}

		/** Its words appear for the first time once, whatever ids say. */
		private void compareMarked(LoggedWrite write) {
			var marked = this.byMarker.getOrDefault(write.id(), List.of());
			if (marked.size() > 1) {
				add(Kind.TWICE, write, "its words were written by " + marked);
			}
		}

		private void compareAudit(LoggedWrite write) {
			long entries = write.correlations()
				.stream()
				.flatMap((id) -> this.audited.getOrDefault(id, List.of()).stream())
				.filter((entry) -> entry.database().equals(write.what().database())
						&& entry.action().startsWith(write.what().aggregate() + "."))
				.count();
			long told = events(write).count();
			if (entries != told) {
				add(Kind.HALF, write, "%d events, %d audit entries".formatted(told, entries));
			}
		}

		private void compareKey(LoggedWrite write, List<Event> effects) {
			if (write.key() == null) {
				return;
			}
			var records = this.remembered.getOrDefault(write.key(), List.of());
			if (records.size() != effects.size()) {
				add(Kind.HALF, write, "%d events, %d idempotency records".formatted(effects.size(), records.size()));
			}
			else if (isCreate(write) && !effects.isEmpty()
					&& !records.get(0).resource().equals(effects.get(0).aggregate())) {
				add(Kind.HALF, write, "the idempotency record names " + records.get(0).resource());
			}
		}

		private void compareComment(LoggedWrite write, List<Event> effects) {
			if (write.what() != What.COMMENT && write.what() != What.REPORT_COMMENT) {
				return;
			}
			var comments = this.comments.getOrDefault(write.id(), List.of());
			if (comments.size() > 1) {
				add(Kind.TWICE, write, comments.size() + " comments");
			}
			// A draft takes its comments with it when it is deleted.
			else if (comments.size() < effects.size() && write.isAcknowledged()) {
				add(Kind.LOST, write, "the comment is not there");
			}
			else if (comments.size() != effects.size()) {
				add(Kind.HALF, write, "%d events, %d comments".formatted(effects.size(), comments.size()));
			}
		}

		private void add(Kind kind, LoggedWrite write, String what) {
			this.violations
				.add(new Violation(kind, "%s %s by %s: %s".formatted(write.what(), write.id(), write.user(), what)));
		}

	}

}
