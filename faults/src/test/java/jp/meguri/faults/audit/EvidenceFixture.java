package jp.meguri.faults.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import jp.meguri.faults.audit.evidence.Attempt;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.LoggedWrite;
import jp.meguri.faults.audit.evidence.Rows;
import jp.meguri.faults.fault.FaultLine;
import jp.meguri.faults.fault.Mechanism;
import jp.meguri.faults.load.What;

/**
 * A small run in which every promise was kept: a goal is created (the first answer was
 * lost), edited, commented, submitted, approved and confirmed, and its report opened.
 */
final class EvidenceFixture {

	static final String GOAL = "goal-1";

	static final String REPORT = "report-1";

	private static final String CITY = "city";

	private static final String UNIT = "civic";

	private static final String SHEET = "sheet";

	private static final Map<String, String> KINDS = Map.of("Submitted", "APPROVAL_WANTED", "Approved",
			"CONFIRMATION_WANTED", "Confirmed", "CONFIRMED", "Commented", "COMMENTED", "Opened", "REPORT_OPENED");

	final List<LoggedWrite> writes = new ArrayList<>();

	final List<FaultLine> faults = new ArrayList<>();

	final List<Event> events = new ArrayList<>();

	final List<Rows.Audited> audited = new ArrayList<>();

	final List<Rows.Remembered> remembered = new ArrayList<>();

	final List<Rows.Consumed> consumed = new ArrayList<>();

	final List<String> waiting = new ArrayList<>();

	final List<Rows.Stored> stored = new ArrayList<>();

	final List<Rows.Comment> comments = new ArrayList<>();

	final List<Rows.Copied> copied = new ArrayList<>();

	final List<Rows.Opened> opened = new ArrayList<>();

	final List<Rows.Notice> notices = new ArrayList<>();

	final List<Rows.Mail> mails = new ArrayList<>();

	final List<Rows.Holder> holders = new ArrayList<>();

	final List<Rows.Announced> announced = new ArrayList<>();

	final List<Rows.Letter> letters = new ArrayList<>();

	EvidenceFixture() {
		this.holders.add(new Rows.Holder(CITY, "sato", UNIT, "STAFF"));
		this.holders.add(new Rows.Holder(CITY, "suzuki", UNIT, "HEAD"));
		this.holders.add(new Rows.Holder(CITY, "yamada", "planning", "PLANNING"));
		this.faults.add(new FaultLine("kill", Mechanism.SERVICE_KILLED, "notification-service", 50_000, 50_000, 2.0));
		this.writes.add(new LoggedWrite("w1", What.CREATE, "sato", "w1", null,
				List.of(new Attempt("c0", 1, 0, 0, null, "reset"), new Attempt("c1", 2, 201, 1, GOAL, ""))));
		this.remembered.add(new Rows.Remembered("goals", "w1", GOAL));
		did("c0", "sato", "Drafted", "DRAFT", 1, "w1");
		done("w2", What.EDIT, "sato", 2);
		did("w2-c", "sato", "Edited", "DRAFT", 2, "w2");
		done("w3", What.COMMENT, "sato", 2);
		this.remembered.add(new Rows.Remembered("goals", "w3", "comment-1"));
		this.comments.add(new Rows.Comment("goal", GOAL, "w3"));
		did("w3-c", "sato", "Commented", "DRAFT", 2, "w2");
		done("w4", What.SUBMIT, "sato", 0);
		did("w4-c", "sato", "Submitted", "SUBMITTED", 2, "w2");
		done("w5", What.APPROVE, "suzuki", 0);
		did("w5-c", "suzuki", "Approved", "APPROVED", 2, "w2");
		done("w6", What.CONFIRM, "yamada", 0);
		did("w6-c", "yamada", "Confirmed", "CONFIRMED", 2, "w2");
		opened();
		this.stored.add(new Rows.Stored("goal", GOAL, "CONFIRMED", 2, 6, "w2"));
		this.stored.add(new Rows.Stored("report", REPORT, "PENDING", 1, 1, ""));
		this.copied.add(new Rows.Copied("evaluation", "goal", GOAL, "CONFIRMED"));
		this.copied.add(new Rows.Copied("notification", "goal", GOAL, "CONFIRMED"));
		this.copied.add(new Rows.Copied("notification", "report", REPORT, "PENDING"));
		this.consumed.add(new Rows.Consumed("evaluation", "goal-copy", "goal", GOAL, 6));
		this.consumed.add(new Rows.Consumed("notification", "notifications.goals", "goal", GOAL, 6));
		this.consumed.add(new Rows.Consumed("notification", "notifications.reports", "report", REPORT, 1));
	}

