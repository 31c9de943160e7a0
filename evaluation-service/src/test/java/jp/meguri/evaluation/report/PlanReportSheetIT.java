package jp.meguri.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.evaluation.Replay;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.evaluation.ImportAnswer.PartApplied;
import jp.meguri.events.evaluation.ImportAnswer.PartRefused;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.events.goals.ImportEvent.OfferedEdition;
import jp.meguri.events.goals.ImportEvent.OfferedGrade;
import jp.meguri.events.goals.ImportEvent.OfferedResult;
import jp.meguri.events.goals.ImportEvent.OfferedScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Reports of goals that stand on the sheet of a plan: they belong to many units and to no
 * unit's own sheet.
 */
class PlanReportSheetIT extends EvaluationIT {

	private static final String SHEETS = "/api/evaluations/plan-sheets";

	private static final String SHEET = SHEETS + "/{year}/{edition}";

	private final UUID edition = UUID.randomUUID();

	private final int year = freshYear();

	@Test
	void sheetOfAPlan_holdsTheReportsOfAllUnits_andNoUnitsSheetDoes() {
		catalog(this.edition, new PlanEditionChanged(this.edition, UUID.randomUUID(), "welfare-plan", "地域福祉計画", "第4期",
				this.year, this.year + 4, List.of()));
		GoalFixture ofCivic = goal(DemoCity.CIVIC);
		GoalFixture ofEnvironment = goal(DemoCity.ENVIRONMENT).as(GoalKind.ANNUAL_GOAL, 2);
		UUID report = openReport(ofCivic);
		openReport(ofEnvironment);
		openReport(GoalFixture.annualGoal(DemoCity.CIVIC, this.year));
		Replay.awaitConsumed();

		JsonNode row = only(get("yamada", SHEETS + "?fiscalYear={year}", this.year).json().get("items"));
		assertThat(row.get("edition").stringValue()).isEqualTo(this.edition.toString());
		assertThat(row.get("planName").stringValue()).isEqualTo("地域福祉計画");
		assertThat(row.get("name").stringValue()).isEqualTo("第4期");
		assertThat(row.get("total").asLong()).isEqualTo(2);
		JsonNode sheet = get("yamada", SHEET + "?round=YEAR_END", this.year, this.edition).json();
		assertThat(sheet.at("/edition/planName").stringValue()).isEqualTo("地域福祉計画");
		assertThat(sheet.get("reports").size()).isEqualTo(2);
		assertThat(sheet.at("/reports/0/ownerUnitName").stringValue()).isEqualTo("くらし協働部");
		assertThat(sheet.at("/reports/0/goal/content/targets/0/text").stringValue()).isEqualTo("3校区以上");
		JsonNode unit = get("yamada", "/api/evaluations/sheets/{year}/{unit}", this.year, DemoCity.CIVIC).json();
		assertThat(unit.get("reports").size()).isOne();
		assertThat(unit.at("/reports/0/id").stringValue()).isNotEqualTo(report.toString());
		JsonNode units = get("yamada", "/api/evaluations/sheets?fiscalYear={year}", this.year).json().get("items");
		assertThat(units.size()).isOne();
		assertThat(units.at("/0/total").asLong()).isOne();
		JsonNode check = get("yamada", "/api/evaluations/sheets/{year}/{unit}/release-check?kind=FINAL", this.year,
				DemoCity.CIVIC)
			.json();
		assertThat(check.get("problems").toString()).doesNotContain(ofCivic.id().toString());
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(opened(report)).singleElement()
				.satisfies((event) -> assertThat(event.report().edition()).isEqualTo(this.edition)));
	}

	@Test
	void sheetShows_whatTheReaderMaySee() {
		openReport(goal(DemoCity.ENVIRONMENT));
		assertThat(get("tanaka", SHEET, this.year, this.edition).json().get("reports").size()).isOne();
		assertThat(get("takahashi", SHEET, this.year, this.edition).status()).as("named as a related section")
			.isEqualTo(200);
		Answer others = get("sato", SHEET, this.year, this.edition);
		assertThat(others.status()).as("the goal is confirmed, its report is not").isEqualTo(200);
		assertThat(others.json().get("reports").size()).isZero();
		assertThat(get("hayashi", SHEET, this.year, this.edition).status()).isEqualTo(404);
		assertThat(get("hayashi", SHEET, this.year, UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(get("sato", SHEETS + "?fiscalYear={year}", this.year).json().get("items").size()).isZero();
		assertThat(get("ops", SHEET, this.year, this.edition).status()).isEqualTo(403);
	}

	@Test
	void sheetWithoutReports_isEmpty_forWhoSeesAGoalOfIt() {
		announce(goal(DemoCity.ENVIRONMENT).drafted());
		Replay.awaitConsumed();
		for (String reader : List.of("tanaka", "takahashi", "yamada")) {
			Answer sheet = get(reader, SHEET, this.year, this.edition);
			assertThat(sheet.status()).as(reader).isEqualTo(200);
			assertThat(sheet.json().get("reports").size()).isZero();
			assertThat(sheet.json().at("/edition/id").stringValue()).isEqualTo(this.edition.toString());
		}
		assertThat(get("sato", SHEET, this.year, this.edition).status()).as("another unit's draft").isEqualTo(404);
		assertThat(get("hayashi", SHEET, this.year, this.edition).status()).isEqualTo(404);
		assertThat(get("yamada", SHEET, this.year, UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void report_goesFromClerkToPlanner_onThePlansSheet() {
		UUID report = openReport(goal(DemoCity.CIVIC));
		openReport(goal(DemoCity.ENVIRONMENT));
		assertThat(command("sato", "submission", report, 1).status()).isEqualTo(422);
		Answer edited = put("sato", 1, Map.of("content", content("三校区で開きました。", "予定どおりに進みました。", null)),
				"/api/evaluations/{id}", report);
		assertThat(edited.status()).isEqualTo(200);
		assertThat(edited.json().at("/content/processEvaluation/0/text").stringValue()).isEqualTo("予定どおりに進みました。");
		assertThat(edited.json().get("missing").size()).isZero();
		assertThat(command("tanaka", "submission", report, 2).status()).isEqualTo(404);
		assertThat(command("hayashi", "confirmation", report, 2).status()).isEqualTo(404);
		assertThat(post("sato", named(report, 2), "/api/evaluations/sheets/{year}/{unit}/submission?round=YEAR_END",
				this.year, DemoCity.CIVIC)
			.status()).as("it is not on the unit's sheet").isEqualTo(404);

		Answer submitted = command("sato", "submission", report, 2);
		assertThat(submitted.status()).isEqualTo(200);
		assertThat(submitted.json().at("/edition/id").stringValue()).isEqualTo(this.edition.toString());
		assertThat(command("sato", "approval", report, 2).status()).isEqualTo(403);
		assertThat(command("suzuki", "return", report, 2).status()).isEqualTo(200);
		assertThat(command("sato", "submission", report, 2).status()).isEqualTo(200);
		assertThat(command("sato", "withdrawal", report, 2).status()).isEqualTo(200);
		assertThat(command("sato", "submission", report, 2).status()).isEqualTo(200);
		assertThat(command("suzuki", "approval", report, 2).status()).isEqualTo(200);
		assertThat(command("yamada", "confirmation", report, 2).status()).isEqualTo(200);
		assertThat(get("yamada", "/api/evaluations/{id}", report).json().get("state").stringValue())
			.isEqualTo("CONFIRMED");
		assertThat(
				get("yamada", "/api/evaluations/{id}/revisions/2", report).json().at("/progress/0/text").stringValue())
			.isEqualTo("三校区で開きました。");
		assertThat(get("tanaka", SHEET, this.year, this.edition).json().get("reports").size()).isEqualTo(2);
	}

	@Test
	void gradesOfAPlan_areThoseOfItsEdition_andNobodyElses() {
		UUID scheme = UUID.randomUUID();
		scheme(scheme, "S", "A");
		UUID ofPlan = openReport(goal(DemoCity.CIVIC));
		UUID ofUnit = openReport(GoalFixture.annualGoal(DemoCity.CIVIC, this.year));
		await().atMost(SOON)
			.until(() -> get("sato", SHEET, this.year, this.edition).json()
				.at("/gradingScheme/id")
				.asString("")
				.equals(scheme.toString()));
		assertThat(get("sato", "/api/evaluations/sheets/{year}/{unit}", this.year, DemoCity.CIVIC).json()
			.at("/gradingScheme/id")
			.stringValue()).isEqualTo(DemoCity.SCHEME.toString());
		assertThat(grade(ofPlan, new Grade(DemoCity.SCHEME, "A", "")).status()).isEqualTo(422);
		assertThat(grade(ofUnit, new Grade(scheme, "S", "")).status()).isEqualTo(422);
		assertThat(grade(ofPlan, new Grade(scheme, "B", "")).status()).isEqualTo(422);
		assertThat(grade(ofPlan, new Grade(scheme, "S", "")).status()).isEqualTo(200);
	}

	@Test
	void offeredResults_waitForTheirGrades() {
		UUID scheme = UUID.randomUUID();
		GoalFixture goal = goal(DemoCity.CIVIC);
		UUID report = openReport(goal);
		UUID importId = offer(goal, new Grade(scheme, "A", ""), "yamada");
		Replay.awaitConsumed();
		assertThat(answersTo(importId)).isEmpty();
		assertThat(get("yamada", "/api/evaluations/{id}", report).json().get("state").stringValue())
			.isEqualTo("PENDING");
		scheme(scheme, "A", "B");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(answersTo(importId)).containsExactly(new PartApplied(importId, 3)));
		JsonNode filled = get("yamada", "/api/evaluations/{id}", report).json();
		assertThat(filled.at("/content/progress/0/text").stringValue()).isEqualTo("取り込んだ状況");
		assertThat(filled.at("/content/grade/code").stringValue()).isEqualTo("A");
		assertThat(filled.at("/content/nextStep").stringValue()).isEqualTo("CONTINUE");
		assertThat(count("select count(*) from waiting_part where import_id = ?", importId)).isZero();
	}

	@Test
	void offeredGrade_thatIsNoneOfItsScheme_isRefused() {
		UUID scheme = UUID.randomUUID();
		scheme(scheme, "A", "B");
		GoalFixture goal = goal(DemoCity.CIVIC);
		UUID importId = offer(goal, new Grade(scheme, "Z", ""), "yamada");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(answersTo(importId))
				.containsExactly(new PartRefused(importId, 3, "import.grade-unknown")));
		assertThat(count("select count(*) from offered_result where goal = ?", goal.id())).isZero();
	}

	@Test
	void offeredGrade_followsTheSchemeTheCatalogHadAlready() {
		UUID present = UUID.randomUUID();
		UUID known = UUID.randomUUID();
		catalog(known, new PlanEditionChanged(known, UUID.randomUUID(), "welfare-plan", "地域福祉計画", "第4期", this.year,
				this.year + 4, List.of()));
		catalog(present, new GradingSchemeChanged(present, "達成度", this.year, this.year, grades("A"), known));
		GoalFixture goal = goal(DemoCity.CIVIC);
		UUID report = openReport(goal);
		UUID offered = UUID.randomUUID();
		UUID importId = offer(goal, new Grade(offered, "A", ""), "yamada");
		answer(new PartApplied(importId, 1, List.of(new Match(this.edition, known), new Match(offered, present))));
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(answersTo(importId)).containsExactly(new PartApplied(importId, 3)));
		assertThat(get("yamada", "/api/evaluations/{id}", report).json().at("/content/grade/scheme").stringValue())
			.isEqualTo(present.toString());
		JsonNode sheet = get("yamada", SHEET, this.year, this.edition).json();
		assertThat(sheet.at("/edition/planName").stringValue()).isEqualTo("地域福祉計画");
		assertThat(sheet.at("/gradingScheme/id").stringValue()).isEqualTo(present.toString());
	}

	@Test
	void resultsInGradesOfARefusedPlan_areRefused_whicheverComesFirst() {
		for (boolean answerFirst : new boolean[] { true, false }) {
			UUID scheme = UUID.randomUUID();
			GoalFixture goal = goal(DemoCity.CIVIC);
			UUID importId = UUID.randomUUID();
			if (answerFirst) {
				answer(new PartRefused(importId, 1, "import.edition-overlaps"));
				Replay.awaitConsumed();
			}
			announce(event(goal, 1, new ImportEvent.PlanOffered(importId, 1,
					new OfferedEdition(this.edition, "計画", "plan", "第1期", this.year, this.year, List.of()), List.of(),
					new OfferedScheme(scheme, "達成度", List.of(new OfferedGrade("A", "達成"))), List.of()), "yamada"));
			offer(importId, goal, new Grade(scheme, "A", ""), "yamada");
			if (!answerFirst) {
				Replay.awaitConsumed();
				answer(new PartRefused(importId, 1, "import.edition-overlaps"));
			}
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(answersTo(importId))
					.contains(new PartRefused(importId, 3, "import.plan-refused")));
		}
	}

	@Test
	void resultsOfAPlan_areOfferedByPlannersOnly() {
		UUID importId = offer(goal(DemoCity.CIVIC), null, "sato");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(answersTo(importId))
				.containsExactly(new PartRefused(importId, 3, "import.no-right")));
	}

	private GoalFixture goal(UUID unit) {
		return GoalFixture.annualGoal(unit, this.year).on(this.edition);
	}

	private Answer command(String subject, String command, UUID report, long revision) {
		return post(subject, named(report, revision), SHEET + "/" + command + "?round=YEAR_END", this.year,
				this.edition);
	}

	private static Map<String, ?> named(UUID report, long revision) {
		return Map.of("items", List.of(Map.of("id", report, "revision", revision)));
	}

	private Answer grade(UUID report, Grade grade) {
		return put("sato", 1, Map.of("content", content("進めました。", "", grade)), "/api/evaluations/{id}", report);
	}

	private void scheme(UUID id, String... codes) {
		catalog(id, new GradingSchemeChanged(id, "達成度", this.year, this.year, grades(codes), this.edition));
	}

	private static List<GradeDefinition> grades(String... codes) {
		return Arrays.stream(codes).map((code) -> new GradeDefinition(code, "達成度" + code, "")).toList();
	}

	private void catalog(UUID aggregate, CatalogEvent event) {
		this.publisher.publish(EventEnvelope.of(DemoCity.NAGISA, "catalog", aggregate, 1, DemoCity.NAGISA,
				Instant.now(), CycleMode.LIVE, EventActor.SYSTEM, null, event), Topics.CATALOG);
	}

	private void answer(ImportAnswer answer) {
		this.publisher.publish(EventEnvelope.of(DemoCity.NAGISA, "import-part",
				ImportAnswer.aggregateOf(answer.importId(), answer.part()), 1, DemoCity.NAGISA, Instant.now(),
				CycleMode.LIVE, EventActor.SYSTEM, null, answer), Topics.CATALOG);
	}

	private UUID offer(GoalFixture goal, @Nullable Grade grade, String person) {
		return offer(UUID.randomUUID(), goal, grade, person);
	}

	private UUID offer(UUID importId, GoalFixture goal, @Nullable Grade grade, String person) {
		announce(event(goal, 3,
				new ImportEvent.ResultsOffered(importId, 3, goal.sheet(), DemoCity.PLANNING, this.year,
						List.of(new OfferedResult(goal.id(), content("取り込んだ状況", "取り込んだ評価", grade))), this.edition),
				person));
		return importId;
	}

	private static EventEnvelope<ImportEvent> event(GoalFixture goal, long version, ImportEvent data, String person) {
		return EventEnvelope.of(goal.city(), "import", data.importId(), version, goal.sheet(), Instant.now(),
				goal.mode(), DemoCity.actor(person), null, data);
	}

	private List<ImportAnswer> answersTo(UUID importId) {
		return this.publisher.received(Topics.EVALUATIONS, ImportAnswer.class)
			.stream()
			.map(EventEnvelope::data)
			.filter((answer) -> answer.importId().equals(importId))
			.toList();
	}

	private List<ReportEvent> opened(UUID report) {
		return this.publisher.received(Topics.EVALUATIONS, ReportEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(report))
			.map(EventEnvelope::data)
			.toList();
	}

	private static JsonNode only(JsonNode items) {
		assertThat(items.size()).isOne();
		return StreamSupport.stream(items.spliterator(), false).findFirst().orElseThrow();
	}

	private static ReportContent content(String progress, String evaluation, @Nullable Grade grade) {
		return new ReportContent(List.of(), List.of(), List.of(), List.of(), List.of(), grade, NextStep.CONTINUE,
				List.of(Block.entry(UUID.randomUUID(), 1, "・", progress)), List.of(),
				List.of(Block.paragraph(UUID.randomUUID(), evaluation)), List.of());
	}

}
