package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalEvent.Approved;
import jp.meguri.events.goals.GoalEvent.Submitted;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Superuser;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** HTTP in, events out: what is announced, in which order, and that it is recorded. */
@MeguriIT
class GoalEventIT {

	@LocalServerPort
	private int port;

	private Desk desk;

	@BeforeEach
	void people() {
		this.desk = new Desk(this.port);
	}

	@Test
	void everythingThatHappens_isAnnouncedInOrderWithTheFullState() {
		int year = this.desk.office.openYear();
		Named goal = this.desk.goal(year, ReviewState.RETURNED);
		Named edited = Named
			.of(this.desk.sato.put(goal.path(), Map.of("content", Contents.annualGoal("書き直した目標 葛󠄀城市 𠮷野")), 1L)
				.body());
		this.desk.sato.post(Desk.sheet(year) + "/submission", Desk.items(edited));
		this.desk.sato.post(Desk.sheet(year) + "/withdrawal", Desk.items(edited));
		this.desk.sato.delete(edited.path(), edited.revision());
		List<EventEnvelope<GoalEvent>> events = awaitEvents(goal.id(), 8);
		assertThat(events).extracting((event) -> event.data().getClass().getSimpleName())
			.containsExactly("Drafted", "Submitted", "Approved", "Returned", "Edited", "Submitted", "Withdrawn",
					"Deleted");
		assertThat(events).extracting(EventEnvelope::aggregateVersion)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
		assertThat(events).extracting((event) -> event.data().goal().sheetSeq()).isSorted().doesNotHaveDuplicates();
		assertThat(events).extracting(EventEnvelope::partitionKey).containsOnly(events.get(0).data().goal().sheet());
		assertThat(events).extracting((event) -> event.actor().name())
			.containsExactly("佐藤 花", "佐藤 花", "鈴木 一郎", "山田 薫", "佐藤 花", "佐藤 花", "佐藤 花", "佐藤 花");
		Submitted submitted = (Submitted) events.get(1).data();
		assertThat(submitted.windowRevision()).isEqualTo(1);
		assertThat(submitted.window()).isNotNull();
		assertThat(((Approved) events.get(2).data()).corrected()).isFalse();
		assertThat(events.get(3).data().goal().comments()).singleElement()
			.satisfies((comment) -> assertThat(comment.text()).isEqualTo("数値を確認してください。"));
		assertThat(events.get(4).data().goal().content().title()).isEqualTo("書き直した目標 葛󠄀城市 𠮷野");
	}

	@Test
	void clicksTrace_goesWithWhatItAnnounces() {
		int year = this.desk.office.openYear();
		var body = Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("地域の交流の場を増やす"));
		Named goal = Named.of(
				this.desk.sato
					.send(this.desk.sato.request(Desk.sheet(year) + "/goals")
						.header("Idempotency-Key", UUID.randomUUID().toString())
						.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
						.POST(BodyPublishers.ofString(Caller.JSON.writeValueAsString(body))))
					.body());
		awaitEvents(goal.id(), 1);
		assertThat(this.desk.office.events().received(Topics.GOALS))
			.filteredOn((event) -> goal.id().toString().equals(event.headers().get("ce_subject")))
			.singleElement()
			.satisfies((event) -> assertThat(event.headers().get("traceparent"))
				.matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00")
				.doesNotContain("b7ad6b7169203331"));
	}

	@Test
	void backLoadedGoal_isAnnouncedAsSuch() {
		int year = this.desk.office.backLoadedYear();
		Named goal = this.desk.goal(year, ReviewState.CONFIRMED);
		List<EventEnvelope<GoalEvent>> events = awaitEvents(goal.id(), 4);
		assertThat(events).extracting(EventEnvelope::mode).containsOnly(CycleMode.BACK_LOADING);
		assertThat(((Submitted) events.get(1).data()).window()).isNull();
	}

	@Test
	void refusedCommand_announcesNothing() {
		int year = this.desk.office.openYear();
		Named goal = this.desk.draft(year);
		assertThat(this.desk.yamada.post(Desk.sheet(year) + "/submission", Desk.items(goal)).status()).isEqualTo(403);
		assertThat(count("outbox", "aggregate_id", goal.id())).isEqualTo(1);
		assertThat(count("audit_entry", "object_id", goal.id())).isEqualTo(1);
	}

	@Test
	void everyStep_leavesAnAuditEntry() {
		int year = this.desk.office.openYear();
		Named goal = this.desk.goal(year, ReviewState.CONFIRMED);
		assertThat(count("audit_entry", "object_id", goal.id())).isEqualTo(4);
	}

	@Test
	void everyTableWithACity_isUnderTheCityPolicy() {
		List<String> open = Superuser.strings(
				"""
						select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality'
						where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
						  and not (c.relrowsecurity and c.relforcerowsecurity)
						""");
		// The directory is where the city of a caller is found; outbox and inbox are the
		// worker's.
		assertThat(open).allMatch((table) -> table.startsWith("directory_") || table.startsWith("outbox")
				|| table.startsWith("inbox") || table.startsWith("dead_letter"));
	}

	private List<EventEnvelope<GoalEvent>> awaitEvents(UUID goal, int count) {
		return await().atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(300))
			.until(() -> eventsOf(goal), (events) -> events.size() >= count);
	}

	private List<EventEnvelope<GoalEvent>> eventsOf(UUID goal) {
		return this.desk.office.events()
			.received(Topics.GOALS, GoalEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(goal))
			.sorted(Comparator.comparing(EventEnvelope::aggregateVersion))
			.toList();
	}

	private static int count(String table, String column, UUID id) {
		return Superuser.strings("select " + column + " from " + table + " where " + column + " = '" + id + "'").size();
	}

}
