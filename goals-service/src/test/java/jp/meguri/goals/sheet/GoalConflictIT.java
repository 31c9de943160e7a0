package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people at once, stale readings, closed periods, repeated requests. */
@MeguriIT
class GoalConflictIT {

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
	void approveAndWithdraw_atOnce_exactlyOneWins() {
		for (int round = 0; round < 8; round++) {
			Named goal = this.desk.goal(this.year, ReviewState.SUBMITTED);
			CompletableFuture<Answer> approval = this.desk.suzuki.postLater(Desk.sheet(this.year) + "/approval",
					Desk.items(goal));
			CompletableFuture<Answer> withdrawal = this.desk.sato.postLater(Desk.sheet(this.year) + "/withdrawal",
					Desk.items(goal));
			List<Integer> answers = List.of(approval.join().status(), withdrawal.join().status());
			assertThat(answers).containsExactlyInAnyOrder(200, 409);
			String state = this.desk.sato.get(goal.path()).text("/state");
			assertThat(state).isEqualTo((answers.get(0) == 200) ? "APPROVED" : "DRAFT");
		}
	}

	@Test
	void twoEditsOfOneRevision_oneIsTold412() {
		Named goal = this.desk.draft(this.year);
		CompletableFuture<Answer> first = this.desk.sato.putLater(goal.path(),
				Map.of("content", Contents.annualGoal("佐藤の案")), 1);
		CompletableFuture<Answer> second = this.desk.ito.putLater(goal.path(),
				Map.of("content", Contents.annualGoal("伊藤の案")), 1);
		List<Answer> answers = List.of(first.join(), second.join());
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
		Answer loser = answers.stream().filter((answer) -> answer.status() == 412).findFirst().orElseThrow();
		assertThat(loser.body().at("/currentRevision").asLong()).isEqualTo(2);
	}

	@Test
	void editWithoutRevision_isTold428_andAWeakTag400() {
		Named goal = this.desk.draft(this.year);
		Map<String, Object> edit = Map.of("content", Contents.annualGoal("別の案"));
		assertThat(this.desk.sato.put(goal.path(), edit, null).status()).isEqualTo(428);
		assertThat(this.desk.sato.delete(goal.path(), null).status()).isEqualTo(428);
		assertThat(this.desk.sato.send(this.desk.sato.request(goal.path()).header("If-Match", "W/\"1\"").DELETE())
			.status()).isEqualTo(400);
	}

	@Test
	void setCommand_withOneStaleRevision_changesNothing() {
		Named first = this.desk.draft(this.year);
		Named second = this.desk.draft(this.year);
		this.desk.sato.put(second.path(), Map.of("content", Contents.annualGoal("あとから直した")), 1L);
		Answer answer = this.desk.sato.post(Desk.sheet(this.year) + "/submission", Desk.items(first, second));
		assertThat(answer.status()).isEqualTo(412);
		assertThat(answer.text("/item")).isEqualTo(second.id().toString());
		assertThat(this.desk.sato.get(first.path()).text("/state")).isEqualTo("DRAFT");
	}

	@Test
	void setCommand_withOneForeignId_isNotFoundAsAWhole() {
		Named own = this.desk.draft(this.year);
		Named foreign = new Named(UUID.randomUUID(), 1);
		assertThat(this.desk.sato.post(Desk.sheet(this.year) + "/submission", Desk.items(own, foreign)).status())
			.isEqualTo(404);
		assertThat(this.desk.sato.get(own.path()).text("/state")).isEqualTo("DRAFT");
	}

