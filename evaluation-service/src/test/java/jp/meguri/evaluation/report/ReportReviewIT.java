package jp.meguri.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReportEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class ReportReviewIT extends EvaluationIT {

	private int year;

	private UUID report;

	@BeforeEach
	void openReport() {
		this.year = freshYear();
		this.report = openReport(GoalFixture.annualGoal(DemoCity.CIVIC, this.year));
	}

	@Test
	void report_goesFromClerkToPlanningDivision() {
		Answer opened = get("sato", "/api/evaluations/{id}", this.report);
		assertThat(opened.etag()).isEqualTo("\"1\"");
		assertThat(opened.json().at("/can/submit/allowed").booleanValue()).isFalse();
		assertThat(opened.json().at("/missing").size()).isEqualTo(2);
		assertThat(opened.json().at("/whoseTurn/names/0").stringValue()).isNotBlank();
		assertThat(opened.json().at("/goal/content/actions/0/text").stringValue()).isEqualTo("説明会を開きます（第2版）。");

		assertThat(edit("sato", 1, "説明会を開いた。").etag()).isEqualTo("\"2\"");
		assertThat(state(command("sato", "submission", 2))).isEqualTo("SUBMITTED");
		assertThat(command("suzuki", "approval", 2).status()).isEqualTo(200);
		assertThat(state(get("suzuki", sheet()))).isEqualTo("APPROVED");
		Answer returned = post("yamada",
				Map.of("items", items(2), "comments",
						List.of(Map.of("item", this.report, "anchor", "achievements", "text", "何回ですか"))),
				path("return"));
		assertThat(state(returned)).isEqualTo("RETURNED");

		JsonNode read = get("sato", "/api/evaluations/{id}", this.report).json();
		assertThat(read.at("/comments/0/text").stringValue()).isEqualTo("何回ですか");
		assertThat(read.at("/comparedRevision").intValue()).isEqualTo(2);
		assertThat(post("sato", comment("4回です", read.at("/comments/0/id").stringValue()),
				"/api/evaluations/{id}/comments", this.report)
			.status()).isEqualTo(201);
		assertThat(edit("sato", 2, "説明会を4回開いた。").status()).isEqualTo(200);
		assertThat(state(command("sato", "submission", 3))).isEqualTo("SUBMITTED");
		assertThat(state(command("suzuki", "approval", 3))).isEqualTo("APPROVED");
		assertThat(state(command("yamada", "confirmation", 3))).isEqualTo("CONFIRMED");

		await().atMost(SOON)
			.untilAsserted(
					() -> assertThat(eventsOf(this.report)).extracting((event) -> event.getClass().getSimpleName())
						.containsExactly("Opened", "Edited", "Submitted", "Approved", "Returned", "Commented", "Edited",
								"Submitted", "Approved", "Confirmed"));
		assertThat(eventsOf(this.report).get(4).report().comments()).singleElement()
			.satisfies((comment) -> assertThat(comment.text()).isEqualTo("何回ですか"));
		assertThat(eventsOf(this.report).get(5).report().comments()).isEmpty();
		assertThat(count("select count(*) from audit_entry where object_id = ?", this.report)).isEqualTo(9);
		assertThat(get("sato", "/api/evaluations/{id}/revisions", this.report).json().at("/items").size()).isEqualTo(6);
		assertThat(get("sato", "/api/evaluations/{id}/revisions/2", this.report).json()
			.at("/achievements/0/text")
			.stringValue()).isEqualTo("説明会を開いた。");
	}

	@Test
	void head_correctsAndApproves_andTheOldWordingIsKept() {
		edit("sato", 1, "説明会を開いた。");
		command("sato", "submission", 2);
		Answer approved = post("suzuki",
				Map.of("items", List
					.of(Map.of("id", this.report, "revision", 2, "correction", content("説明会を開きました。", "続けます。")))),
				path("approval"));
		assertThat(state(approved)).isEqualTo("APPROVED");
		assertThat(approved.json().at("/reports/0/revision").intValue()).isEqualTo(3);
		await().atMost(SOON).untilAsserted(() -> assertThat(eventsOf(this.report)).hasSize(4));
		ReportEvent.Approved event = (ReportEvent.Approved) eventsOf(this.report).get(3);
		assertThat(event.corrected()).isTrue();
		assertThat(event.before().achievements().get(0).text()).isEqualTo("説明会を開いた。");
		assertThat(event.report().content().achievements().get(0).text()).isEqualTo("説明会を開きました。");
		assertThat(get("suzuki", "/api/evaluations/{id}/revisions/2", this.report).status()).isEqualTo(200);
	}

	@Test
	void submission_isRefused_whileSomethingIsMissing() {
		Answer refused = command("sato", "submission", 1);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo("/content/achievements");
	}

	@Test
	void set_isRefusedWhole_whenOneRevisionWasNotRead() {
		UUID second = openReport(GoalFixture.annualGoal(DemoCity.CIVIC, this.year));
		edit("sato", 1, "一");
		put("sato", 1, Map.of("content", content("二", "続けます。")), "/api/evaluations/{id}", second);
		Answer refused = post("sato",
				Map.of("items", List.of(Map.of("id", this.report, "revision", 2), Map.of("id", second, "revision", 1))),
				path("submission"));
		assertThat(refused.status()).isEqualTo(412);
		assertThat(refused.json().at("/currentRevision").intValue()).isEqualTo(2);
		assertThat(count("select count(*) from report where fiscal_year = ? and state = 'SUBMITTED'", this.year))
			.isZero();
	}

	@Test
	void set_isRefusedWhole_whenOneReportIsOfAnotherUnit() {
		UUID foreign = openReport(GoalFixture.annualGoal(DemoCity.ENVIRONMENT, this.year));
		edit("sato", 1, "一");
		Answer refused = post("sato",
				Map.of("items",
						List.of(Map.of("id", this.report, "revision", 2), Map.of("id", foreign, "revision", 1))),
				path("submission"));
		assertThat(refused.status()).isEqualTo(404);
		assertThat(state(get("sato", sheet()))).isEqualTo("DRAFT");
	}

	@Test
	void edit_needsTheRevisionThatWasRead() {
		edit("sato", 1, "一");
		assertThat(edit("ito", 1, "二").status()).isEqualTo(412);
		assertThat(answer(as("sato").put()
			.uri("/api/evaluations/{id}", this.report)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}")
			.exchange()).status()).isEqualTo(428);
	}

	@Test
	void edit_refusesWhatIsNotTheCallersToSet() {
		for (String property : List.of("state", "ownerUnit", "municipality", "revision", "id", "approvedBy")) {
			assertThat(put("sato", 1, Map.of("content", content("一", ""), property, "x"), "/api/evaluations/{id}",
					this.report)
				.status()).as(property).isEqualTo(400);
		}
		assertThat(get("sato", "/api/evaluations/{id}", this.report).etag()).isEqualTo("\"1\"");
	}

	@Test
	void workingCopy_isOnesOwn_andGoesWithTheEdit() {
		Map<String, Object> typed = Map.of("baseRevision", 1, "content", content("途中", ""));
		assertThat(put("sato", 1, typed, "/api/evaluations/{id}/working-copy", this.report).json().has("updatedAt"))
			.isTrue();
		assertThat(get("sato", "/api/evaluations/{id}", this.report).json()
			.at("/workingCopy/content/achievements/0/text")
			.stringValue()).isEqualTo("途中");
		assertThat(get("ito", "/api/evaluations/{id}", this.report).json().at("/workingCopy").isNull()).isTrue();
		edit("sato", 1, "書きました。");
		assertThat(get("sato", "/api/evaluations/{id}", this.report).json().at("/workingCopy").isNull()).isTrue();
	}

	@Test
	void closedPeriod_refusesWithItsReason() {
		UUID late = openReport(GoalFixture.annualGoal(DemoCity.CIVIC, DemoCity.CLOSED_YEAR));
		Answer refused = put("sato", 1, Map.of("content", content("一", "")), "/api/evaluations/{id}", late);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.json().at("/type").stringValue()).isEqualTo("urn:meguri:problem:window-closed");
		JsonNode can = get("sato", "/api/evaluations/{id}", late).json().at("/can/edit");
		assertThat(can.at("/allowed").booleanValue()).isFalse();
		assertThat(can.at("/reason").stringValue()).isEqualTo("window-closed");
	}

	@Test
	void everyRefusalShown_isTheRefusalMet() {
		Map<String, Object> body = Map.of("items", items(1), "comments",
				List.of(Map.of("item", this.report, "text", "理由")));
		for (String person : List.of("sato", "suzuki", "yamada")) {
			JsonNode can = get(person, "/api/evaluations/{id}", this.report).json().at("/can");
			List<String> tried = new ArrayList<>();
			for (var action : Map
				.of("submit", "submission", "withdraw", "withdrawal", "approve", "approval", "return", "return",
						"confirm", "confirmation")
				.entrySet()) {
				JsonNode shown = can.at("/" + action.getKey());
				if (!shown.at("/allowed").booleanValue()) {
					Object command = action.getKey().equals("return") ? body : Map.of("items", items(1));
					assertThat(post(person, command, path(action.getValue())).json().at("/type").stringValue())
						.as("%s as %s", action.getKey(), person)
						.isEqualTo("urn:meguri:problem:" + shown.at("/reason").stringValue());
					tried.add(action.getKey());
				}
			}
			assertThat(tried).as(person).hasSize(5);
		}
	}

	@Test
	void sheet_showsGradesAndSums() {
		edit("sato", 1, "一");
		JsonNode sheet = get("sato", sheet()).json();
		assertThat(sheet.at("/unit/name").stringValue()).isEqualTo("くらし協働部");
		assertThat(sheet.at("/gradingScheme/grades/0/code").stringValue()).isEqualTo("A");
		assertThat(sheet.at("/window/status").stringValue()).isEqualTo("OPEN");
		JsonNode row = get("sato", "/api/evaluations/sheets?fiscalYear=" + this.year).json().at("/items/0");
		assertThat(row.at("/counts/DRAFT").intValue()).isEqualTo(1);
		assertThat(row.at("/total").intValue()).isEqualTo(1);
		assertThat(row.at("/whoseTurn/role").stringValue()).isEqualTo("STAFF");
	}

	@Test
	void comment_madeTwiceWithOneKey_isMadeOnce() {
		for (int i = 0; i < 2; i++) {
			assertThat(answer(as("sato").post()
				.uri("/api/evaluations/{id}/comments", this.report)
				.header("Idempotency-Key", "once-" + this.report)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"text\":\"確認します\"}")
				.exchange()).status()).isEqualTo(201);
		}
		assertThat(count("select count(*) from review_comment where item = ?", this.report)).isEqualTo(1);
	}

	private Answer edit(String person, long revision, String achievement) {
		return put(person, revision, Map.of("content", content(achievement, "続けます。")), "/api/evaluations/{id}",
				this.report);
	}

	private Answer command(String person, String command, long revision) {
		return post(person, Map.of("items", items(revision)), path(command));
	}

	private List<Map<String, Object>> items(long revision) {
		return List.of(Map.of("id", this.report, "revision", revision));
	}

	private static Map<String, Object> comment(String text, String inReplyTo) {
		return Map.of("text", text, "inReplyTo", inReplyTo);
	}

	private String sheet() {
		return "/api/evaluations/sheets/%d/%s?round=YEAR_END".formatted(this.year, DemoCity.CIVIC);
	}

	private String path(String command) {
		return "/api/evaluations/sheets/%d/%s/%s?round=YEAR_END".formatted(this.year, DemoCity.CIVIC, command);
	}

	private static String state(Answer sheet) {
		assertThat(sheet.status()).as(sheet.body()).isEqualTo(200);
		return sheet.json().at("/reports/0/state").stringValue();
	}

	private List<ReportEvent> eventsOf(UUID id) {
		return this.publisher.received(Topics.EVALUATIONS, ReportEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(id))
			.map(EventEnvelope::data)
			.toList();
	}

}
