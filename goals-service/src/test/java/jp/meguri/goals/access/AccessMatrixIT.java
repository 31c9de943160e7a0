package jp.meguri.goals.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The access matrix: who is answered what, at the service's own port (ASVS 8.2.1–3,
 * 8.4.1).
 */
@MeguriIT
class AccessMatrixIT {

	@LocalServerPort
	private int port;

	private Desk desk;

	private int year;

	@BeforeEach
	void aYear() {
		this.desk = new Desk(this.port);
		this.year = this.desk.office.openYear();
	}

	@Test
	void everyCellOfTheMatrixHolds() {
		// anonymous, staff, other staff, head, other head, planner, other city, operator
		String sheet = Desk.sheet(this.year);
		List<Row> rows = List.of(
				row("draft · read", ReviewState.DRAFT, (c, g) -> c.get(g.path()), 401, 200, 404, 200, 404, 200, 404,
						403),
				row("draft · revisions", ReviewState.DRAFT, (c, g) -> c.get(g.path() + "/revisions"), 401, 200, 404,
						200, 404, 200, 404, 403),
				row("submitted · read", ReviewState.SUBMITTED, (c, g) -> c.get(g.path()), 401, 200, 404, 200, 404, 200,
						404, 403),
				row("confirmed · read", ReviewState.CONFIRMED, (c, g) -> c.get(g.path()), 401, 200, 200, 200, 200, 200,
						404, 403),
				row("sheets · list", ReviewState.DRAFT, (c, g) -> c.get("/api/goals/sheets?fiscalYear=" + this.year),
						401, 200, 200, 200, 200, 200, 200, 403),
				row("sheet · read", ReviewState.DRAFT, (c, g) -> c.get(sheet), 401, 200, 200, 200, 200, 200, 404, 403),
				row("draft · comment", ReviewState.DRAFT, AccessMatrixIT::comment, 401, 201, 404, 201, 404, 201, 404,
						403),
				row("confirmed · comment", ReviewState.CONFIRMED, AccessMatrixIT::comment, 401, 201, 403, 201, 403, 201,
						404, 403),
				row("goal · create", ReviewState.DRAFT,
						(c, g) -> c.post(sheet + "/goals",
								Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("新しい目標"))),
						401, 201, 403, 201, 403, 403, 404, 403),
				row("draft · update", ReviewState.DRAFT, AccessMatrixIT::update, 401, 200, 404, 200, 404, 403, 404,
						403),
				row("draft · type", ReviewState.DRAFT, AccessMatrixIT::type, 401, 200, 404, 200, 404, 403, 404, 403),
				row("submitted · update", ReviewState.SUBMITTED, AccessMatrixIT::update, 401, 409, 404, 409, 404, 403,
						404, 403),
				row("approved · update", ReviewState.APPROVED, AccessMatrixIT::update, 401, 409, 404, 409, 404, 403,
						404, 403),
				row("confirmed · update", ReviewState.CONFIRMED, AccessMatrixIT::update, 401, 409, 403, 409, 403, 403,
						404, 403),
				row("draft · delete", ReviewState.DRAFT, (c, g) -> c.delete(g.path(), g.revision()), 401, 204, 404, 204,
						404, 403, 404, 403),
				row("draft · submit", ReviewState.DRAFT, (c, g) -> c.post(sheet + "/submission", Desk.items(g)), 401,
						200, 404, 200, 404, 403, 404, 403),
				row("submitted · withdraw", ReviewState.SUBMITTED,
						(c, g) -> c.post(sheet + "/withdrawal", Desk.items(g)), 401, 200, 404, 200, 404, 403, 404, 403),
				row("submitted · approve", ReviewState.SUBMITTED, (c, g) -> c.post(sheet + "/approval", Desk.items(g)),
						401, 403, 404, 200, 404, 403, 404, 403),
				row("submitted · return", ReviewState.SUBMITTED, (c, g) -> c.post(sheet + "/return", Desk.returning(g)),
						401, 403, 404, 200, 404, 409, 404, 403),
				row("approved · return", ReviewState.APPROVED, (c, g) -> c.post(sheet + "/return", Desk.returning(g)),
						401, 403, 404, 409, 404, 200, 404, 403),
				row("approved · confirm", ReviewState.APPROVED,
						(c, g) -> c.post(sheet + "/confirmation", Desk.items(g)), 401, 403, 404, 403, 404, 200, 404,
						403),
				row("unresolved links · read", ReviewState.DRAFT, (c, g) -> c.get("/api/goals/plan-links/unresolved"),
						401, 403, 403, 403, 403, 200, 200, 403),
				row("plan nodes · read", ReviewState.DRAFT, (c, g) -> c.get("/api/goals/plan-nodes"), 401, 200, 200,
						200, 200, 200, 200, 403));
		List<String> wrong = new ArrayList<>();
		rows.forEach((row) -> wrong.addAll(tryOut(row)));
		assertThat(wrong).isEmpty();
	}

	@Test
	void rowThatNamesMyUnit_isReadAndCommented_notWritten() {
		Named named = this.desk.draft(this.year, Contents.named(Contents.annualGoal("環境部とともに"), Office.ENVIRONMENT));
		assertThat(this.desk.tanaka.get(named.path()).status()).isEqualTo(200);
		assertThat(comment(this.desk.tanaka, named).status()).isEqualTo(201);
		assertThat(update(this.desk.tanaka, named).status()).isEqualTo(403);
		assertThat(this.desk.takahashi.get(named.path()).status()).isEqualTo(404);
	}

	@Test
	void invisible_looksLikeARandomId() {
		Named draft = this.desk.draft(this.year);
		Named random = new Named(UUID.randomUUID(), 1);
		for (Caller stranger : List.of(this.desk.tanaka, this.desk.hayashi)) {
			for (Function<Named, Answer> attempt : List.<Function<Named, Answer>>of((g) -> stranger.get(g.path()),
					(g) -> update(stranger, g), (g) -> stranger.delete(g.path(), 1L), (g) -> comment(stranger, g),
					(g) -> stranger.get(g.path() + "/revisions/1"))) {
				Answer hidden = attempt.apply(draft);
				Answer absent = attempt.apply(random);
				assertThat(hidden.status()).isEqualTo(absent.status()).isEqualTo(404);
				assertThat(withoutAddress(hidden)).isEqualTo(withoutAddress(absent));
				assertThat(hidden.headers().map().keySet()).isEqualTo(absent.headers().map().keySet());
			}
		}
	}

	@Test
	void lists_countNothingThatIsNotVisible() {
		this.desk.goal(this.year, ReviewState.CONFIRMED);
		this.desk.draft(this.year);
		assertThat(total(this.desk.sato)).isEqualTo(2);
		assertThat(total(this.desk.yamada)).isEqualTo(2);
		assertThat(total(this.desk.tanaka)).isEqualTo(1);
		assertThat(this.desk.tanaka.get(Desk.sheet(this.year)).body().at("/goals").size()).isEqualTo(1);
		assertThat(this.desk.hayashi.get("/api/goals/sheets?fiscalYear=" + this.year).body().toString())
			.doesNotContain(Office.CIVIC.toString());
	}

	@Test
	void reader_ofWhatWasConfirmed_seesNeitherCommentsNorEarlierVersions() {
		Named goal = this.desk.goal(this.year, ReviewState.RETURNED);
		String sheet = Desk.sheet(this.year);
		Answer edited = this.desk.sato.put(goal.path(), Map.of("content", Contents.annualGoal("書き直した目標")), 1L);
		Named rewritten = Named.of(edited.body());
		this.desk.sato.post(sheet + "/submission", Desk.items(rewritten));
		this.desk.suzuki.post(sheet + "/approval", Desk.items(rewritten));
		assertThat(this.desk.yamada.post(sheet + "/confirmation", Desk.items(rewritten)).status()).isEqualTo(200);
		Answer seen = this.desk.tanaka.get(goal.path());
		assertThat(seen.status()).isEqualTo(200);
		assertThat(seen.body().at("/comments").size()).isZero();
		assertThat(this.desk.sato.get(goal.path()).body().at("/comments").size()).isEqualTo(1);
		assertThat(this.desk.tanaka.get(goal.path() + "/revisions/1").status()).isEqualTo(404);
		assertThat(this.desk.tanaka.get(goal.path() + "/revisions/2").status()).isEqualTo(200);
		assertThat(this.desk.sato.get(goal.path() + "/revisions/1").status()).isEqualTo(200);
		assertThat(this.desk.tanaka.get(goal.path() + "/revisions").body().at("/items").size()).isEqualTo(1);
	}

	@Test
	void doublePost_grantsExactlyItsTwoUnits() {
		Named civic = this.desk.draft(this.year);
		Answer own = this.desk.tanaka.post("/api/goals/sheets/" + this.year + "/" + Office.ENVIRONMENT + "/goals",
				Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("ごみを減らす")));
		Answer planning = this.desk.yamada.post("/api/goals/sheets/" + this.year + "/" + Office.PLANNING + "/goals",
				Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("計画を進める")));
		assertThat(planning.status()).isEqualTo(201);
		assertThat(update(this.desk.ito, civic).status()).isEqualTo(200);
		assertThat(update(this.desk.ito, Named.of(own.body())).status()).isEqualTo(200);
		assertThat(this.desk.ito.get(Named.of(planning.body()).path()).status()).isEqualTo(404);
	}

	@Test
	void headOfADepartment_coversItsSections() {
		String section = "/api/goals/sheets/" + this.year + "/" + Office.COLLABORATION;
		Answer created = this.desk.takahashi.post(section + "/goals",
				Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("協働を推進する")));
		Named goal = Named.of(created.body());
		assertThat(this.desk.takahashi.post(section + "/submission", Desk.items(goal)).status()).isEqualTo(200);
		assertThat(this.desk.sato.get(goal.path()).status()).isEqualTo(404);
		assertThat(this.desk.suzuki.get(goal.path()).text("/whoseTurn/names/0")).isEqualTo("鈴木 一郎");
		assertThat(this.desk.suzuki.post(section + "/approval", Desk.items(goal)).status()).isEqualTo(200);
	}

	@Test
	void endedAssignment_andForgedIdentity_changeNothing() {
		Named draft = this.desk.draft(this.year);
		Answer former = this.desk.nagisa("kato").get(draft.path());
		assertThat(former.status()).isEqualTo(403);
		assertThat(former.text("/type")).isEqualTo("urn:meguri:problem:no-assignment");
		assertThat(this.desk.tanaka
			.send(this.desk.tanaka.request(draft.path())
				.header("X-User-Id", Office.personId("sato").toString())
				.header("X-Department", "civic")
				.header("X-Municipality", Office.NAGISA.toString())
				.header("X-Roles", "HEAD")
				.GET())
			.status()).isEqualTo(404);
	}

	@Test
	void wrongTokens_areRefused() {
		Named draft = this.desk.draft(this.year);
		Map<String, String> tokens = Map.of("id token", TestTokens.of("nagisa", "sato").asIdToken().sign(), "audience",
				TestTokens.of("nagisa", "sato").audience("other").sign(), "type",
				TestTokens.of("nagisa", "sato").type("JWT").sign(), "expired",
				TestTokens.of("nagisa", "sato").expired().sign(), "unsigned",
				TestTokens.of("nagisa", "sato").unsigned(), "public key as secret",
				TestTokens.of("nagisa", "sato").signWithPublicKeyAsSecret(), "foreign key",
				TestTokens.of("nagisa", "sato").signWithForeignKey(), "unknown issuer",
				TestTokens.of("nagisa", "sato").issuer("http://localhost:1/nagisa").sign());
		Map<String, Integer> answers = new HashMap<>();
		tokens.forEach((name, token) -> answers.put(name, new Caller(this.port, token).get(draft.path()).status()));
		assertThat(answers).allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(401));
	}

	private List<String> tryOut(Row row) {
		List<Caller> callers = List.of(this.desk.nobody, this.desk.sato, this.desk.tanaka, this.desk.suzuki,
				this.desk.watanabe, this.desk.yamada, this.desk.hayashi, this.desk.ops);
		List<String> wrong = new ArrayList<>();
		Named goal = this.desk.goal(this.year, row.state());
		for (int i = 0; i < callers.size(); i++) {
			Answer answer = row.attempt().by(callers.get(i), goal);
			if (answer.status() != row.expected()[i]) {
				wrong.add("%s, caller %d: %d %s".formatted(row.name(), i, answer.status(), answer.text("/type")));
			}
			if (answer.status() < 300 && !row.name().endsWith("read")) {
				goal = this.desk.goal(this.year, row.state());
			}
		}
		return wrong;
	}

	private long total(Caller caller) {
		for (JsonNode sheet : caller.get("/api/goals/sheets?fiscalYear=" + this.year).body().at("/items")) {
			if (sheet.at("/unit").asString().equals(Office.CIVIC.toString())) {
				return sheet.at("/total").asLong();
			}
		}
		return 0;
	}

	private static String withoutAddress(Answer answer) {
		var body = (ObjectNode) answer.body().deepCopy();
		body.remove(List.of("instance", "correlation"));
		return body.toString();
	}

	private static Answer comment(Caller caller, Named goal) {
		return caller.post(goal.path() + "/comments", Map.of("text", "確認しました。"));
	}

	private static Answer update(Caller caller, Named goal) {
		return caller.put(goal.path(), Map.of("content", Contents.annualGoal("書き換えた目標")), goal.revision());
	}

	private static Answer type(Caller caller, Named goal) {
		return caller.put(goal.path() + "/working-copy",
				Map.of("baseRevision", goal.revision(), "content", Contents.annualGoal("入力中")), null);
	}

	private static Row row(String name, ReviewState state, Attempt attempt, int... expected) {
		return new Row(name, state, attempt, expected);
	}

	private interface Attempt {

		Answer by(Caller caller, Named goal);

	}

	private record Row(String name, ReviewState state, Attempt attempt, int[] expected) {
	}

}
