package jp.meguri.goals.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An indicator that goals of several years share. */
@MeguriIT
class IndicatorIT {

	private static final String PATH = "/api/goals/indicators";

	@LocalServerPort
	private int port;

	private Desk desk;

	@BeforeEach
	void people() {
		this.desk = new Desk(this.port);
	}

	@Test
	void goalsOfTwoYears_shareAnIndicator_withWhatWasReached() {
		String id = add(this.desk.sato, "地域活動の参加者数", "名").text("/id");
		int first = this.desk.office.openYear();
		int second = this.desk.office.openYear();
		Named earlier = this.desk.draft(first, citing(id, "参加者数 1,200人以上"));
		Named later = this.desk.draft(second, citing(id, "参加者数 1,500人以上"));
		report(earlier, first, ReviewState.CONFIRMED, figure(id, "1,260名"));
		report(later, second, ReviewState.DRAFT, figure(id, "1,410名"), figure(null, "3回"));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.desk.sato.get(PATH + "/" + id).body().at("/years/0/goals/0/actuals").size() == 1
					&& this.desk.sato.get(PATH + "/" + id).body().at("/years/1/goals/0/actuals").size() == 1);
		JsonNode seen = this.desk.sato.get(PATH + "/" + id).body();
		assertThat(values(seen.at("/years"), "fiscalYear")).containsExactly("" + second, "" + first);
		assertThat(seen.at("/years/0/goals/0/targets/0/value").asString()).isEqualTo("1500");
		assertThat(seen.at("/years/0/goals/0/actuals/0/standing/met").asBoolean()).isFalse();
		assertThat(seen.at("/years/0/goals/0/actuals/0/standing/percent").asString()).isEqualTo("94.0");
		assertThat(seen.at("/years/1/goals/0/actuals/0/standing/difference").asString()).isEqualTo("60");
		assertThat(seen.at("/years/1/goals/0/actuals/0/written").asString()).isEqualTo("1,260名");
		// Drafts and unconfirmed reports are their unit's only.
		assertThat(this.desk.tanaka.get(PATH + "/" + id).body().at("/years")).isEmpty();
		assertThat(row(this.desk.tanaka, id).get("goals").asInt()).isZero();
		assertThat(row(this.desk.sato, id).get("goals").asInt()).isEqualTo(2);
		assertThat(row(this.desk.sato, id).get("firstYear").asInt()).isEqualTo(first);
	}

	@Test
	void confirmedGoal_isSeenByOthers_butNotItsOpenReport() {
		String id = add(this.desk.sato, "相談件数", "件").text("/id");
		int year = this.desk.office.openYear();
		Named goal = this.desk.draft(year, citing(id, "相談 120件以上"));
		this.desk.sato.post(Desk.sheet(year) + "/submission", Desk.items(goal));
		this.desk.suzuki.post(Desk.sheet(year) + "/approval", Desk.items(goal));
		this.desk.yamada.post(Desk.sheet(year) + "/confirmation", Desk.items(goal));
		report(goal, year, ReviewState.DRAFT, figure(id, "100件"));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.desk.sato.get(PATH + "/" + id).body().at("/years/0/goals/0/actuals").size() == 1);
		JsonNode others = this.desk.tanaka.get(PATH + "/" + id).body();
		assertThat(others.at("/years/0/goals/0/title").asString()).isEqualTo("地域の交流の場を増やす");
		assertThat(others.at("/years/0/goals/0/actuals")).isEmpty();
	}

	@Test
	void sameNameAndUnit_isTheSameIndicator() {
		assertThat(add(this.desk.sato, "市税徴収率", "％").status()).isEqualTo(201);
		Answer again = add(this.desk.tanaka, "市税 徴収率", "%");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text("/type")).endsWith("already-exists");
		assertThat(add(this.desk.sato, "市税徴収率", "件").status()).isEqualTo(201);
		assertThat(values(this.desk.tanaka.get(PATH + "?q=税徴収").body().at("/items"), "unit"))
			.containsExactlyInAnyOrder("%", "件");
		assertThat(this.desk.sato.post(PATH, Map.of("name", " ", "direction", "MORE_IS_BETTER")).status())
			.isEqualTo(422);
	}

	@Test
	void otherCities_andOperators_seeNothingOfIt() {
		String id = add(this.desk.sato, "なぎさ市だけの指標", "回").text("/id");
		assertThat(this.desk.hayashi.get(PATH + "/" + id).status()).isEqualTo(404);
		assertThat(this.desk.hayashi.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(this.desk.hayashi.get(PATH + "?q=なぎさ市だけ").body().at("/items")).isEmpty();
		assertThat(this.desk.hayashi.put(PATH + "/" + id, words("盗んだ指標", "回"), 1L).status()).isEqualTo(404);
		assertThat(this.desk.ops.get(PATH).status()).isEqualTo(403);
		assertThat(this.desk.nobody.get(PATH).status()).isEqualTo(401);
		String foreign = add(this.desk.nagisa("yamada"), "別の指標", "回").text("/id");
		assertThat(foreign).isNotEqualTo(id);
		int year = this.desk.office.openYear();
		Answer refused = this.desk.sato.post(Desk.sheet(year) + "/goals",
				Contents.adding(GoalKind.ANNUAL_GOAL, citing(UUID.randomUUID().toString(), "3校区以上")));
		assertThat(refused.text("/errors/0/pointer")).isEqualTo("/content/targets/0/indicator");
	}

	@Test
	void planners_correctIt_inTheRevisionTheyRead() {
		String id = add(this.desk.sato, "刑法犯の認知件数", "件").text("/id");
		Map<String, Object> words = Map.of("name", "刑法犯認知件数", "unit", "件", "direction", "LESS_IS_BETTER");
		assertThat(this.desk.sato.get(PATH + "/" + id).body().at("/can/edit/allowed").asBoolean()).isFalse();
		assertThat(this.desk.sato.put(PATH + "/" + id, words, 1L).status()).isEqualTo(403);
		Answer changed = this.desk.yamada.put(PATH + "/" + id, words, 1L);
		assertThat(changed.text("/direction")).isEqualTo("LESS_IS_BETTER");
		assertThat(this.desk.yamada.put(PATH + "/" + id, words, 1L).status()).isEqualTo(412);
		String other = add(this.desk.sato, "交通事故の件数", "件").text("/id");
		assertThat(this.desk.yamada.put(PATH + "/" + other, words, 1L).status()).isEqualTo(409);
	}

	private Answer add(Caller caller, String name, String unit) {
		return caller.post(PATH, words(name, unit));
	}

	private static Map<String, Object> words(String name, String unit) {
		return Map.of("name", name, "unit", unit, "direction", "MORE_IS_BETTER");
	}

	private JsonNode row(Caller caller, String id) {
		for (JsonNode row : caller.get(PATH + "?q=地域活動").body().at("/items")) {
			if (row.get("id").asString().equals(id)) {
				return row;
			}
		}
		throw new AssertionError("not in the list");
	}

	private static GoalContent citing(String indicator, String text) {
		return Contents.annualGoal("地域の交流の場を増やす")
			.withTargets(List.of(new GoalTarget(UUID.randomUUID(), "", null, text, UUID.fromString(indicator))));
	}

	private static Figure figure(String indicator, String value) {
		return new Figure(UUID.randomUUID(), null, "実績", value, LocalDate.of(2026, 9, 30), Certainty.FINAL,
				(indicator != null) ? UUID.fromString(indicator) : null);
	}

	private void report(Named goal, int year, ReviewState state, Figure... figures) {
		UUID id = UUID.randomUUID();
		ReportContent content = new ReportContent(List.of(), List.of(), List.of(), List.of(), List.of(figures), null,
				null);
		UUID sheet = UUID.randomUUID();
		ReportSnapshot report = new ReportSnapshot(id, goal.id(), 1, "", sheet, Office.CIVIC, year, Round.YEAR_END,
				state, 1, content, List.of(), null);
		this.desk.office.events()
			.publish(EventEnvelope.of(Office.NAGISA, "report", id, 1, sheet, Instant.now(), CycleMode.LIVE,
					EventActor.SYSTEM, null, new ReportEvent.Edited(report)), Topics.EVALUATIONS);
	}

	private static List<String> values(JsonNode array, String field) {
		List<String> values = new ArrayList<>();
		array.forEach((item) -> values.add(item.get(field).asString()));
		return values;
	}

}
