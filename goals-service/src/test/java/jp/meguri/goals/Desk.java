package jp.meguri.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.test.TestTokens;
import tools.jackson.databind.JsonNode;

/**
 * The people of the tests at their desks, and goals of くらし協働部 in every state.
 */
public final class Desk {

	public final Office office;

	public final Caller sato;

	public final Caller suzuki;

	public final Caller takahashi;

	public final Caller tanaka;

	public final Caller watanabe;

	public final Caller ito;

	public final Caller yamada;

	public final Caller hayashi;

	public final Caller ops;

	public final Caller nobody;

	private final int port;

	public Desk(int port) {
		this.port = port;
		this.office = Office.of(port);
		this.sato = nagisa("sato");
		this.suzuki = nagisa("suzuki");
		this.takahashi = nagisa("takahashi");
		this.tanaka = nagisa("tanaka");
		this.watanabe = nagisa("watanabe");
		this.ito = nagisa("ito");
		this.yamada = nagisa("yamada");
		this.hayashi = new Caller(port, TestTokens.tokenFor("tsukimi", "hayashi"));
		this.ops = new Caller(port, TestTokens.tokenFor("operations", "ops"));
		this.nobody = new Caller(port, (String) null);
	}

	public Caller nagisa(String subject) {
		return new Caller(this.port, TestTokens.tokenFor("nagisa", subject));
	}

	public static String sheet(int year) {
		return "/api/goals/sheets/" + year + "/" + Office.CIVIC;
	}

	public Named draft(int year) {
		return draft(year, Contents.annualGoal("地域の交流の場を増やす"));
	}

	public Named draft(int year, GoalContent content) {
		Answer created = this.sato.post(sheet(year) + "/goals", Contents.adding(GoalKind.ANNUAL_GOAL, content));
		assertThat(created.status()).as(created.body().toPrettyString()).isEqualTo(201);
		return Named.of(created.body());
	}

	/** A goal that was brought as far as that state. */
	public Named goal(int year, ReviewState state) {
		Named goal = draft(year);
		if (state == ReviewState.DRAFT) {
			return goal;
		}
		done(this.sato.post(sheet(year) + "/submission", items(goal)));
		if (state == ReviewState.SUBMITTED) {
			return goal;
		}
		done(this.suzuki.post(sheet(year) + "/approval", items(goal)));
		if (state == ReviewState.APPROVED) {
			return goal;
		}
		if (state == ReviewState.RETURNED) {
			done(this.yamada.post(sheet(year) + "/return", returning(goal)));
			return goal;
		}
		assertThat(state).isEqualTo(ReviewState.CONFIRMED);
		done(this.yamada.post(sheet(year) + "/confirmation", items(goal)));
		return goal;
	}

	public static Map<String, Object> items(Named... goals) {
		return Map.of("items", List.of(goals));
	}

	public static Map<String, Object> returning(Named... goals) {
		Map<String, Object> body = new LinkedHashMap<>(items(goals));
		body.put("comments",
				Stream.of(goals).map((goal) -> Map.of("item", goal.id(), "text", "数値を確認してください。")).toList());
		return body;
	}

	private static void done(Answer answer) {
		assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
	}

	/** A goal in the revision that was read. */
	public record Named(UUID id, long revision) {

		public static Named of(JsonNode goal) {
			return new Named(UUID.fromString(goal.at("/id").asString()), goal.at("/revision").asLong());
		}

		public String path() {
			return "/api/goals/" + this.id;
		}

	}

}
