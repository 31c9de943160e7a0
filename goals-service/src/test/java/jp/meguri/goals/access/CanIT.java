package jp.meguri.goals.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * {@code can} is what happens: every {@code allowed: false} is tried and meets its
 * refusal.
 */
@MeguriIT
class CanIT {

	@LocalServerPort
	private int port;

	private Desk desk;

	private int tried;

	@BeforeEach
	void people() {
		this.desk = new Desk(this.port);
	}

	@Test
	void everythingNotAllowed_isRefusedForTheReasonGiven() {
		int year = this.desk.office.openYear();
		List<Named> goals = new ArrayList<>();
		for (ReviewState state : List.of(ReviewState.DRAFT, ReviewState.SUBMITTED, ReviewState.RETURNED,
				ReviewState.APPROVED, ReviewState.CONFIRMED)) {
			goals.add(this.desk.goal(year, state));
		}
		goals.add(this.desk.draft(year, GoalContent.EMPTY));
		assertThat(contradictions(year, goals)).isEmpty();
		this.desk.office.close(year);
		assertThat(contradictions(year, goals)).isEmpty();
		assertThat(this.tried).isGreaterThan(100);
	}

	@Test
	void everythingAllowed_isDone() {
		int year = this.desk.office.openYear();
		List<String> refused = new ArrayList<>();
		for (ReviewState state : List.of(ReviewState.DRAFT, ReviewState.SUBMITTED, ReviewState.RETURNED,
				ReviewState.APPROVED)) {
			Named goal = this.desk.goal(year, state);
			for (Caller caller : List.of(this.desk.sato, this.desk.suzuki, this.desk.yamada)) {
				for (String action : List.of("edit", "delete", "submit", "withdraw", "approve", "correctAndApprove",
						"return", "comment", "confirm")) {
					if (!caller.get(goal.path()).body().at("/can/" + action + "/allowed").asBoolean()) {
						continue;
					}
					Answer answer = attempt(action, caller, goal, year);
					if (answer.status() >= 300) {
						refused.add(action + " in " + state + ": " + answer.body());
					}
					delete(goal);
					goal = this.desk.goal(year, state);
				}
			}
			delete(goal);
		}
		assertThat(refused).isEmpty();
	}

	// The sheet holds at most 200 goals; this one is only in the way now.
	private void delete(Named goal) {
		Answer now = this.desk.sato.get(goal.path());
		if (now.status() == 200 && now.body().at("/can/delete/allowed").asBoolean()) {
			this.desk.sato.delete(goal.path(), Named.of(now.body()).revision());
		}
	}

	private List<String> contradictions(int year, List<Named> goals) {
		List<String> found = new ArrayList<>();
		for (Caller caller : List.of(this.desk.sato, this.desk.suzuki, this.desk.yamada, this.desk.tanaka,
				this.desk.watanabe)) {
			for (Named goal : goals) {
				Answer seen = caller.get(goal.path());
				if (seen.status() == 200) {
					found.addAll(contradictions(year, caller, seen.body()));
				}
			}
		}
		return found;
	}

	private List<String> contradictions(int year, Caller caller, JsonNode seen) {
		List<String> found = new ArrayList<>();
		seen.at("/can").properties().forEach((entry) -> {
			JsonNode can = entry.getValue();
			if (can.at("/allowed").asBoolean()) {
				return;
			}
			this.tried++;
			assertThat(can.at("/ja").asString()).isNotBlank().doesNotStartWith("can.").doesNotStartWith("problem.");
			assertThat(can.at("/en").asString()).isNotBlank();
			Answer answer = attempt(entry.getKey(), caller, Named.of(seen), year);
			String reason = "urn:meguri:problem:" + can.at("/reason").asString();
			if (!answer.text("/type").equals(reason)) {
				found.add("%s in %s: said %s, got %d %s".formatted(entry.getKey(), seen.at("/state"), reason,
						answer.status(), answer.body()));
			}
		});
		return found;
	}

	private static Answer attempt(String action, Caller caller, Named goal, int year) {
		String sheet = Desk.sheet(year);
		return switch (action) {
			case "edit" -> caller.put(goal.path(), Map.of("content", Contents.annualGoal("別の目標")), goal.revision());
			case "delete" -> caller.delete(goal.path(), goal.revision());
			case "submit" -> caller.post(sheet + "/submission", Desk.items(goal));
			case "withdraw" -> caller.post(sheet + "/withdrawal", Desk.items(goal));
			case "approve" -> caller.post(sheet + "/approval", Desk.items(goal));
			case "correctAndApprove" -> caller.post(sheet + "/approval", correcting(goal));
			case "return" -> caller.post(sheet + "/return", Desk.returning(goal));
			case "comment" ->
				caller.post(goal.path() + "/comments", Map.of("text", "確認"), UUID.randomUUID().toString());
			case "confirm" -> caller.post(sheet + "/confirmation", Desk.items(goal));
			default -> throw new IllegalArgumentException(action);
		};
	}

	private static Map<String, Object> correcting(Named goal) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", goal.id());
		item.put("revision", goal.revision());
		item.put("correction", Contents.annualGoal("修正した目標"));
		return Map.of("items", List.of(item));
	}

}