	@Test
	void incompleteGoal_isNotSubmitted_andSaysWhatIsMissing() {
		Named goal = this.desk.draft(this.year, Contents.linked(Contents.annualGoal(""), List.of()));
		Answer answer = this.desk.sato.post(Desk.sheet(this.year) + "/submission", Desk.items(goal));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("/type")).isEqualTo("urn:meguri:problem:incomplete");
		assertThat(answer.body().at("/errors").size()).isEqualTo(3);
		assertThat(answer.text("/errors/0/pointer")).isEqualTo("/items/0/title");
		assertThat(answer.text("/errors/1/ja")).contains("総合計画");
		Answer seen = this.desk.sato.get(goal.path());
		assertThat(seen.body().at("/missing").size()).isEqualTo(3);
		assertThat(seen.text("/can/submit/reason")).isEqualTo("incomplete");
	}

	@Test
	void closedPeriod_refusesWithReasonAndContact_butNotTheExtendedUnit() {
		Named goal = this.desk.draft(this.year);
		String environment = "/api/goals/sheets/" + this.year + "/" + Office.ENVIRONMENT;
		Named extended = Named.of(this.desk.tanaka
			.post(environment + "/goals", Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("ごみを減らす")))
			.body());
		this.desk.office.close(this.year);
		Answer refused = this.desk.sato.post(Desk.sheet(this.year) + "/submission", Desk.items(goal));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("/type")).isEqualTo("urn:meguri:problem:window-closed");
		assertThat(refused.text("/reason")).isEqualTo("議会日程のため");
		assertThat(refused.text("/contact")).isEqualTo("政策企画課 内線1234");
		assertThat(refused.text("/since")).isNotEmpty();
		assertThat(this.desk.sato
			.post(Desk.sheet(this.year) + "/goals", Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("遅れた目標")))
			.status()).isEqualTo(409);
		assertThat(this.desk.tanaka.post(environment + "/submission", Desk.items(extended)).status()).isEqualTo(200);
	}

	@Test
	void repeatedCreate_isAnsweredTheSame_andMakesOneGoal() {
		Map<String, Object> body = Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("一度だけ"));
		String key = UUID.randomUUID().toString();
		String path = Desk.sheet(this.year) + "/goals";
		Answer first = this.desk.sato.post(path, body, key);
		Answer second = this.desk.sato.post(path, body, key);
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.text("/id")).isEqualTo(first.text("/id"));
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
		assertThat(this.desk.sato.post(path, Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("別の内容")), key)
			.status()).isEqualTo(422);
		assertThat(this.desk.sato.get(Desk.sheet(this.year)).body().at("/goals").size()).isEqualTo(1);
	}

	@Test
	void parallelCreatesWithOneKey_makeOneGoal() {
		Map<String, Object> body = Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("同時に"));
		String key = UUID.randomUUID().toString();
		List<Integer> answers = IntStream.range(0, 20)
			.parallel()
			.mapToObj((i) -> this.desk.sato.post(Desk.sheet(this.year) + "/goals", body, key).status())
			.toList();
		assertThat(answers).contains(201).allMatch((status) -> status == 201 || status == 409);
		assertThat(this.desk.sato.get(Desk.sheet(this.year)).body().at("/goals").size()).isEqualTo(1);
	}

	@Test
	void order_followsTheStructureRevision() {
		Named first = this.desk.draft(this.year);
		Named second = this.desk.draft(this.year);
		String path = Desk.sheet(this.year) + "/order";
		Map<String, Object> swapped = Map.of("kind", GoalKind.ANNUAL_GOAL, "goals", List.of(second.id(), first.id()));
		assertThat(this.desk.sato.put(path, swapped, 1L).status()).isEqualTo(412);
		Answer moved = this.desk.sato.put(path, swapped, 2L);
		assertThat(moved.status()).as(moved.body().toPrettyString()).isEqualTo(200);
		assertThat(moved.header("ETag")).isEqualTo("\"3\"");
		assertThat(moved.text("/goals/0/id")).isEqualTo(second.id().toString());
		assertThat(moved.body().at("/goals/0/number").asInt()).isEqualTo(1);
		assertThat(moved.body().at("/goals/1/revision").asLong()).isEqualTo(1);
		Map<String, Object> partly = Map.of("kind", GoalKind.ANNUAL_GOAL, "goals", List.of(first.id()));
		assertThat(this.desk.sato.put(path, partly, 3L).status()).isEqualTo(422);
	}

	@Test
	void delete_closesTheGap() {
		Named first = this.desk.draft(this.year);
		Named second = this.desk.draft(this.year);
		assertThat(this.desk.sato.delete(first.path(), 1L).status()).isEqualTo(204);
		assertThat(this.desk.sato.get(first.path()).status()).isEqualTo(404);
		assertThat(this.desk.sato.get(second.path()).body().at("/number").asInt()).isEqualTo(1);
	}

	@Test
	void workingCopy_isMyOwn_andGoesWithTheEdit() {
		Named goal = this.desk.draft(this.year);
		GoalContent typed = Contents.annualGoal("入力の途中");
		Answer kept = this.desk.sato.put(goal.path() + "/working-copy", Map.of("baseRevision", 1, "content", typed),
				null);
		assertThat(kept.status()).as(kept.body().toPrettyString()).isEqualTo(200);
		Answer seen = this.desk.sato.get(goal.path());
		assertThat(seen.text("/workingCopy/content/title")).isEqualTo("入力の途中");
		assertThat(seen.body().at("/revision").asLong()).isEqualTo(1);
		assertThat(this.desk.ito.get(goal.path()).body().at("/workingCopy").isNull()).isTrue();
		Answer promoted = this.desk.sato.put(goal.path(), Map.of("content", typed), 1L);
		assertThat(promoted.body().at("/workingCopy").isNull()).isTrue();
		assertThat(promoted.body().at("/revision").asLong()).isEqualTo(2);
	}

	@Test
	void returnWithoutAWord_isRefused() {
		Named goal = this.desk.goal(this.year, ReviewState.SUBMITTED);
		Answer silent = this.desk.suzuki.post(Desk.sheet(this.year) + "/return", Desk.items(goal));
		assertThat(silent.status()).isEqualTo(422);
		assertThat(silent.text("/errors/0/key")).isEqualTo("return-needs-comment");
	}

	@Test
	void planner_registersForADepartment_inABackLoadedYear() {
		int past = this.desk.office.backLoadedYear();
		Answer registered = this.desk.yamada.post(Desk.sheet(past) + "/goals",
				Contents.adding(GoalKind.ANNUAL_GOAL, Contents.annualGoal("過年度の目標")));
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(201);
		Named goal = Named.of(registered.body());
		assertThat(this.desk.yamada.post(Desk.sheet(past) + "/submission", Desk.items(goal)).status()).isEqualTo(403);
		assertThat(this.desk.sato.post(Desk.sheet(past) + "/submission", Desk.items(goal)).status()).isEqualTo(200);
		assertThat(this.desk.suzuki.post(Desk.sheet(past) + "/approval", Desk.items(goal)).status()).isEqualTo(200);
		assertThat(this.desk.yamada.post(Desk.sheet(past) + "/confirmation", Desk.items(goal)).status()).isEqualTo(200);
	}

}
