package jp.meguri.evaluation.release;

import jp.meguri.test.EmbeddedPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.DatabaseProperties;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.evaluation.Replay;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.events.evaluation.ReportEvent;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class ReleaseIT extends EvaluationIT {

	@Autowired
	private DatabaseProperties database;

	private int year;

	private UUID missionReport;

	private UUID goalReport;

	private GoalFixture goal;

	@BeforeEach
	void confirmGoals() {
		this.year = freshYear();
		GoalFixture mission = GoalFixture.annualGoal(DemoCity.CIVIC, this.year).as(GoalKind.MISSION_AND_POLICIES, 1);
		GoalFixture midTerm = GoalFixture.annualGoal(DemoCity.CIVIC, this.year).as(GoalKind.MID_TERM_GOAL, 1);
		this.goal = GoalFixture.annualGoal(DemoCity.CIVIC, this.year).ledBy(DemoCity.COLLAB);
		announce(midTerm.confirmed());
		this.missionReport = openReport(mission);
		this.goalReport = openReport(this.goal);
		await().atMost(SOON)
			.until(() -> count("select count(*) from goal_copy where fiscal_year = ? and confirmed_revision = 2",
					this.year) == 3);
	}

	@Test
	void initialRelease_isReadByAnyone() {
		JsonNode check = check("INITIAL");
		assertThat(check.at("/ready").booleanValue()).isTrue();
		assertThat(check.at("/items").size()).isEqualTo(3);
		assertThat(page().status()).isEqualTo(404);

		Answer released = release("INITIAL", check.at("/items"), null);
		assertThat(released.status()).as(released.body()).isEqualTo(201);
		assertThat(released.json().at("/state").stringValue()).isEqualTo("PUBLISHED");
		assertThat(released.json().at("/address").stringValue())
			.isEqualTo("/published/nagisa/%d/civic".formatted(this.year));

		Document page = Jsoup.parse(page().body());
		assertThat(page.select("h1").text()).contains("くらし協働部");
		assertThat(page.text()).contains("くらしを支えます。", "協働の推進 <1>", "主管課：協働推進課", "1-1-① 協働のまちづくり", "該当なし", "【今年度末に記載】",
				"令和8年度：設計", "渚企第1号", released.json().at("/sha256").stringValue());
		assertThat(page.select("table.annual .plan").eachText()).containsExactly("総合計画", "basic-policy");
		await().atMost(SOON)
			.untilAsserted(
					() -> assertThat(releaseEvents()).singleElement().isInstanceOf(ReleaseEvent.Published.class));
		assertThat(count("select count(*) from audit_entry where object_id = ?",
				UUID.fromString(released.json().at("/id").stringValue())))
			.isEqualTo(1);
	}

	@Test
	void page_isSafeToShowAndToCache() {
		release("INITIAL", check("INITIAL").at("/items"), null);
		HttpHeaders headers = anyone().get()
			.uri("/published/nagisa/{year}/civic", this.year)
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'",
				"frame-ancestors 'none'");
		assertThat(headers.getContentType()).isNotNull().matches(MediaType.TEXT_HTML::isCompatibleWith);
		assertThat(headers.getCacheControl()).contains("max-age=60");
		assertThat(answer(anyone().get().uri("/published/assets/published.css").exchange()).body()).contains("@page");
		assertThat(page().body()).contains("&lt;1&gt;").doesNotContain("<script", "style=");
	}

	@Test
	void document_comesAsItsCanonicalBytes() {
		String hash = release("INITIAL", check("INITIAL").at("/items"), null).json().at("/sha256").stringValue();
		Answer document = open("/api/public/nagisa/{year}/civic", this.year);
		assertThat(document.status()).isEqualTo(200);
		assertThat(document.etag()).isEqualTo("\"" + hash + "\"");
		assertThat(new CanonicalDocument(document.body(), hash).isIntact()).isTrue();
		assertThat(CanonicalDocument.canonical(document.body())).isEqualTo(document.body());
		assertThat(document.json().at("/annualGoals/0/leadSection").stringValue()).isEqualTo("協働推進課");
		assertThat(anyone().get()
			.uri("/api/public/nagisa/{year}/civic", this.year)
			.header("If-None-Match", "\"" + hash + "\"")
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value()).isEqualTo(304);
		assertThat(open("/api/public/nagisa/{year}/civic?secret=1", this.year).status()).isEqualTo(400);
	}

	@Test
	void release_isRefused_whenARevisionDiffers() {
		JsonNode items = check("INITIAL").at("/items");
		announce(this.goal.amended());
		await().atMost(SOON)
			.until(() -> count("select count(*) from goal_copy where id = ? and confirmed_revision = 3",
					this.goal.id()) == 1);
		Answer refused = release("INITIAL", items, null);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.json().at("/type").stringValue()).isEqualTo("urn:meguri:problem:release-differs");
		assertThat(refused.json().at("/items").size()).isEqualTo(3);
		assertThat(page().status()).isEqualTo(404);
		assertThat(release("INITIAL", check("INITIAL").at("/items"), null).status()).isEqualTo(201);
	}

	@Test
	void initialRelease_isRefused_whileAGoalIsNotConfirmed() {
		GoalFixture second = GoalFixture.annualGoal(DemoCity.CIVIC, this.year).as(GoalKind.ANNUAL_GOAL, 2);
		announce(second.drafted());
		await().atMost(SOON).until(() -> count("select count(*) from goal_copy where id = ?", second.id()) == 1);
		JsonNode check = check("INITIAL");
		assertThat(check.at("/ready").booleanValue()).isFalse();
		assertThat(check.at("/problems/0/ja").stringValue()).isEqualTo("当年度目標 2が確定していません。");
		assertThat(check.at("/problems/0/link").stringValue())
			.isEqualTo("/sheets/%d/%s#goal-%s".formatted(this.year, DemoCity.CIVIC, second.id()));
		Answer refused = release("INITIAL", check.at("/items"), null);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.json().at("/type").stringValue()).isEqualTo("urn:meguri:problem:release-not-ready");
		announce(second.deleted());
		await().atMost(SOON).until(() -> check("INITIAL").at("/ready").booleanValue());
	}

	@Test
	void finalRelease_needsConfirmedReports_andShowsThem() {
		assertThat(release("FINAL", check("FINAL").at("/items"), null).status()).isIn(409, 422);
		confirmReports();
		JsonNode check = check(null);
		assertThat(check.at("/kind").stringValue()).isEqualTo("FINAL");
		Answer released = release("FINAL", check.at("/items"), null);
		assertThat(released.status()).as(released.body()).isEqualTo(201);
		assertThat(Jsoup.parse(page().body()).text()).contains("四校区で開きました。", "残る校区でも開きます。", "市民とともに取り組みました。", "目標を達成した")
			.doesNotContain("【今年度末に記載】");
		assertThat(get("sato", "/api/evaluations/{id}", this.goalReport).json().at("/state").stringValue())
			.isEqualTo("PUBLISHED_FINAL");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(this.publisher.received(Topics.EVALUATIONS, ReportEvent.class))
				.filteredOn((event) -> event.aggregateId().equals(this.goalReport))
				.extracting(EventEnvelope::data)
				.last()
				.isInstanceOf(ReportEvent.Published.class));
	}

	@Test
	void correction_isANewEdition_andTheOldOneStaysReadable() {
		release("INITIAL", check("INITIAL").at("/items"), null);
		String first = open("/api/public/nagisa/{year}/civic", this.year).body();
		announce(this.goal.amended());
		await().atMost(SOON)
			.until(() -> count("select count(*) from goal_copy where id = ? and confirmed_revision = 3",
					this.goal.id()) == 1);
		assertThat(release("INITIAL", check("INITIAL").at("/items"), null).json().at("/edition").intValue())
			.isEqualTo(2);

		assertThat(Jsoup.parse(page().body()).text()).contains("（第3版）", "第2版（当初公表）");
		Answer old = open("/published/nagisa/{year}/civic/editions/1", this.year);
		assertThat(old.status()).isEqualTo(200);
		assertThat(Jsoup.parse(old.body()).text()).contains("（第2版）", "最新の版ではありません", "最新の版を見る");
		assertThat(open("/api/public/nagisa/{year}/civic/editions/1", this.year).body()).isEqualTo(first);
		assertThat(get("tanaka", "/api/evaluations/releases?fiscalYear=" + this.year).json().at("/items").size())
			.isEqualTo(2);
	}

	@Test
	void publishedDocument_cannotBeChanged() {
		release("INITIAL", check("INITIAL").at("/items"), null);
		assertThatThrownBy(() -> query("update release set document = '{}' where fiscal_year = ? returning 1",
				Integer.class, this.year))
			.hasStackTraceContaining("cannot be changed");
	}

	@Test
	void documentThatWasTamperedWith_isNotShown() {
		release("INITIAL", check("INITIAL").at("/items"), null);
		assertThat(page().status()).isEqualTo(200);
		tamper();
		assertThat(page().status()).isEqualTo(500);
		assertThat(open("/api/public/nagisa/{year}/civic", this.year).status()).isEqualTo(500);
	}

	@Test
	void withdrawnRelease_isGone_andSaysWhyToTheCity() {
		confirmReports();
		String id = release("FINAL", check("FINAL").at("/items"), null).json().at("/id").stringValue();
		assertThat(page().status()).isEqualTo(200);
		assertThat(post("yamada", Map.of("reason", " "), "/api/evaluations/releases/{id}/withdrawal", id).status())
			.isEqualTo(422);
		Answer withdrawn = post("yamada", Map.of("reason", "個人名の誤掲載"), "/api/evaluations/releases/{id}/withdrawal", id);
		assertThat(withdrawn.json().at("/state").stringValue()).isEqualTo("WITHDRAWN");
		assertThat(withdrawn.json().at("/can/withdraw/reason").stringValue()).isEqualTo("wrong-state");

		assertThat(page().status()).isEqualTo(404);
		assertThat(page().body()).doesNotContain("四校区", "個人名");
		assertThat(open("/published/nagisa/{year}/civic/editions/1", this.year).status()).isEqualTo(404);
		assertThat(open("/api/public/nagisa/{year}/civic", this.year).status()).isEqualTo(404);
		assertThat(get("sato", "/api/evaluations/releases/{id}", id).status()).isEqualTo(404);
		assertThat(get("yamada", "/api/evaluations/releases/{id}", id).json().at("/withdrawnWhy").stringValue())
			.isEqualTo("個人名の誤掲載");
		assertThat(post("yamada", Map.of("reason", "再度"), "/api/evaluations/releases/{id}/withdrawal", id).status())
			.isEqualTo(409);
		assertThat(get("sato", "/api/evaluations/{id}", this.goalReport).json().at("/state").stringValue())
			.isEqualTo("CONFIRMED");
		assertThat(release("FINAL", check("FINAL").at("/items"), null).json().at("/edition").intValue()).isEqualTo(2);
	}

	@Test
	void scheduledRelease_becomesPublicAtItsTime() {
		JsonNode items = check("INITIAL").at("/items");
		Answer scheduled = release("INITIAL", items, Instant.now().plusSeconds(4));
		assertThat(scheduled.json().at("/state").stringValue()).isEqualTo("SCHEDULED");
		assertThat(page().status()).isEqualTo(404);
		assertThat(get("sato", "/api/evaluations/releases/{id}", scheduled.json().at("/id").stringValue()).status())
			.isEqualTo(404);
		assertThat(release("INITIAL", items, null).json().at("/type").stringValue())
			.isEqualTo("urn:meguri:problem:release-scheduled");
		await().atMost(SOON).until(() -> page().status() == 200);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(releaseEvents()).extracting((event) -> event.getClass().getSimpleName())
				.containsExactly("Scheduled", "Published"));
	}

	@Test
	void sameRequestAgain_publishesOnce() {
		Map<String, Object> body = order("INITIAL", check("INITIAL").at("/items"), null);
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			ids.add(answer(as("yamada").post()
				.uri("/api/evaluations/releases")
				.header("Idempotency-Key", "release-" + this.year)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body))
				.exchange()).json().at("/id").stringValue());
		}
		assertThat(ids.get(1)).isEqualTo(ids.get(0));
		assertThat(count("select count(*) from release where fiscal_year = ?", this.year)).isEqualTo(1);
	}

	@Test
	void publicRole_seesWhatIsPublishedAndNothingElse() throws SQLException {
		String id = release("INITIAL", check("INITIAL").at("/items"), null).json().at("/id").stringValue();
		DatabaseProperties.Login login = this.database.publicRead();
		String url = "jdbc:postgresql://%s:%d/%s".formatted(this.database.host(), this.database.port(),
				this.database.name());
		try (Connection connection = DriverManager.getConnection(url, login.username(), login.password());
				Statement statement = connection.createStatement()) {
			String mine = "select count(*) from release where fiscal_year = " + this.year;
			assertThat(number(statement, mine)).isEqualTo(1);
			post("yamada", Map.of("reason", "誤り"), "/api/evaluations/releases/{id}/withdrawal", id);
			assertThat(number(statement, mine)).isZero();
			for (String refused : List.of("select withdrawn_why from release", "select released_by_name from release",
					"select * from release", "select * from report", "select * from goal_revision",
					"select * from release_item", "select * from audit_entry", "select * from directory_person",
					"update release set state = 'PUBLISHED'", "delete from release",
					"select set_config('meguri.municipality', '%s', false); select * from report"
						.formatted(DemoCity.NAGISA))) {
				assertThatThrownBy(() -> statement.execute(refused)).as(refused)
					.hasMessageContaining("permission denied");
			}
		}
	}

	@Test
	void index_listsWhatIsPublished() {
		release("INITIAL", check("INITIAL").at("/items"), null);
		Document index = Jsoup.parse(open("/published/nagisa").body());
		assertThat(index.select("a[href=/published/nagisa/" + this.year + "/civic]").text()).isEqualTo("くらし協働部");
		assertThat(open("/published/tsukimi").body()).contains("つきみ市", "公表された資料はまだありません。");
		assertThat(open("/published/unknown").status()).isEqualTo(404);
		assertThat(open("/published/operations").status()).isEqualTo(404);
	}

	@Test
	void whatIsNotPublished_isNotFound() {
		for (String path : List.of("/published/nagisa/%d/civic", "/published/nagisa/%d/environment",
				"/published/nagisa/%d/civic/editions/1", "/published/tsukimi/%d/civic", "/published/nagisa/%d/%%20",
				"/published/nagisa/x%d/civic", "/published/nagisa/%d/civic/editions/-1",
				"/published/nagisa/%d9999999999/civic", "/api/public/nagisa/%d/civic",
				"/api/public/nagisa/x%d/civic")) {
			Answer answer = answer(
					anyone().get().uri(java.net.URI.create(base() + path.formatted(this.year))).exchange());
			assertThat(answer.status()).as(path).isEqualTo(404);
		}
		for (String path : List.of("/published/%00", "/api/public/nagisa/2026/%00",
				"/published/nagisa/2026/..%2fcivic")) {
			assertThat(answer(anyone().get().uri(java.net.URI.create(base() + path)).exchange()).status()).as(path)
				.isIn(400, 404);
		}
		for (String path : List.of("/published/nagisa/{year}/civic", "/published/nagisa/x{year}/civic",
				"/published/nagisa/{year}", "/published/nagisa/{year}/civic/editions/1")) {
			assertThat(open(path, this.year).body()).as(path).contains("ページがありません");
		}
		assertThat(open("/api/public/cities").json().at("/items").toString())
			.isEqualTo("[{\"slug\":\"nagisa\",\"name\":\"なぎさ市\"},{\"slug\":\"tsukimi\",\"name\":\"つきみ市\"}]");
		assertThat(answer(anyone().post().uri("/published/nagisa/{year}/civic", this.year).exchange()).status())
			.isEqualTo(405);
	}

	@Test
	void replayOfTheGoals_doesNotTouchWhatIsPublished() {
		release("INITIAL", check("INITIAL").at("/items"), null);
		String before = page().body();
		Replay.again(this.publisher, Topics.GOALS);
		Replay.awaitConsumed();
		assertThat(page().body()).isEqualTo(before);
	}

	private void confirmReports() {
		put("sato", 1, Map.of("content", review()), "/api/evaluations/{id}", this.missionReport);
		put("sato", 1, Map.of("content", graded()), "/api/evaluations/{id}", this.goalReport);
		List<Map<String, Object>> items = List.of(Map.of("id", this.missionReport, "revision", 2),
				Map.of("id", this.goalReport, "revision", 2));
		for (Map.Entry<String, String> step : List.of(Map.entry("sato", "submission"), Map.entry("suzuki", "approval"),
				Map.entry("yamada", "confirmation"))) {
			Answer answer = post(step.getKey(), Map.of("items", items),
					"/api/evaluations/sheets/{year}/{unit}/" + step.getValue(), this.year, DemoCity.CIVIC);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		}
	}

	private Map<String, Object> graded() {
		Map<String, Object> content = new HashMap<>(parts());
		content.put("achievements", List.of(block("四校区で開きました。")));
		content.put("directions", List.of(block("残る校区でも開きます。")));
		content.put("outcomes", List
			.of(Map.of("action", this.goal.action(), "outcome", "DONE_LATE", "month", "2026-10-01", "note", "会場の都合")));
		content.put("grade", Map.of("scheme", DemoCity.SCHEME, "code", "A", "comment", "計画を上回った"));
		content.put("nextStep", "EXPAND");
		return content;
	}

	private static Map<String, Object> review() {
		Map<String, Object> content = new HashMap<>(parts());
		content.put("review", List.of(block("市民とともに取り組みました。")));
		return content;
	}

	private static Map<String, Object> parts() {
		return Map.of("review", List.of(), "achievements", List.of(), "directions", List.of(), "outcomes", List.of(),
				"figures", List.of());
	}

	private static Map<String, Object> block(String text) {
		return Map.of("id", UUID.randomUUID(), "level", 1, "marker", "○", "text", text, "tags", List.of());
	}

	private JsonNode check(@Nullable String kind) {
		String path = "/api/evaluations/sheets/{year}/{unit}/release-check" + ((kind != null) ? "?kind=" + kind : "");
		return get("yamada", path, this.year, DemoCity.CIVIC).json();
	}

	private Answer release(String kind, JsonNode items, @Nullable Instant publishAt) {
		return post("yamada", order(kind, items, publishAt), "/api/evaluations/releases");
	}

	private Map<String, Object> order(String kind, JsonNode items, @Nullable Instant publishAt) {
		Map<String, Object> order = new HashMap<>(
				Map.of("fiscalYear", this.year, "unit", DemoCity.CIVIC, "kind", kind, "items", items, "decisionDate",
						LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(), "documentNumber", "渚企第1号"));
		if (publishAt != null) {
			order.put("publishAt", publishAt.toString());
		}
		return order;
	}

	private Answer page() {
		return open("/published/nagisa/{year}/civic", this.year);
	}

	private Answer open(String path, Object... variables) {
		return answer(anyone().get().uri(path, variables).exchange());
	}

	private List<ReleaseEvent> releaseEvents() {
		return this.publisher.received(Topics.EVALUATIONS, ReleaseEvent.class)
			.stream()
			.map(EventEnvelope::data)
			.filter((event) -> event.release().fiscalYear() == this.year)
			.toList();
	}

	private static long number(Statement statement, String sql) throws SQLException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	// As somebody could who owns the server.
	private void tamper() {
		try (Connection connection = EmbeddedPlatform.get().superuser("evaluation").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("set session_replication_role = replica");
			assertThat(statement.executeUpdate(
					"update release set document = replace(document, '渚', '汀') " + "where fiscal_year = " + this.year))
				.isOne();
			statement.execute("set session_replication_role = default");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
