package jp.meguri.evaluation.report;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The access matrix for reports and releases, at the service's own port: STF sato, STFx
 * tanaka, HED suzuki, HEDx kudo, PLN yamada, PLNm hayashi, OPR ops.
 */
class ReportAccessIT extends EvaluationIT {

	private static final List<String> PEOPLE = List.of("sato", "tanaka", "suzuki", "kudo", "yamada", "hayashi", "ops");

	private int year;

	private UUID draft;

	private UUID confirmed;

	@BeforeEach
	void openReports() {
		this.year = freshYear();
		this.draft = openReport(GoalFixture.annualGoal(DemoCity.CIVIC, this.year));
		this.confirmed = openReport(GoalFixture.annualGoal(DemoCity.CIVIC, this.year));
		confirm(this.confirmed);
	}

	@Test
	void draft_isReadByItsUnitAndPlanningOnly() {
		assertThat(statuses((person) -> get(person, "/api/evaluations/{id}", this.draft))).containsExactly(200, 404,
				200, 404, 200, 404, 403);
		String random = get("tanaka", "/api/evaluations/{id}", UUID.randomUUID()).body();
		String foreign = get("tanaka", "/api/evaluations/{id}", this.draft).body();
		assertThat(withoutIds(foreign)).isEqualTo(withoutIds(random));
	}

	@Test
	void confirmedReport_isReadByTheWholeCity() {
		assertThat(statuses((person) -> get(person, "/api/evaluations/{id}", this.confirmed))).containsExactly(200, 200,
				200, 200, 200, 404, 403);
		assertThat(statuses((person) -> get(person, "/api/evaluations/{id}/revisions", this.confirmed)))
			.containsExactly(200, 403, 200, 403, 200, 404, 403);
		assertThat(get("tanaka", "/api/evaluations/{id}", this.confirmed).json().at("/comments").size()).isZero();
	}

	@Test
	void reportOfADeletedGoal_isNotThere() {
		GoalFixture goal = GoalFixture.annualGoal(DemoCity.CIVIC, this.year);
		UUID report = openReport(goal);
		announce(goal.deleted());
		await().atMost(SOON).until(() -> get("sato", "/api/evaluations/{id}", report).status() == 404);
		assertThat(get("sato", "/api/evaluations/{id}", report).json().at("/type").stringValue())
			.isEqualTo("urn:meguri:problem:not-found");
	}

	@Test
	void draft_isWrittenByItsUnitOnly() {
		for (Map.Entry<String, Integer> expected : Map
			.of("tanaka", 404, "kudo", 404, "yamada", 403, "hayashi", 404, "ops", 403)
			.entrySet()) {
			assertThat(edit(expected.getKey(), this.draft, 1)).as(expected.getKey()).isEqualTo(expected.getValue());
		}
		assertThat(edit("sato", this.draft, 1)).isEqualTo(200);
		assertThat(edit("suzuki", this.draft, 2)).isEqualTo(200);
	}

	@Test
	void confirmedReport_isWrittenByNobody() {
		assertThat(statuses((person) -> put(person, 2, Map.of("content", content("変更", "変更")), "/api/evaluations/{id}",
				this.confirmed)))
			.containsExactly(409, 403, 409, 403, 403, 404, 403);
	}

	@Test
	void commands_followTheMatrix() {
		edit("sato", this.draft, 1);
		assertThat(commands("confirmation", 2)).containsExactly(403, 404, 403, 404, 409, 404, 403);
		assertThat(commands("approval", 2)).containsExactly(403, 404, 409, 404, 403, 404, 403);
		assertThat(command("sato", "submission", 2)).isEqualTo(200);
		assertThat(commands("submission", 2)).containsExactly(409, 404, 409, 404, 403, 404, 403);
		assertThat(command("suzuki", "approval", 2)).isEqualTo(200);
	}

	@Test
	void twoPosts_grantExactlyTheirUnits() {
		UUID environment = openReport(GoalFixture.annualGoal(DemoCity.ENVIRONMENT, this.year));
		UUID planning = openReport(GoalFixture.annualGoal(DemoCity.PLANNING, this.year));
		assertThat(get("ito", "/api/evaluations/{id}", this.draft).status()).isEqualTo(200);
		assertThat(get("ito", "/api/evaluations/{id}", environment).status()).isEqualTo(200);
		assertThat(get("ito", "/api/evaluations/{id}", planning).status()).isEqualTo(404);
		assertThat(edit("ito", this.draft, 1)).isEqualTo(200);
		assertThat(command("ito", "approval", 2)).isEqualTo(403);
	}

	@Test
	void sectionNamedInTheGoal_readsTheDraftAndDoesNotWriteIt() {
		UUID named = openReport(GoalFixture.annualGoal(DemoCity.ENVIRONMENT, this.year).ledBy(DemoCity.COLLAB));
		assertThat(get("takahashi", "/api/evaluations/{id}", named).status()).isEqualTo(200);
		assertThat(edit("takahashi", named, 1)).isEqualTo(403);
		assertThat(post("takahashi", Map.of("text", "確認しました"), "/api/evaluations/{id}/comments", named).status())
			.isEqualTo(201);
		assertThat(get("takahashi", "/api/evaluations/{id}", this.draft).status()).isEqualTo(404);
	}

