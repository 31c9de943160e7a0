package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From draft to confirmed, over HTTP. */
@MeguriIT
class GoalLifeIT {

	@LocalServerPort
	private int port;

	private Office office;

	private Caller clerk;

	private Caller head;

	private Caller planner;

	@BeforeEach
	void people() {
		this.office = Office.of(this.port);
		this.clerk = new Caller(this.port, "nagisa", "sato");
		this.head = new Caller(this.port, "nagisa", "suzuki");
		this.planner = new Caller(this.port, "nagisa", "yamada");
	}

	@Test
	void goal_goesFromClerkToHeadToPlanner() {
		int year = this.office.openYear();
		String sheet = "/api/goals/sheets/" + year + "/" + Office.CIVIC;
		Answer mission = this.clerk.post(sheet + "/goals",
				Contents.adding(GoalKind.MISSION_AND_POLICIES, Contents.missionAndPolicies()));
		assertThat(mission.status()).as(mission.body().toPrettyString()).isEqualTo(201);
		GoalContent content = Contents.annualGoal("地域の交流の場をふやす");
		Answer goal = this.clerk.post(sheet + "/goals", Contents.adding(GoalKind.ANNUAL_GOAL, content));
		assertThat(goal.status()).isEqualTo(201);
		assertThat(goal.header("Location")).isEqualTo("/api/goals/" + goal.text("/id"));
		assertThat(goal.header("ETag")).isEqualTo("\"1\"");
		String id = goal.text("/id");

		assertThat(this.clerk.post(sheet + "/submission", items(mission, goal)).status()).isEqualTo(200);
		Answer submitted = this.head.get(sheet);
		assertThat(submitted.text("/goals/1/state")).isEqualTo("SUBMITTED");
		assertThat(submitted.text("/goals/1/whoseTurn/names/0")).isEqualTo("鈴木 一郎");

		GoalContent corrected = Contents.titled(content, "地域の交流の場を増やす");
		Answer approved = this.head.post(sheet + "/approval",
				Map.of("items", List.of(Map.of("id", mission.text("/id"), "revision", 1),
						Map.of("id", id, "revision", 1, "correction", corrected))));
		assertThat(approved.status()).as(approved.body().toPrettyString()).isEqualTo(200);
		assertThat(approved.text("/goals/1/state")).isEqualTo("APPROVED");
		assertThat(approved.body().at("/goals/1/revision").asInt()).isEqualTo(2);
		assertThat(approved.text("/goals/1/content/title")).isEqualTo("地域の交流の場を増やす");

		Answer back = this.planner.post(sheet + "/return", Map.of("items", List.of(Map.of("id", id, "revision", 2)),
				"comments", List.of(Map.of("item", id, "anchor", "title", "text", "何人をめざすか書いてください。"))));
		assertThat(back.status()).as(back.body().toPrettyString()).isEqualTo(200);
		assertThat(back.text("/goals/1/state")).isEqualTo("RETURNED");
		String comment = back.text("/goals/1/comments/0/id");

		Answer answered = this.clerk.post("/api/goals/" + id + "/comments",
				Map.of("text", "150人をめざすと書きました。", "inReplyTo", comment));
		assertThat(answered.status()).as(answered.body().toPrettyString()).isEqualTo(201);
		Answer edited = this.clerk.put("/api/goals/" + id,
				Map.of("content", Contents.titled(content, "地域の交流の場に150人を集める")), 2L);
		assertThat(edited.status()).isEqualTo(200);
		assertThat(edited.header("ETag")).isEqualTo("\"3\"");
		assertThat(this.clerk.post(sheet + "/submission", items(edited)).status()).isEqualTo(200);
		assertThat(this.head.post(sheet + "/approval", items(edited)).status()).isEqualTo(200);

		Answer seen = this.planner.get("/api/goals/" + id);
		assertThat(seen.body().at("/comparedRevision").asInt()).isEqualTo(2);
		assertThat(this.planner.get("/api/goals/" + id + "/revisions/2").text("/title")).isEqualTo("地域の交流の場を増やす");
		Answer confirmed = this.planner.post(sheet + "/confirmation", items(mission, edited));
		assertThat(confirmed.status()).as(confirmed.body().toPrettyString()).isEqualTo(200);
		assertThat(confirmed.text("/goals/0/state")).isEqualTo("CONFIRMED");
		assertThat(confirmed.text("/goals/1/state")).isEqualTo("CONFIRMED");
		assertThat(this.planner.get("/api/goals/" + id + "/revisions").body().at("/items").size()).isEqualTo(7);
	}

	private static Map<String, Object> items(Answer... goals) {
		return Map.of("items", Stream.of(goals)
			.map((goal) -> Map.of("id", UUID.fromString(goal.text("/id")), "revision", goal.body().at("/revision")))
			.toList());
	}

}
