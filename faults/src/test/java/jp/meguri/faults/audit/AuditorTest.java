package jp.meguri.faults.audit;

import java.util.List;
import java.util.Set;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Attempt;
import jp.meguri.faults.audit.evidence.Event;
import jp.meguri.faults.audit.evidence.LoggedWrite;
import jp.meguri.faults.audit.evidence.Rows;
import jp.meguri.faults.fault.FaultLine;
import jp.meguri.faults.fault.Mechanism;
import jp.meguri.faults.load.LogLine;
import jp.meguri.faults.load.What;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of damage is planted into a run that was whole, and found.
 */
class AuditorTest {

	private final EvidenceFixture run = new EvidenceFixture();

	@Test
	void wholeRun_hasNoViolations() {
		assertThat(this.run.violations()).isEmpty();
	}

	@Test
	void acknowledgedWrite_thatLeftNothing_isLost() {
		this.run.writes.add(new LoggedWrite("w9", What.SUBMIT, "sato", null, EvidenceFixture.GOAL,
				List.of(new Attempt("w9-c", 9, 200, 0, null, ""))));

		assertThat(kinds()).containsExactly(Kind.LOST);
	}

	@Test
	void unknownWrite_thatLeftNothing_isNothing() {
		this.run.writes.add(new LoggedWrite("w9", What.EDIT, "sato", null, EvidenceFixture.GOAL,
				List.of(new Attempt("w9-c", 9, 503, 0, null, ""))));

		assertThat(this.run.violations()).isEmpty();
	}

	@Test
	void acknowledgedEdit_withOtherWords_isLost() {
		event(1, "DRAFT", 2, "other");

		assertThat(kinds()).contains(Kind.LOST);
	}

	@Test
	void acknowledgedComment_thatIsNotThere_isLost() {
		this.run.comments.clear();

		assertThat(kinds()).containsExactly(Kind.LOST);
	}

	@Test
	void rowBehindItsLastEvent_isHalfDone() {
		EvidenceFixture.change(this.run.stored, 0,
				(row) -> new Rows.Stored("goal", row.id(), "APPROVED", row.revision(), 5, row.marker()));

		assertThat(kinds()).contains(Kind.HALF);
	}

	@Test
	void rowWithoutEvents_isHalfDone() {
		this.run.stored.add(new Rows.Stored("report", "report-2", "PENDING", 1, 1, ""));

		assertThat(kinds()).contains(Kind.HALF);
	}

	@Test
	void eventWithoutRow_isHalfDone() {
		this.run.stored.remove(1);

		assertThat(kinds()).contains(Kind.HALF);
	}

	@Test
	void eventWithoutAuditEntry_isHalfDone() {
		this.run.audited.remove(5);

		assertThat(kinds()).containsExactly(Kind.HALF);
	}

	@Test
	void auditEntryOfAnUnknownWriteWithoutEvent_isHalfDone() {
		this.run.writes.add(new LoggedWrite("w9", What.EDIT, "sato", null, EvidenceFixture.GOAL,
				List.of(new Attempt("w9-c", 9, 0, 0, null, ""))));
		this.run.audited
			.add(new Rows.Audited("goals", "city", EvidenceFixture.GOAL, "w9-c", "goal.edit", 7L, "h", "h"));

		assertThat(kinds()).containsExactly(Kind.HALF);
	}

	@Test
	void createWithoutIdempotencyRecord_isHalfDone() {
		this.run.remembered.remove(0);

		assertThat(kinds()).containsExactly(Kind.HALF);
	}

	@Test
	void idempotencyRecordOfAnotherThing_isHalfDone() {
		this.run.remembered.set(0, new Rows.Remembered("goals", "w1", "goal-2"));

		assertThat(kinds()).containsExactly(Kind.HALF);
	}

	@Test
	void createDoneByBothAttempts_isTwice() {
		this.run.events.add(new Event("goals", "event-x", "goal", "goal-2", 1, "meguri.goals.v1", "c1", "sato", "city",
				"Drafted", new Event.Item("DRAFT", 1, "w1", "civic", "sheet")));

		assertThat(kinds()).contains(Kind.TWICE);
	}

	@Test
	void stepTakenTwice_isTwice() {
		this.run.events.add(4, new Event("goals", "event-x", "goal", EvidenceFixture.GOAL, 5, "meguri.goals.v1", "x",
				"sato", "city", "Submitted", new Event.Item("SUBMITTED", 2, "w2", "civic", "sheet")));

		assertThat(kinds()).contains(Kind.TWICE);
	}

	@Test
	void twoReportsOfAGoal_areTwice() {
		this.run.opened.add(new Rows.Opened("report-2", EvidenceFixture.GOAL));

		assertThat(kinds()).containsExactly(Kind.TWICE);
	}

	@Test
	void goalsThatMoveUpBehindADeletedOne_areNoViolation() {
		this.run.writes.add(new LoggedWrite("w9", What.DELETE, "sato", null, "goal-0",
				List.of(new Attempt("w9-c", 9, 204, 0, null, ""))));
		this.run.did("w9-c", "sato", "Edited", "CONFIRMED", 2, "w2");
		this.run.reaches(7);
		this.run.deleted("goal-0", "w9-c");

		assertThat(this.run.violations()).isEmpty();
	}

	@Test
	void refusedWrite_thatWasDone_isFound() {
		EvidenceFixture.change(this.run.writes, 3, (write) -> new LoggedWrite(write.id(), write.what(), write.user(),
				null, write.object(), List.of(new Attempt("w4-c", 1, 409, 0, null, "wrong-state"))));

		assertThat(kinds()).containsExactly(Kind.DENIED);
	}