	private void opened() {
		this.opened.add(new Rows.Opened(REPORT, GOAL));
		var event = new Event("evaluation", "event-opened", "report", REPORT, 1, "meguri.evaluations.v1", "w6-c", null,
				CITY, "Opened", new Event.Item("PENDING", 1, "", UNIT, SHEET));
		this.events.add(event);
		this.announced.add(new Rows.Announced(event.topic(), 3, 0, event.id(), "report", REPORT, 1));
		told("sato", event);
	}

	private void done(String write, What what, String user, long revision) {
		this.writes.add(new LoggedWrite(write, what, user, what.isKeyed() ? write : null, GOAL,
				List.of(new Attempt(write + "-c", 1, 200, revision, GOAL, ""))));
	}

	void did(String correlation, String user, String what, String state, long revision, String marker) {
		int version = 1 + (int) this.events.stream().filter((event) -> event.aggregate().equals(GOAL)).count();
		var event = new Event("goals", "event-" + version, "goal", GOAL, version, "meguri.goals.v1", correlation, user,
				CITY, what, new Event.Item(state, revision, marker, UNIT, SHEET));
		this.events.add(event);
		this.announced
			.add(new Rows.Announced(event.topic(), 7, this.announced.size(), event.id(), "goal", GOAL, version));
		this.audited.add(new Rows.Audited("goals", CITY, GOAL, correlation, "goal." + what, (long) version,
				"hash" + version, "hash" + version));
		switch (what) {
			case "Submitted" -> told("suzuki", event);
			case "Approved", "Commented" -> told("yamada", event);
			case "Confirmed" -> told("sato", event);
			default -> {
			}
		}
	}

	/** The goal's row and its consumers are at this version. */
	void reaches(long version) {
		change(this.stored, 0,
				(row) -> new Rows.Stored(row.type(), row.id(), row.state(), row.revision(), version, row.marker()));
		for (int i = 0; i < 2; i++) {
			change(this.consumed, i,
					(row) -> new Rows.Consumed(row.database(), row.consumer(), row.type(), row.aggregate(), version));
		}
	}

	/** Another goal that somebody else had drafted is deleted. */
	void deleted(String goal, String correlation) {
		var item = new Event.Item("DRAFT", 1, "w0", UNIT, SHEET);
		for (int version = 1; version <= 2; version++) {
			var event = new Event("goals", goal + version, "goal", goal, version, "meguri.goals.v1",
					(version == 1) ? "w0-c" : correlation, "sato", CITY, (version == 1) ? "Drafted" : "Deleted", item);
			this.events.add(event);
			this.announced.add(new Rows.Announced(event.topic(), 8, version, event.id(), "goal", goal, version));
			this.audited.add(new Rows.Audited("goals", CITY, goal, event.correlation(), "goal.any",
					this.audited.size() + 1L, "h", "h"));
		}
		this.consumed.add(new Rows.Consumed("evaluation", "goal-copy", "goal", goal, 2));
		this.consumed.add(new Rows.Consumed("notification", "notifications.goals", "goal", goal, 2));
	}

	private void told(String person, Event event) {
		var id = "notice-" + (this.notices.size() + 1);
		this.notices.add(
				new Rows.Notice(id, person, "%s/%s/%s/%s".formatted(KINDS.get(event.what()), event.type().toUpperCase(),
						SHEET, event.correlation()), KINDS.get(event.what()), Set.of(event.aggregate())));
		this.mails.add(new Rows.Mail(id, "<" + id + "@meguri>", person, "SENT"));
		this.letters.add(letter("<" + id + "@meguri>", 1_000));
	}

	static Rows.Letter letter(String messageId, long at) {
		return new Rows.Letter(messageId + at, at, messageId, "somebody");
	}

	/** Puts another in its place. */
	static <T> void change(List<T> list, int index, UnaryOperator<T> change) {
		list.set(index, change.apply(list.get(index)));
	}

	List<Violation> violations() {
		return Auditor.violations(new Evidence(this.writes, this.faults, this.events, this.audited, this.remembered,
				this.consumed, this.waiting, this.stored, this.comments, this.copied, this.opened, this.notices,
				this.mails, this.holders, this.announced, this.letters));
	}

}
