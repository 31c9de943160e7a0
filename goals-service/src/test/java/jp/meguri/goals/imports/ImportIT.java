package jp.meguri.goals.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.goals.Office;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@MeguriIT
class ImportIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Path SAMPLE = Path.of("../docs/demo/nagisa-civic-2025.txt");

	private static final UUID CIVIC = Office.CIVIC;

	@Value("${local.server.port}")
	private int port;

	private Office office;

	private EventPublisherForTests publisher;

	@BeforeEach
	void openOffice() {
		this.office = Office.of(this.port);
		this.publisher = this.office.events();
		await().atMost(SOON).until(() -> post("yamada", Map.of("name", "x"), "/api/goals/imports", 0).status == 422);
	}

	@Test
	void upload_readsTheSheet_andTouchesNoGoal() throws IOException {
		Answer first = upload("yamada", "sheet.txt", sample("upload"), Map.of());
		assertThat(first.status).isEqualTo(201);
		assertThat(first.text("family")).isEqualTo("DEPARTMENT_GOAL_SHEET");
		assertThat(first.body.get("proposedFiscalYear").get("value").asInt()).isEqualTo(2025);
		assertThat(first.text("matchingUnit")).isEqualTo(CIVIC.toString());
		assertThat(first.body.get("draft").get("goals")).hasSize(7);
		assertThat(first.body.get("remarks")).isNotEmpty();
		requireSpansToShowTheTexts(first.body);
		Answer again = upload("yamada", "other-name.txt", sample("upload"), Map.of());
		assertThat(again.status).isEqualTo(200);
		assertThat(again.text("id")).isEqualTo(first.text("id"));
		assertThat(goals(2025)).isEmpty();
	}

	private static void requireSpansToShowTheTexts(JsonNode view) {
		String source = view.get("source").asString();
		for (JsonNode block : view.get("draft").get("goals").get(0).get("content").get("actions")) {
			StringBuilder shown = new StringBuilder();
			view.get("spans")
				.get(block.get("id").asString())
				.forEach((place) -> shown.append(source, place.get(0).asInt(), place.get(1).asInt()));
			assertThat(shown.toString()).isEqualTo(block.get("marker").asString() + block.get("text").asString());
		}
	}

	@Test
	void registration_makesTheGoals_andOffersTheResults() throws IOException {
		int year = this.office.backLoadedYear();
		Answer read = upload("yamada", "sheet.txt", sample("registration"), Map.of());
		Answer registered = register("yamada", read, CIVIC, year);
		assertThat(registered.status).isEqualTo(200);
		assertThat(registered.text("state")).isEqualTo("REGISTERED");
		assertThat(registered.text("closedBy")).isEqualTo("山田 薫");
		assertThat(
				values(get("yamada", "/api/goals/imports?sheet=" + registered.text("sheet")).body.get("items"), "id"))
			.containsExactly(read.text("id"));
		JsonNode goals = goals(year);
		assertThat(values(goals, "kind")).containsExactly("MISSION_AND_POLICIES", "ANNUAL_GOAL", "ANNUAL_GOAL",
				"ANNUAL_GOAL", "ANNUAL_GOAL", "MID_TERM_GOAL", "MID_TERM_GOAL", "MID_TERM_GOAL");
		assertThat(values(goals, "id")).isEqualTo(strings(registered.body.get("goals")));
		JsonNode links = goals.get(1).get("content").get("links");
		assertThat(values(links, "choice")).containsExactly("NODE", "AS_PRINTED", "AS_PRINTED");
		assertThat(links.get(0).get("node").asString()).isEqualTo(Office.NODE.toString());
		UUID importId = UUID.fromString(read.text("id"));
		await().atMost(SOON).until(() -> offered(importId).size() == 2);
		List<EventEnvelope<ImportEvent>> offers = offered(importId);
		ResultsOffered results = (ResultsOffered) offers.get(0).data();
		assertThat(offers.get(0).mode()).isEqualTo(CycleMode.BACK_LOADING);
		assertThat(results.results()).hasSize(4);
		assertThat(results.results().get(0).goal()).hasToString(goals.get(1).get("id").asString());
		assertThat(results.results().get(0).content().achievements()).hasSize(3);
		assertThat(((ResultsOffered) offers.get(1).data()).results().get(0).content().review()).hasSize(3);
		assertThat(this.publisher.received(Topics.GOALS, GoalEvent.class))
			.filteredOn((event) -> event.data().goal().sheet().equals(results.sheet()))
			.hasSize(8);
		answersArrive(importId, results.sheet());
		requireSecondRegistrationToBeRefused(year);
	}

	private void answersArrive(UUID importId, UUID sheet) {
		answer(importId, sheet, 1, new ImportAnswer.PartApplied(importId, 1));
		answer(importId, sheet, 2, new ImportAnswer.PartRefused(importId, 2, "import.goal-unknown"));
		await().atMost(SOON)
			.until(() -> values(get("yamada", "/api/goals/imports/" + importId).body.get("parts"), "state"),
					List.of("APPLIED", "REFUSED")::equals);
		JsonNode refused = get("yamada", "/api/goals/imports/" + importId).body.get("parts").get(1);
		assertThat(refused.get("reason").get("ja").asString()).isEqualTo("目標が見つかりません。");
	}

	private void answer(UUID importId, UUID sheet, int part, ImportAnswer answer) {
		UUID aggregate = UUID.nameUUIDFromBytes((importId + "/" + part).getBytes(StandardCharsets.UTF_8));
		this.publisher.publish(EventEnvelope.of(Office.NAGISA, "import-answer", aggregate, 1, sheet, Instant.now(),
				CycleMode.BACK_LOADING, EventActor.SYSTEM, null, answer), Topics.EVALUATIONS);
	}

	private void requireSecondRegistrationToBeRefused(int year) throws IOException {
		Answer other = upload("yamada", "again.txt", sample("again"), Map.of());
		Answer refused = register("yamada", other, CIVIC, year);
		assertThat(refused.status).isEqualTo(409);
		assertThat(refused.text("type")).endsWith("sheet-not-empty");
		assertThat(get("yamada", "/api/goals/imports/" + other.text("id")).text("state")).isEqualTo("READ");
		assertThat(goals(year)).hasSize(8);
	}

	@Test
	void import_isSeenByItsUnitAndThePlanners() throws IOException {
		String unit = CIVIC.toString();
		Answer mine = upload("sato", "mine.txt", sample("seen"), Map.of("unit", unit));
		String path = "/api/goals/imports/" + mine.text("id");
		assertThat(status("sato", path)).isEqualTo(200);
		assertThat(status("yamada", path)).isEqualTo(200);
		assertThat(status("tanaka", path)).isEqualTo(404);
		assertThat(status("hayashi", path)).isEqualTo(404);
		assertThat(register("sato", mine, Office.ENVIRONMENT, 2025).status).isEqualTo(403);
		assertThat(register("tanaka", mine, Office.ENVIRONMENT, 2025).status).isEqualTo(404);
		assertThat(upload("tanaka", "yours.txt", sample("foreign"), Map.of("unit", unit)).status).isEqualTo(403);
		assertThat(upload("tanaka", "same.txt", sample("seen"), Map.of()).status).isEqualTo(409);
		assertThat(values(get("tanaka", "/api/goals/imports").body.get("items"), "id")).doesNotContain(mine.text("id"));
	}

	@Test
	void file_isDecodedOrRefused() throws IOException {
		byte[] windows = new String(sample("windows"), StandardCharsets.UTF_8).getBytes(Charset.forName("windows-31j"));
		assertThat(upload("yamada", "windows.txt", windows, Map.of()).text("encoding")).isEqualTo("CP932");
		Answer broken = upload("yamada", "broken.txt", new byte[] { (byte) 0xe9, (byte) 0xff, (byte) 0xfe }, Map.of());
		assertThat(broken.status).isEqualTo(422);
		assertThat(broken.text("type")).endsWith("import-broken-text");
		Answer office = upload("yamada", "sheet.docx", new byte[] { 'P', 'K', 3, 4, 1 }, Map.of());
		assertThat(office.text("type")).endsWith("import-broken-office-file");
		assertThat(upload("yamada", "huge.txt", new byte[6 * 1024 * 1024], Map.of()).status).isEqualTo(413);
		assertThat(upload("yamada", "empty.txt", new byte[0], Map.of()).status).isEqualTo(422);
	}

	@Test
	void text_isTakenAsJson() {
		Answer other = post("yamada", Map.of("name", "memo", "text", "会議の記録\n1 出席者\n"), "/api/goals/imports", 0);
		assertThat(other.status).isEqualTo(201);
		assertThat(other.text("family")).isEqualTo("UNKNOWN");
		Answer refused = register("yamada", other, CIVIC, 2025);
		assertThat(refused.text("type")).endsWith("import-family-unknown");
	}

	@Test
	void draft_isCorrectedUnderItsRevision() throws IOException {
		Answer read = upload("yamada", "sheet.txt", sample("corrected"), Map.of());
		ObjectNode draft = (ObjectNode) read.body.get("draft");
		((ObjectNode) draft.get("goals").get(0).get("content")).put("title", "直した件名");
		String path = "/api/goals/imports/" + read.text("id") + "/draft";
		assertThat(put("yamada", Map.of("draft", draft), path, 7).status).isEqualTo(412);
		Answer corrected = put("yamada", Map.of("draft", draft), path, 1);
		assertThat(corrected.status).isEqualTo(200);
		assertThat(corrected.body.get("revision").asLong()).isEqualTo(2);
		assertThat(corrected.body.get("draft").get("goals").get(0).get("content").get("title").asString())
			.isEqualTo("直した件名");
		assertThat(corrected.text("source")).isEqualTo(read.text("source"));
	}

	@Test
	void abandonedImport_canBeLookedUp_andItsFileUploadedAgain() throws IOException {
		Answer read = upload("yamada", "sheet.txt", sample("abandoned"), Map.of());
		String path = "/api/goals/imports/" + read.text("id");
		assertThat(answer(as("yamada").delete().uri(path).header("If-Match", "\"1\"").exchange()).status)
			.isEqualTo(204);
		Answer kept = get("yamada", path);
		assertThat(kept.text("state")).isEqualTo("ABANDONED");
		assertThat(kept.text("closedBy")).isEqualTo("山田 薫");
		assertThat(register("yamada", kept, CIVIC, 2025).status).isEqualTo(409);
		assertThat(upload("yamada", "sheet.txt", sample("abandoned"), Map.of()).status).isEqualTo(201);
	}

	@Test
	void yearOrUnitThatDoesNotFit_isRefused() throws IOException {
		Answer read = upload("yamada", "sheet.txt", sample("fit"), Map.of());
		assertThat(register("yamada", read, CIVIC, 2023).text("type")).endsWith("year-not-open");
		assertThat(register("yamada", read, CIVIC, 1990).status).isEqualTo(422);
		assertThat(register("yamada", read, UUID.randomUUID(), 2025).status).isEqualTo(422);
	}

	@Test
	void realSheet_isRegisteredForAPastYear() throws IOException {
		Path document = Path.of("../../shared/documents/000_312b01cd583a9926.txt");
		assumeTrue(Files.exists(document), "the real document is not here");
		Answer read = upload("yamada", "t20.txt", Files.readAllBytes(document), Map.of());
		assertThat(read.body.get("proposedFiscalYear").get("value").asInt()).isEqualTo(2020);
		int year = this.office.backLoadedYear();
		Answer registered = register("yamada", read, Office.ENVIRONMENT, year);
		assertThat(registered.status).as(registered.body.toString()).isEqualTo(200);
		assertThat(registered.body.get("goals")).hasSize(14);
		UUID id = UUID.fromString(read.text("id"));
		await().atMost(SOON).until(() -> offered(id).size() == 2);
		assertThat(((ResultsOffered) offered(id).get(0).data()).results()).hasSize(6);
		assertThat(((ResultsOffered) offered(id).get(1).data()).results().get(0).content().review()).hasSize(5);
		JsonNode unresolved = get("yamada", "/api/goals/plan-links/unresolved?fiscalYear=" + year).body.get("items");
		assertThat(unresolved.size()).isEqualTo(37);
	}

	private JsonNode goals(int year) {
		return get("sato", "/api/goals/sheets/" + year + "/" + CIVIC).body.get("goals");
	}

	private List<EventEnvelope<ImportEvent>> offered(UUID importId) {
		return this.publisher.received(Topics.GOALS, ImportEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(importId))
			.toList();
	}

	/** The sample sheet; another label makes it another file. */
	private static byte[] sample(String label) throws IOException {
		String sheet = Files.readString(SAMPLE).replace("1-1-① 地域活動の担い手づくり", "1-① 地域の自治を進めます");
		return (sheet + "\n<!-- " + label + " -->\n").getBytes(StandardCharsets.UTF_8);
	}

	private Answer upload(String person, String name, byte[] bytes, Map<String, String> fields) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("file", new ByteArrayResource(bytes)).filename(name);
		fields.forEach(body::part);
		return answer(as(person).post()
			.uri("/api/goals/imports")
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.bodyValue(body.build())
			.exchange());
	}

	private Answer register(String person, Answer read, UUID unit, int year) {
		return post(person, Map.of("unit", unit, "fiscalYear", year),
				"/api/goals/imports/" + read.text("id") + "/registration", read.body.get("revision").asLong());
	}

	private Answer post(String person, Object body, String uri, long revision) {
		return answer(as(person).post()
			.uri(uri)
			.header("If-Match", "\"" + revision + "\"")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsString(body))
			.exchange());
	}

	private Answer put(String person, Object body, String uri, long revision) {
		return answer(as(person).put()
			.uri(uri)
			.header("If-Match", "\"" + revision + "\"")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsString(body))
			.exchange());
	}

	private Answer get(String person, String uri) {
		return answer(as(person).get().uri(uri).exchange());
	}

	private int status(String person, String uri) {
		return get(person, uri).status;
	}

	private WebTestClient as(String person) {
		String city = person.equals("hayashi") ? "tsukimi" : "nagisa";
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(20))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
			.defaultHeaders((headers) -> headers.setBearerAuth(TestTokens.tokenFor(city, person)))
			.build();
	}

	private static Answer answer(WebTestClient.ResponseSpec exchange) {
		var result = exchange.expectBody().returnResult();
		byte[] body = result.getResponseBody();
		return new Answer(result.getStatus().value(),
				(body == null || body.length == 0) ? JSON.createObjectNode() : JSON.readTree(body));
	}

	private static List<String> values(JsonNode array, String field) {
		List<String> values = new ArrayList<>();
		array.forEach((item) -> values.add(item.get(field).asString()));
		return values;
	}

	private static List<String> strings(JsonNode array) {
		List<String> values = new ArrayList<>();
		array.forEach((item) -> values.add(item.asString()));
		return values;
	}

	private record Answer(int status, JsonNode body) {

		String text(String field) {
			return this.body.path(field).asString("");
		}

	}

}