	@Test
	void swappedRecords_violateTheOrder() {
		var second = this.run.announced.get(1);
		this.run.announced.set(1, this.run.announced.get(2));
		this.run.announced.set(2, second);

		assertThat(kinds()).containsExactly(Kind.ORDER);
	}

	@Test
	void repeatedRecords_violateNothing() {
		this.run.announced.add(this.run.announced.get(0));

		assertThat(this.run.violations()).isEmpty();
	}

	@Test
	void recordsInTwoPartitions_violateTheOrder() {
		EvidenceFixture.change(this.run.announced, 5, (record) -> new Rows.Announced(record.topic(), 8, 0, record.id(),
				record.type(), record.aggregate(), record.version()));

		assertThat(kinds()).containsExactly(Kind.ORDER);
	}

	@Test
	void missingVersion_violatesTheOrder() {
		this.run.events.remove(2);

		assertThat(kinds()).contains(Kind.ORDER);
	}

	@Test
	void eventOnNoTopic_isFound() {
		this.run.announced.remove(5);

		assertThat(kinds()).containsExactly(Kind.ANNOUNCED);
	}

	@Test
	void recordInNoOutbox_isFound() {
		this.run.announced.add(new Rows.Announced("meguri.goals.v1", 1, 0, "event-y", "goal", "goal-rolled-back", 1));

		assertThat(kinds()).containsExactly(Kind.ANNOUNCED);
	}

	@Test
	void consumerBehind_isFound() {
		EvidenceFixture.change(this.run.consumed, 0,
				(row) -> new Rows.Consumed(row.database(), row.consumer(), row.type(), row.aggregate(), 5));

		assertThat(kinds()).containsExactly(Kind.COPY);
	}

	@Test
	void copyThatDiffers_isFound() {
		EvidenceFixture.change(this.run.copied, 1,
				(copy) -> new Rows.Copied(copy.where(), copy.type(), copy.id(), "APPROVED"));

		assertThat(kinds()).containsExactly(Kind.COPY);
	}

	@Test
	void eventPutAside_isFound() {
		this.run.waiting.add("evaluation put an event aside");

		assertThat(kinds()).containsExactly(Kind.COPY);
	}

	@Test
	void personNotTold_isFound() {
		var notice = this.run.notices.remove(0);
		this.run.mails.removeIf((mail) -> mail.notice().equals(notice.id()));
		this.run.letters.remove(0);

		assertThat(kinds()).containsExactly(Kind.NOTICE);
	}

	@Test
	void personToldOfNothing_isFound() {
		EvidenceFixture.change(this.run.notices, 0,
				(notice) -> new Rows.Notice(notice.id(), "suzuki", notice.key(), notice.kind(), Set.of("goal-9")));

		assertThat(kinds()).containsExactlyInAnyOrder(Kind.NOTICE, Kind.NOTICE);
	}

	@Test
	void letterThatNeverArrived_isFound() {
		this.run.letters.remove(0);

		assertThat(kinds()).containsExactly(Kind.MAIL);
	}

	@Test
	void letterThatArrivedTwice_needsACause() {
		this.run.letters.add(EvidenceFixture.letter("<notice-1@meguri>", 3_000));

		assertThat(kinds()).containsExactly(Kind.MAIL);

		this.run.faults.add(new FaultLine("kill", Mechanism.SERVICE_KILLED, "notification-service", 1_500, 1_500, 1.0));
		assertThat(this.run.violations()).isEmpty();
	}

	@Test
	void letterWithAnotherMessageId_isFound() {
		this.run.letters.add(EvidenceFixture.letter("<new@meguri>", 3_000));

		assertThat(kinds()).containsExactly(Kind.MAIL);
	}

	@Test
	void changedAuditEntry_breaksTheChain() {
		EvidenceFixture.change(this.run.audited, 2, (entry) -> new Rows.Audited(entry.database(), entry.city(),
				entry.object(), entry.correlation(), entry.action(), entry.number(), entry.hash(), "other"));

		assertThat(kinds()).containsExactly(Kind.CHAIN);
	}

	@Test
	void unsealedAuditEntry_breaksTheChain() {
		EvidenceFixture.change(this.run.audited, 5, (entry) -> new Rows.Audited(entry.database(), entry.city(),
				entry.object(), entry.correlation(), entry.action(), null, null, ""));

		assertThat(kinds()).containsExactly(Kind.CHAIN);
	}

	@Test
	void faultWithoutRecovery_isFound() {
		this.run.faults.add(new FaultLine("kill", Mechanism.BROKER_KILLED, "Kafka", 1, 1, null));

		assertThat(kinds()).containsExactly(Kind.RECOVERY);
	}

	@Test
	void requestWithoutAnswerInTheLog_isOfUnknownEnd() {
		var sent = new LogLine(1, "w1", 1, "c1", What.EDIT, "sato", null, "goal", 1, null, 0, null, "");
		var answered = new LogLine(3, "w1", 2, "c2", What.EDIT, "sato", null, "goal", 1, 412, 0, null, "stale");

		var write = LoggedWrite.of(List.of(sent, answered)).get(0);

		assertThat(write.isUnknown()).isTrue();
		assertThat(write.correlations()).containsExactlyInAnyOrder("c1", "c2");
	}

	private List<Kind> kinds() {
		return this.run.violations().stream().map(Violation::kind).toList();
	}

	private void event(int index, String state, long revision, String marker) {
		EvidenceFixture.change(this.run.events, index,
				(event) -> new Event(event.database(), event.id(), event.type(), event.aggregate(), event.version(),
						event.topic(), event.correlation(), event.actor(), event.city(), event.what(),
						new Event.Item(state, revision, marker, "civic", "sheet")));
	}

}
