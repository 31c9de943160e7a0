package jp.meguri.goals.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.database.CityTransaction;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PhraseDecision.Decision;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

@MeguriIT
class PhraseIT {

	private static final String PATH = "/api/goals/phrases";

	@LocalServerPort
	private int port;

	@Autowired
	private CityTransaction transaction;

	@Autowired
	private DatabaseClient client;

	private Desk desk;

	@BeforeEach
	void people() {
		this.desk = new Desk(this.port);
	}

	@Test
	void textsOfAGoal_areReadForItsYear() {
		Answer read = this.desk.sato.post(PATH, request("GOAL", "出前講座を7月～3月に開く。参加者数150人以上", "予算を確保する"));
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.text("/items/0/schedules/0/phrase")).isEqualTo("7月～3月");
		assertThat(read.text("/items/0/schedules/0/span/0")).isEqualTo("5");
		assertThat(read.text("/items/0/schedules/0/kind")).isEqualTo("MONTH_RANGE");
		assertThat(read.text("/items/0/schedules/0/end")).isEqualTo("2027-03-31");
		assertThat(read.text("/items/0/schedules/0/ja")).isEqualTo("2026/7/1～2027/3/31");
		assertThat(read.text("/items/0/targets/0/comparator")).isEqualTo("GE");
		assertThat(read.text("/items/0/targets/0/value")).isEqualTo("150");
		assertThat(read.text("/items/0/targets/0/unit")).isEqualTo("人");
		assertThat(read.body().at("/items/0/figures")).isEmpty();
		assertThat(read.body().at("/items/1/schedules")).isEmpty();
		assertThat(read.body().at("/items/1/targets")).isEmpty();
	}

	@Test
	void textsOfAResult_giveFigures() {
		Answer read = this.desk.sato.post(PATH, request("RESULT", "相談は456件だった。"));
		assertThat(read.text("/items/0/figures/0/value")).isEqualTo("456");
		assertThat(read.text("/items/0/figures/0/ja")).contains("456件");
		assertThat(read.body().at("/items/0/targets")).isEmpty();
	}

	@Test
	void tooMuch_isRefused_andStrangersToo() {
		String[] many = IntStream.range(0, 501).mapToObj((i) -> "4月").toArray(String[]::new);
		assertThat(this.desk.sato.post(PATH, request("GOAL", many)).text("/errors/0/key")).isEqualTo("too-many");
		assertThat(this.desk.sato.post(PATH, request("GOAL", "あ".repeat(200_001))).status()).isEqualTo(422);
		assertThat(this.desk.sato.post(PATH, Map.of("side", "GOAL")).status()).isEqualTo(422);
		assertThat(this.desk.ops.post(PATH, request("GOAL", "4月")).status()).isEqualTo(403);
		assertThat(this.desk.nobody.post(PATH, request("GOAL", "4月")).status()).isEqualTo(401);
	}

	@Test
	void longText_isReadInTime() {
		long start = System.nanoTime();
		Answer read = this.desk.sato.post(PATH, request("GOAL", "7月～3月に3校区以上、4月".repeat(2_000)));
		assertThat(read.status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
	}

	@Test
	void readings_areDerivedWithTheContent_asPeopleDecidedThem() {
		int year = this.desk.office.openYear();
		GoalContent content = Contents.annualGoal("交流の場を増やす");
		UUID block = content.actions().get(0).id();
		Named goal = this.desk.draft(year, content);
		assertThat(days(goal)).containsExactly(LocalDate.of(year, 7, 1) + "/" + LocalDate.of(year + 1, 3, 31));
		assertThat(
				number("select count(*) from goal_target where goal = :id and comparator = 'GE' and value = 150", goal))
			.isEqualTo(1);
		var corrected = new PhraseDecision(block, "7月～3月", 1, Decision.CORRECTED, "MONTH_RANGE",
				LocalDate.of(year, 8, 1), LocalDate.of(year + 1, 2, 28));
		long revision = edit(goal, content.withReadings(List.of(corrected)), goal.revision());
		assertThat(days(goal)).containsExactly(LocalDate.of(year, 8, 1) + "/" + LocalDate.of(year + 1, 2, 28));
		var none = new PhraseDecision(block, "7月～3月", 1, Decision.NONE, null, null, null);
		edit(goal, content.withReadings(List.of(none)), revision);
		assertThat(days(goal)).isEmpty();
		assertThat(this.desk.sato.delete(goal.path(), revision + 1).status()).isEqualTo(204);
		assertThat(number("select count(*) from goal_target where goal = :id", goal)).isZero();
	}

	private long edit(Named goal, GoalContent content, long revision) {
		Answer edited = this.desk.sato.put(goal.path(), Map.of("content", content), revision);
		assertThat(edited.status()).as(edited.body().toPrettyString()).isEqualTo(200);
		return edited.body().at("/revision").asLong();
	}

	private List<String> days(Named goal) {
		return this.transaction
			.in(Office.NAGISA, this.client
				.sql("select start_day || '/' || end_day as days from goal_schedule where goal = :id order by ordinal")
				.bind("id", goal.id())
				.map((row) -> row.get("days", String.class))
				.all()
				.collectList())
			.block();
	}

	private long number(String sql, Named goal) {
		return this.transaction
			.in(Office.NAGISA, this.client.sql(sql).bind("id", goal.id()).map((row) -> row.get(0, Long.class)).one())
			.block();
	}

	private static Map<String, Object> request(String side, String... texts) {
		return Map.of("fiscalYear", 2026, "side", side, "texts",
				java.util.Arrays.stream(texts)
					.map((text) -> Map.of("id", UUID.randomUUID().toString(), "text", text))
					.toList());
	}

}
