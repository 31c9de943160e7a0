package jp.meguri.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.local.whole.WholePlatform.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Who may see what, through the gateway and at the service's own port.
 */
class AccessIT {

	private static WholePlatform platform;

	private static String civicDraft;

	private static String civicConfirmed;

	private static String environmentDraft;

	@BeforeAll
	static void start() throws Exception {
		platform = WholePlatform.start();
		TypedGoals goals = new TypedGoals(platform);
		String civic = goals.unit("sato", "civic");
		String environment = goals.unit("tanaka", "environment");
		civicDraft = goals.create("sato", civic, "作成中の目標");
		civicConfirmed = goals.create("sato", civic, "確定した目標");
		environmentDraft = goals.create("tanaka", environment, "環境部の作成中の目標");
		goals.command("sato", civic, "submission", List.of(civicConfirmed));
		goals.command("suzuki", civic, "approval", List.of(civicConfirmed));
		assertThat(goals.command("yamada", civic, "confirmation", List.of(civicConfirmed)).status()).isEqualTo(200);
	}

	@AfterAll
	static void stop() throws Exception {
		platform.close();
	}

	@ParameterizedTest
	@EnumSource
	void ownDraftIsRead_othersConfirmedIsRead_othersDraftLooksLikeNothing(Door door) {
		assertThat(goal(door, "sato", civicDraft).status()).isEqualTo(200);
		assertThat(goal(door, "tanaka", civicConfirmed).status()).isEqualTo(200);
		Answer hidden = goal(door, "tanaka", civicDraft);
		Answer random = goal(door, "tanaka", UUID.randomUUID().toString());
		assertThat(hidden.status()).isEqualTo(404);
		assertThat(hidden.withoutTraces()).isEqualTo(random.withoutTraces());
	}

	@ParameterizedTest
	@EnumSource
	void anotherCitySeesNothing_notEvenInTotals(Door door) {
		Answer random = goal(door, "mori", UUID.randomUUID().toString());
		for (String foreign : List.of(civicDraft, civicConfirmed, environmentDraft)) {
			assertThat(goal(door, "mori", foreign).status()).isEqualTo(404);
			assertThat(goal(door, "mori", foreign).withoutTraces()).isEqualTo(random.withoutTraces());
			assertThat(goal(door, "hayashi", foreign).status()).isEqualTo(404);
		}
		assertThat(sheets(door, "mori").toString()).doesNotContain("くらし協働部", "環境部");
		assertThat(total(sheets(door, "hayashi"))).isZero();
		assertThat(total(sheets(door, "tanaka"))).as("own draft and one confirmed goal").isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource
	void doublePost_grantsExactlyTheTwoUnits(Door door) {
		assertThat(goal(door, "ito", environmentDraft).status()).as("head").isEqualTo(200);
		assertThat(goal(door, "ito", civicDraft).status()).as("clerk").isEqualTo(200);
		assertThat(goal(door, "suzuki", environmentDraft).status()).as("head of the one only").isEqualTo(404);
	}

	@ParameterizedTest
	@EnumSource
	void operatorsHaveNoBusinessWithGoals(Door door) {
		assertThat(goal(door, "ops", civicConfirmed).status()).isEqualTo(403);
		assertThat(goal(door, "ops", UUID.randomUUID().toString()).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@EnumSource
	void forgedIdentityHeaders_changeNothing(Door door) {
		String[] forged = { "X-Department", "civic", "X-User-Id", "sato", "X-Roles", "PLANNING", "X-Municipality",
				"nagisa", "X-Forwarded-User", "sato", "X-Forwarded-For", "127.0.0.1", "X-Original-URL",
				"/api/goals/" + civicDraft, "X-HTTP-Method-Override", "DELETE" };
		Answer hidden = platform.get(door.base(), "tanaka", "/api/goals/" + civicDraft, forged);
		assertThat(hidden.status()).isEqualTo(404);
		assertThat(hidden.withoutTraces()).isEqualTo(goal(door, "tanaka", civicDraft).withoutTraces());
	}

	@Test
	void writingForAnotherUnit_isRefused() {
		TypedGoals goals = new TypedGoals(platform);
		String civic = goals.unit("tanaka", "civic");
		Answer refused = platform.post("tanaka", "/api/goals/sheets/2026/" + civic + "/goals",
				"{\"kind\":\"ANNUAL_GOAL\",\"content\":{\"title\":\"x\"}}");
		assertThat(refused.status()).isEqualTo(403);
	}

	@Test
	void endedAssignment_stopsWorkingWithinAMinute() {
		JsonNode takahashi = person("takahashi");
		JsonNode assignment = takahashi.get("assignments").get(0);
		assertThat(platform.get(platform.gateway(), "takahashi", "/api/me").status()).isEqualTo(200);
		Answer ended = platform.call("PATCH", platform.gateway(), "yamada",
				"/api/catalog/assignments/" + assignment.get("id").asString(),
				"{\"to\":\"" + LocalDate.now().minusDays(2) + "\"}", "If-Match",
				"\"" + takahashi.get("revision").asLong() + "\"");
		assertThat(ended.status()).as(ended.body()).isEqualTo(200);
		for (Door door : Door.values()) {
			await().atMost(Duration.ofSeconds(60))
				.until(() -> platform.get(door.base(), "takahashi", "/api/goals/sheets?fiscalYear=2026")
					.status() == 403);
		}
	}

	private static JsonNode person(String subject) {
		JsonNode persons = platform.get(platform.gateway(), "yamada", "/api/catalog/persons").json().get("items");
		return Stream.iterate(0, (i) -> i < persons.size(), (i) -> i + 1)
			.map(persons::get)
			.filter((person) -> subject.equals(person.path("subject").asString("")))
			.findFirst()
			.orElseThrow();
	}

	private static Answer goal(Door door, String user, String id) {
		return platform.get(door.base(), user, "/api/goals/" + id);
	}

	private static JsonNode sheets(Door door, String user) {
		return platform.get(door.base(), user, "/api/goals/sheets?fiscalYear=2026").json().get("items");
	}

	private static int total(JsonNode sheets) {
		int total = 0;
		for (JsonNode sheet : sheets) {
			total += sheet.get("total").asInt();
		}
		return total;
	}

	enum Door {

		GATEWAY {
			@Override
			URI base() {
				return platform.gateway();
			}
		},
		SERVICE_PORT {
			@Override
			URI base() {
				return platform.service("goals-service");
			}
		};

		abstract URI base();

	}

}
