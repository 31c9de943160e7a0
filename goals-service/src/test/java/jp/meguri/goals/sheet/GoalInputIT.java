package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.PlanLink.Choice;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** What people type, paste and forge. */
@MeguriIT
class GoalInputIT {

	// One for all tests: nothing here depends on what else is on the sheet.
	private static final AtomicInteger YEAR = new AtomicInteger();

	@LocalServerPort
	private int port;

	private Desk desk;

	private int year;

	@BeforeEach
	void aYear() {
		this.desk = new Desk(this.port);
		this.year = YEAR.updateAndGet((known) -> (known != 0) ? known : this.desk.office.openYear());
	}

	@ParameterizedTest
	@ValueSource(strings = { "葛󠄀城市と𠮷野町", "か\u3099き\u3099", "神社の\uFA19", "👩‍👩‍👧‍👦🇯🇵👍🏽", "①㈱㍻ｶﾅ〜～−－",
			"' OR 1=1--; %_\\", "<script>alert(1)</script>{{7*7}}${jndi:x}", "行の前後 ", " 半角と\u3000全角の空白", "私用領域\uE000",
			"1行目\n2行目\t続き" })
	void text_isKeptByteForByte(String text) {
		GoalContent content = new GoalContent("題名", List.of(), List.of(), List.of(), List.of(),
				List.of(Block.entry(UUID.randomUUID(), 1, "○", text)), List.of(), Contents.links(), null, null);
		Named goal = this.desk.draft(this.year, content);
		assertThat(this.desk.sato.get(goal.path()).text("/content/actions/0/text")).isEqualTo(text);
		this.desk.sato.post(Desk.sheet(this.year) + "/submission", Desk.items(goal));
		assertThat(this.desk.sato.get(goal.path() + "/revisions/1").text("/actions/0/text")).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "state", "ownerUnit", "municipality", "version", "revision", "id", "number", "lastWriter",
			"published" })
	void propertyNobodyMaySet_isRefusedAsUnknown(String property) {
		Named goal = this.desk.draft(this.year);
		ObjectNode edit = (ObjectNode) Caller.JSON
			.readTree(Caller.JSON.writeValueAsString(Map.of("content", Contents.annualGoal("別の案"))));
		edit.put(property, "CONFIRMED");
		Answer answer = this.desk.sato.put(goal.path(), edit, 1L);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/type")).isEqualTo("urn:meguri:problem:unknown-property");
		assertThat(this.desk.sato.get(goal.path()).body().at("/revision").asLong()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                    | 422
			{"content":null}                                      | 422
			{"content":{}}                                        | 400
			{"content":"x"}                                       | 400
			[]                                                    | 400
			null                                                  | 400
			{"content"                                            | 400
			{"content":{"title":"a","title":"b"}}                 | 400
			""")
	void brokenBody_isToldSo(String body, int status) {
		Named goal = this.desk.draft(this.year);
		Answer answer = this.desk.sato.put(goal.path(), body, 1L);
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
	}

	@Test
	void characterThatCannotBeKept_isRefused() {
		Named goal = this.desk.draft(this.year);
		String body = Caller.JSON.writeValueAsString(Map.of("content", Contents.annualGoal("XX")));
		assertThat(this.desk.sato.put(goal.path(), body.replace("XX", "a\\u0000b"), 1L).status()).isEqualTo(422);
		assertThat(this.desk.sato.put(goal.path(), body.replace("XX", "a\\ud800b"), 1L).status()).isEqualTo(400);
		assertThat(this.desk.sato.put(goal.path(), body.replace("XX", "a\\u202eb"), 1L).status()).isEqualTo(422);
		assertThat(this.desk.sato.put(goal.path(), body.replace("XX", "長".repeat(201)), 1L).status()).isEqualTo(422);
	}

	@Test
	void link_isToANodeOfTheYear_orNone_orAsPrinted() {
		assertThat(create(Contents.link("comprehensive-plan", Choice.NODE, UUID.randomUUID(), "9-9", "知らない施策")))
			.satisfies((answer) -> {
				assertThat(answer.status()).isEqualTo(422);
				assertThat(answer.text("/errors/0/pointer")).isEqualTo("/content/links/0/node");
				assertThat(answer.text("/errors/0/key")).isEqualTo("unknown-node");
			});
		Answer both = create(Contents.link("basic-policy", Choice.NO_LINK, null, "0", ""),
				Contents.link("basic-policy", Choice.NODE, Office.BASIC_POLICY, "12", "協働のまちづくり"));
		assertThat(both.text("/errors/0/key")).isEqualTo("no-link-excludes");
		Answer printed = create(Contents.link("basic-policy", Choice.AS_PRINTED, null, "47", "旧計画の項目"));
		assertThat(printed.status()).isEqualTo(201);
		Answer unresolved = this.desk.yamada.get("/api/goals/plan-links/unresolved?fiscalYear=" + this.year);
		assertThat(unresolved.body().at("/items").size()).isEqualTo(1);
		assertThat(unresolved.text("/items/0/code")).isEqualTo("47");
		assertThat(unresolved.text("/items/0/unitName")).isEqualTo("くらし協働部");
	}

	@Test
	void unresolvedLinks_comeInPages() {
		int full = this.desk.office.openYear();
		List<PlanLink> fifty = IntStream.range(0, 50)
			.mapToObj((i) -> Contents.link("basic-policy", Choice.AS_PRINTED, null, "旧" + i, "旧計画の項目"))
			.toList();
		for (int i = 0; i < 5; i++) {
			this.desk.draft(full, Contents.linked(Contents.annualGoal("古い計画の目標"), fifty));
		}
		String path = "/api/goals/plan-links/unresolved?fiscalYear=" + full;
		Answer first = this.desk.yamada.get(path);
		assertThat(first.body().at("/items").size()).isEqualTo(200);
		Answer second = this.desk.yamada.get(path + "&after=" + first.text("/next"));
		assertThat(second.body().at("/items").size()).isEqualTo(50);
		assertThat(second.body().at("/next").isNull()).isTrue();
		assertThat(second.text("/items/0/number")).isEqualTo("5");
		assertThat(this.desk.yamada.get(path + "&after=x").status()).isEqualTo(400);
	}

	@Test
	void onlyOneMission_perSheet() {
		String path = Desk.sheet(this.desk.office.openYear()) + "/goals";
		var mission = Contents.adding(GoalKind.MISSION_AND_POLICIES, Contents.missionAndPolicies());
		assertThat(this.desk.sato.post(path, mission).status()).isEqualTo(201);
		assertThat(this.desk.sato.post(path, mission).status()).isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource({ "1-①, 1", "1－①, 1", "１-11, 1", "1, 3", "自治, 1", "まち, 2", "%, 0", "9-9, 0" })
	void planNode_isFoundByNumberOrWord(String typed, int found) {
		String q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
		Answer answer = this.desk.sato.get("/api/goals/plan-nodes?fiscalYear=" + this.year + "&q=" + q);
		assertThat(answer.body().at("/items").size()).as(answer.body().toPrettyString()).isEqualTo(found);
	}

	@Test
	void unknownParameterAndBrokenIds_areRefused() {
		assertThat(this.desk.sato.get("/api/goals/sheets?department=civic").status()).isEqualTo(400);
		assertThat(this.desk.sato.get("/api/goals/1-1-1-1-1").status()).isEqualTo(404);
		assertThat(this.desk.sato.get("/api/goals/sheets?fiscalYear=%EF%BC%92%EF%BC%90").status()).isIn(400, 422);
	}

	private Answer create(PlanLink... links) {
		return this.desk.sato.post(Desk.sheet(this.year) + "/goals", Contents.adding(GoalKind.ANNUAL_GOAL,
				Contents.linked(Contents.annualGoal("つながりのある目標"), List.of(links))));
	}

}
