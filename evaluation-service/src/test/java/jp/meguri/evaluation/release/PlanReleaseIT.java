package jp.meguri.evaluation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.content.GoalKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sheet of a plan is published as a unit's is. */
class PlanReleaseIT extends EvaluationIT {

	private static final String CHECK = "/api/evaluations/plan-sheets/{year}/{edition}/release-check?kind=INITIAL";

	private final UUID edition = UUID.randomUUID();

	private final int year = freshYear();

	@Test
	void sheetOfAPlan_isChecked_published_andReadByAnyone() {
		announce(goal(DemoCity.CIVIC, 1).confirmed());
		announce(goal(DemoCity.ENVIRONMENT, 2).drafted());
		await().atMost(SOON).until(() -> check("yamada").json().at("/problems").size() == 2);
		JsonNode open = check("yamada").json();
		assertThat(open.at("/ready").booleanValue()).isFalse();
		assertThat(open.at("/problems").toString()).contains("release.goal-not-confirmed", "release.plan-unknown",
				"/plan-sheets/%d/%s#goal-".formatted(this.year, this.edition));
		assertThat(release("yamada", open.at("/items")).status()).isEqualTo(409);
		announce(goal(DemoCity.ENVIRONMENT, 2).confirmed());
		announcePlan();
		await().atMost(SOON).until(() -> check("yamada").json().at("/ready").booleanValue());
		JsonNode items = check("yamada").json().at("/items");
		assertThat(items.size()).isEqualTo(2);

		Answer released = release("yamada", items);
		assertThat(released.status()).as(released.body()).isEqualTo(201);
		assertThat(released.json().at("/ofPlan").booleanValue()).isTrue();
		assertThat(released.json().at("/unitName").stringValue()).isEqualTo("地域福祉計画 第4期");
		assertThat(released.json().at("/edition").asInt()).isEqualTo(1);
		Answer page = answer(anyone().get().uri(released.json().at("/address").stringValue()).exchange());
		Document shown = Jsoup.parse(page.body());
		assertThat(shown.select("h1").text()).contains("地域福祉計画 第4期", "計画の取組").doesNotContain("部局目標");
		assertThat(shown.text())
			.contains("3校区以上", "地域で支えあいます。", "年度の取組と実績", released.json().at("/sha256").stringValue())
			.doesNotContain("部局の使命", "補職", "中期目標");
		assertThat(release("yamada", items).json().at("/edition").asInt()).isEqualTo(2);
	}

	@Test
	void onlyPlannersOfTheCity_publishIt() {
		announce(goal(DemoCity.CIVIC, 1).confirmed());
		announcePlan();
		await().atMost(SOON).until(() -> check("yamada").json().at("/ready").booleanValue());
		JsonNode items = check("yamada").json().at("/items");
		assertThat(check("sato").status()).isEqualTo(403);
		assertThat(release("sato", items).status()).isEqualTo(403);
		assertThat(check("hayashi").status()).isEqualTo(404);
		assertThat(release("hayashi", items).status()).isEqualTo(404);
		assertThat(get("yamada", CHECK, this.year, UUID.randomUUID()).status()).isEqualTo(404);
	}

	private GoalFixture goal(UUID unit, int number) {
		GoalFixture goal = GoalFixture.annualGoal(unit, this.year).on(this.edition);
		return new GoalFixture(goal.city(), DemoCity.id("released" + number + this.edition), goal.sheet(), unit,
				this.year, GoalKind.ANNUAL_GOAL, number, goal.mode(), null, this.edition);
	}

	private void announcePlan() {
		PlanEditionChanged plan = new PlanEditionChanged(this.edition, UUID.randomUUID(), "welfare-plan", "地域福祉計画",
				"第4期", this.year, this.year + 4, List.of());
		this.publisher.publish(EventEnvelope.of(DemoCity.NAGISA, "catalog", this.edition, 1, DemoCity.NAGISA,
				Instant.now(), CycleMode.LIVE, EventActor.SYSTEM, null, plan), Topics.CATALOG);
	}

	private Answer check(String subject) {
		return get(subject, CHECK, this.year, this.edition);
	}

	private Answer release(String subject, JsonNode items) {
		Map<String, Object> order = new HashMap<>(
				Map.of("fiscalYear", this.year, "planEdition", this.edition, "kind", "INITIAL", "items", items,
						"decisionDate", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(), "documentNumber", "渚企第7号"));
		return post(subject, order, "/api/evaluations/releases");
	}

}
