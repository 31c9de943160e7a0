package jp.meguri.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.evaluation.Replay;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.ImportEvent;
import org.junit.jupiter.api.Test;

class ReportOpeningIT extends EvaluationIT {

	@Test
	void report_opensOnce_howeverOftenTheGoalIsConfirmed() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, freshYear());
		announce(goal.drafted());
		announce(goal.confirmed());
		announce(goal.confirmed());
		announce(goal.amended());
		UUID report = awaitReport(goal);
		announce(goal.confirmed());
		Replay.awaitConsumed();
		assertThat(count("select count(*) from report where goal = ?", goal.id())).isEqualTo(1);
		await().atMost(SOON).untilAsserted(() -> assertThat(eventsOf(report)).hasSize(1));
		ReportEvent opened = eventsOf(report).get(0).data();
		assertThat(opened).isInstanceOf(ReportEvent.Opened.class);
		assertThat(opened.report().state()).isEqualTo(ReviewState.PENDING);
		assertThat(opened.report().goalTitle()).isEqualTo("協働の推進 <1>");
		assertThat(count("select count(*) from goal_revision where goal = ?", goal.id())).isEqualTo(2);
	}

	@Test
	void policyReview_opensForMissionAndPolicies_butNothingForMidTermGoals() {
		int year = freshYear();
		GoalFixture mission = GoalFixture.annualGoal(DemoCity.CIVIC, year).as(GoalKind.MISSION_AND_POLICIES, 1);
		GoalFixture midTerm = GoalFixture.annualGoal(DemoCity.CIVIC, year).as(GoalKind.MID_TERM_GOAL, 1);
		announce(midTerm.confirmed());
		openReport(mission);
		Replay.awaitConsumed();
		assertThat(count("select count(*) from report where fiscal_year = ?", year)).isEqualTo(1);
	}

	@Test
	void report_opensLater_whenTheCycleWasNotKnownYet() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, DemoCity.YEARS_END);
		announce(goal.confirmed());
		Replay.awaitConsumed();
		assertThat(count("select count(*) from report where goal = ?", goal.id())).isZero();
		DemoCity.cycle(this.publisher, DemoCity.NAGISA, DemoCity.YEARS_END);
		awaitReport(goal);
	}

	@Test
	void offeredResults_waitForTheGoal() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, DemoCity.BACK_LOADED_YEAR).backLoaded();
		ReportContent content = content("四校区で開きました。", "残る校区でも開きます。");
		UUID importId = offer(goal, content);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(answersTo(importId)).hasSize(1)
				.first()
				.isInstanceOf(ImportAnswer.PartApplied.class));
		assertThat(count("select count(*) from report where goal = ?", goal.id())).isZero();
		UUID report = openReport(goal);
		await().atMost(SOON).untilAsserted(() -> assertThat(eventsOf(report)).hasSize(1));
		assertThat(eventsOf(report).get(0).mode()).isEqualTo(CycleMode.BACK_LOADING);
		assertThat(eventsOf(report).get(0).data().report().content()).isEqualTo(content);
		assertThat(eventsOf(report).get(0).data().report().state()).isEqualTo(ReviewState.DRAFT);
		assertThat(eventsOf(report).get(0).data().report().revision()).isEqualTo(1);
	}

	@Test
	void offeredResults_fillAnOpenReport_thatNobodyTouched() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, freshYear());
		UUID report = openReport(goal);
		UUID importId = offer(goal, content("開きました。", "続けます。"));
		await().atMost(SOON).untilAsserted(() -> assertThat(answersTo(importId)).hasSize(1));
		assertThat(answersTo(importId).get(0)).isInstanceOf(ImportAnswer.PartApplied.class);
		assertThat(get("sato", "/api/evaluations/{id}", report).json().at("/content/achievements/0/text").stringValue())
			.isEqualTo("開きました。");
	}

	@Test
	void offeredResults_areRefused_whereSomebodyHasWritten() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, freshYear());
		UUID report = openReport(goal);
		assertThat(
				put("sato", 1, java.util.Map.of("content", content("自分で書きました。", "")), "/api/evaluations/{id}", report)
					.status())
			.isEqualTo(200);
		UUID importId = offer(goal, content("取り込んだ文", "取り込んだ文"));
		await().atMost(SOON)
			.untilAsserted(
					() -> assertThat(answersTo(importId)).singleElement().isInstanceOf(ImportAnswer.PartRefused.class));
		assertThat(get("sato", "/api/evaluations/{id}", report).json().at("/content/achievements/0/text").stringValue())
			.isEqualTo("自分で書きました。");
	}

	@Test
	void offeredResults_areRefused_fromAPersonOfAnotherUnit() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, freshYear());
		UUID importId = offer(goal, content("取り込んだ文", ""), "tanaka");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(answersTo(importId)).singleElement()
				.isEqualTo(new ImportAnswer.PartRefused(importId, 1, "import.no-right")));
	}

	@Test
	void wholeTopicAgain_changesNothing() {
		int year = freshYear();
		List<GoalFixture> goals = Stream.generate(() -> GoalFixture.annualGoal(DemoCity.CIVIC, year))
			.limit(10)
			.toList();
		goals.forEach((goal) -> announce(goal.confirmed()));
		goals.forEach(this::awaitReport);
		offer(goals.get(0), content("取り込みました。", "続けます。"));
		Replay.awaitConsumed();
		String before = query("select md5(string_agg(r::text, '|' order by id)) from report r", String.class);
		long outbox = Replay.announced(this.publisher);
		Replay.again(this.publisher, Topics.GOALS);
		Replay.again(this.publisher, Topics.CATALOG);
		Replay.awaitConsumed();
		assertThat(query("select md5(string_agg(r::text, '|' order by id)) from report r", String.class))
			.isEqualTo(before);
		assertThat(Replay.announced(this.publisher)).isEqualTo(outbox);
	}

	private UUID offer(GoalFixture goal, ReportContent content) {
		return offer(goal, content, "yamada");
	}

	private UUID offer(GoalFixture goal, ReportContent content, String person) {
		UUID importId = UUID.randomUUID();
		announce(EventEnvelope.of(goal.city(), "import", importId, 1, goal.sheet(), Instant.now(), goal.mode(),
				DemoCity.actor(person), null, new ImportEvent.ResultsOffered(importId, 1, goal.sheet(), goal.unit(),
						goal.year(), List.of(new ImportEvent.OfferedResult(goal.id(), content)))));
		return importId;
	}

	private List<ImportAnswer> answersTo(UUID importId) {
		return this.publisher.received(Topics.EVALUATIONS, ImportAnswer.class)
			.stream()
			.map(EventEnvelope::data)
			.filter((answer) -> answer.importId().equals(importId))
			.toList();
	}

	private List<EventEnvelope<ReportEvent>> eventsOf(UUID report) {
		return this.publisher.received(Topics.EVALUATIONS, ReportEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(report))
			.toList();
	}

}