	@Test
	void lists_tellNothingOfWhatIsHidden() {
		String list = "/api/evaluations/sheets?fiscalYear=" + this.year;
		assertThat(get("sato", list).json().at("/items/0/total").intValue()).isEqualTo(2);
		assertThat(get("tanaka", list).json().at("/items/0/total").intValue()).isEqualTo(1);
		assertThat(get("yamada", list).json().at("/items/0/total").intValue()).isEqualTo(2);
		assertThat(get("hayashi", list).json().at("/items").size()).isZero();
		assertThat(get("tanaka", sheet()).json().at("/reports").size()).isEqualTo(1);
		assertThat(get("hayashi", sheet()).status()).isEqualTo(404);
		assertThat(get("ops", list).status()).isEqualTo(403);
	}

	@Test
	void releases_areDecidedByPlanningOnly() {
		String check = "/api/evaluations/sheets/%d/%s/release-check".formatted(this.year, DemoCity.CIVIC);
		assertThat(statuses((person) -> get(person, check))).containsExactly(403, 403, 403, 403, 200, 404, 403);
		Map<String, Object> release = Map.of("fiscalYear", this.year, "unit", DemoCity.CIVIC, "kind", "INITIAL",
				"items", List.of(Map.of("goal", UUID.randomUUID(), "goalRevision", 1)), "decisionDate", "2026-01-01",
				"documentNumber", "渚第1号");
		assertThat(statuses((person) -> post(person, release, "/api/evaluations/releases"))).containsExactly(403, 403,
				403, 403, 409, 404, 403);
		assertThat(statuses((person) -> post(person, Map.of("reason", "誤り"),
				"/api/evaluations/releases/{id}/withdrawal", UUID.randomUUID())))
			.containsExactly(403, 403, 403, 403, 404, 404, 403);
	}

	@Test
	void onlyAccessTokensOfTrustedIssuers_count() {
		for (String token : List.of(TestTokens.of("nagisa", "sato").asIdToken().sign(),
				TestTokens.of("nagisa", "sato").audience("other").sign(),
				TestTokens.of("nagisa", "sato").issuer("http://localhost:1/nagisa").sign(),
				TestTokens.of("nagisa", "sato").expired().sign(), TestTokens.of("nagisa", "sato").unsigned(),
				TestTokens.of("nagisa", "sato").signWithForeignKey())) {
			assertThat(withToken(token).get()
				.uri("/api/evaluations/{id}", this.draft)
				.exchange()
				.expectBody()
				.returnResult()
				.getStatus()).matches((status) -> status.value() == 401);
		}
		assertThat(anyone().get()
			.uri("/api/evaluations/{id}", this.draft)
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value()).isEqualTo(401);
		// The same name at another city's provider is another person.
		assertThat(withToken(TestTokens.tokenFor("tsukimi", "sato")).get()
			.uri("/api/evaluations/{id}", this.draft)
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value()).isEqualTo(403);
	}

	@Test
	void identityHeaders_changeNothing() {
		WebTestClient forged = as("tanaka").mutate().defaultHeaders((headers) -> {
			headers.set("X-Department", DemoCity.CIVIC.toString());
			headers.set("X-Roles", "PLANNING");
			headers.set("X-User-Id", DemoCity.person("yamada").toString());
			headers.set("X-Municipality", DemoCity.TSUKIMI.toString());
			headers.set("X-HTTP-Method-Override", "PUT");
		}).build();
		assertThat(forged.get()
			.uri("/api/evaluations/{id}", this.draft)
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value()).isEqualTo(404);
	}

	private WebTestClient withToken(String token) {
		return anyone().mutate().defaultHeaders((headers) -> headers.setBearerAuth(token)).build();
	}

	private void confirm(UUID report) {
		assertThat(edit("sato", report, 1)).isEqualTo(200);
		for (Map.Entry<String, String> step : List.of(Map.entry("sato", "submission"), Map.entry("suzuki", "approval"),
				Map.entry("yamada", "confirmation"))) {
			assertThat(post(step.getKey(), Map.of("items", List.of(Map.of("id", report, "revision", 2))),
					path(step.getValue()))
				.status()).isEqualTo(200);
		}
	}

	private int edit(String person, UUID report, long revision) {
		return put(person, revision, Map.of("content", content("開きました。", "続けます。")), "/api/evaluations/{id}", report)
			.status();
	}

	private int command(String person, String command, long revision) {
		return post(person, Map.of("items", List.of(Map.of("id", this.draft, "revision", revision))), path(command))
			.status();
	}

	private List<Integer> commands(String command, long revision) {
		return PEOPLE.stream().map((person) -> command(person, command, revision)).toList();
	}

	private static List<Integer> statuses(java.util.function.Function<String, Answer> request) {
		return PEOPLE.stream().map((person) -> request.apply(person).status()).toList();
	}

	private String sheet() {
		return "/api/evaluations/sheets/%d/%s".formatted(this.year, DemoCity.CIVIC);
	}

	private String path(String command) {
		return "/api/evaluations/sheets/%d/%s/%s".formatted(this.year, DemoCity.CIVIC, command);
	}

	private static String withoutIds(String body) {
		return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
	}

}
