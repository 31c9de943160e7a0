package jp.meguri.goals.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.events.goals.ImportEvent.OrganisationOffered;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.reading.SourceDocument;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the reading of a plan's document to its sheet.
 */
@MeguriIT
class PlanImportIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	@Autowired
	private ImportRepository imports;

	@Autowired
	private RemarkRepository remarks;

	@Autowired
	private CityTransaction transaction;

	@Autowired
	private Directory directory;

	private Desk desk;

	@BeforeEach
	void people() {
		this.desk = new Desk(this.port);
	}

	@Test
	void registration_makesTheSheet_andOffersItsParts() {
		int year = this.desk.office.backLoadedYear();
		UUID id = read("registered");
		requireUnitsToBeProposed(id, year);
		Answer registered = register(id, year, "第1次");
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(200);
		UUID edition = UUID.fromString(registered.text("/edition"));
		assertThat(values(registered.body().at("/parts"), "target")).containsExactly("catalog", "catalog",
				"evaluation");
		await().atMost(SOON).until(() -> offered(id).size() == 3);
		PlanOffered plan = (PlanOffered) offered(id).get(0);
		assertThat(plan.edition().id()).isEqualTo(edition);
		assertThat(plan.edition().levelNames()).containsExactly("基本方針", "取り組みの項目");
		assertThat(plan.nodes()).extracting("linkable").containsExactly(false, true, true);
		OrganisationOffered organisation = (OrganisationOffered) offered(id).get(1);
		assertThat(organisation.units()).extracting("name").containsExactly("財産活用課");
		ResultsOffered results = (ResultsOffered) offered(id).get(2);
		assertThat(results.edition()).isEqualTo(edition);
		assertThat(results.results()).hasSize(3);
		ReportContent report = results.results().get(0).content();
		assertThat(report.grade()).isEqualTo(new ReportContent.Grade(plan.gradingScheme().id(), "B", ""));
		assertThat(report.nextStep()).isEqualTo(ReportContent.NextStep.CONTINUE);
		assertThat(report.processEvaluation()).hasSize(1);
		assertThat(this.desk.office.events().received(Topics.GOALS, GoalEvent.class))
			.filteredOn((event) -> event.data().goal().sheet().equals(results.sheet()))
			.hasSize(3)
			.allSatisfy((event) -> assertThat(event.data().goal().edition()).isEqualTo(edition));
		requireAnswersToBeShown(id, results.sheet());
		requireSheet(year, edition, plan, organisation.units().get(0).id());
	}

	@Test
	void indicators_areTiedByTheirNames_andOthersAreLeftOpen() throws IOException {
		String text = Files.readString(Path.of("../platform/reading/src/test/resources/nagisa/results-2024.txt"));
		JsonNode before = upload("open.txt", text + "\n一度目").body().at("/draft/indicators");
		assertThat(before).hasSizeGreaterThan(1);
		assertThat(before.at("/0/indicator").isNull()).isTrue();
		this.desk.sato.post("/api/goals/indicators", Map.of("name", before.at("/0/name").asString(), "unit",
				before.at("/0/unit").asString(), "direction", "MORE_IS_BETTER"));
		Answer read = upload("tied.txt", text + "\n二度目");
		JsonNode indicators = read.body().at("/draft/indicators");
		String tied = indicators.at("/0/indicator").asString();
		assertThat(values(read.body().at("/remarks"), "key")).filteredOn("indicator-open"::equals)
			.hasSize(open(indicators))
			.isNotEmpty();
		UUID id = UUID.fromString(read.text("/id"));
		int year = this.desk.office.backLoadedYear();
		Answer registered = register(id, year, "指標");
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(200);
		Answer shown = this.desk.yamada.get("/api/goals/indicators/" + tied);
		assertThat(shown.body().at("/years/0/fiscalYear").asInt()).isEqualTo(year);
		assertThat(shown.body().at("/years/0/goals/0/targets/0/value").isNull()).isFalse();
	}

	private static int open(JsonNode indicators) {
		int open = 0;
		for (JsonNode one : indicators) {
			open += (one.get("indicator").isNull() && !one.get("create").asBoolean()) ? 1 : 0;
		}
		return open;
	}

	private void requireUnitsToBeProposed(UUID id, int year) {
		Answer view = this.desk.yamada.get(path(id));
		assertThat(view.text("/family")).isEqualTo("PDCA_RESULTS");
		JsonNode organisation = view.body().at("/draft/organisation");
		assertThat(organisation.get(0).get("unit").asString()).isEqualTo(Office.COLLABORATION.toString());
		assertThat(organisation.get(1).get("unit").asString()).isEqualTo(Office.ENVIRONMENT.toString());
		assertThat(organisation.get(2).get("unit").isNull()).isTrue();
		assertThat(organisation.get(3).get("unit").isNull()).isTrue();
		ObjectNode draft = (ObjectNode) view.body().get("draft");
		((ObjectNode) draft.get("organisation").get(3)).put("create", true);
		assertThat(this.desk.yamada.put(path(id) + "/draft", Map.of("draft", draft), 1L).status()).isEqualTo(200);
	}

	private void requireAnswersToBeShown(UUID id, UUID sheet) {
		PlanOffered plan = (PlanOffered) offered(id).get(0);
		UUID present = UUID.randomUUID();
		UUID known = plan.nodes().get(1).id();
		answer(id, sheet,
				new ImportAnswer.PartApplied(id, 1,
						List.of(new ImportAnswer.Match(known, present), new ImportAnswer.Match(present, known))),
				Topics.CATALOG);
		answer(id, sheet, new ImportAnswer.PartRefused(id, 2, "import.no-right"), Topics.CATALOG);
		answer(id, sheet, new ImportAnswer.PartApplied(id, 3), Topics.EVALUATIONS);
		await().atMost(SOON)
			.until(() -> values(this.desk.yamada.get(path(id)).body().at("/parts"), "state"),
					List.of("APPLIED", "REFUSED", "APPLIED")::equals);
		JsonNode parts = this.desk.yamada.get(path(id)).body().at("/parts");
		assertThat(values(parts.at("/0/matches"), "name")).containsExactly("① 歳入を増やす", "");
		assertThat(values(parts.at("/0/matches"), "present")).first().isEqualTo(present.toString());
		assertThat(parts.at("/1/matches")).isEmpty();
		assertThat(parts.at("/1/reason/ja").asString()).isNotBlank();
	}

	private void requireSheet(int year, UUID edition, PlanOffered plan, UUID created) {
		Answer sheet = this.desk.yamada.get(sheet(year, edition));
		assertThat(sheet.status()).isEqualTo(200);
		assertThat(sheet.text("/edition/planName")).isEqualTo("行政改革実施計画");
		assertThat(values(sheet.body().at("/nodes"), "title")).containsExactly("財政を健全に保つ", "歳入を増やす", "支出を見直す");
		JsonNode goals = sheet.body().at("/goals");
		assertThat(goals.at("/0/node").asString()).isEqualTo(plan.nodes().get(1).id().toString());
		assertThat(goals.at("/0/ownerUnit/name").asString()).isEqualTo("協働推進課");
		assertThat(goals.at("/1/ownerUnit/id").asString()).isEqualTo(created.toString());
		assertThat(goals.at("/2/ownerUnit/name").asString()).isEqualTo("政策企画課");
		assertThat(goals.at("/2/node").isNull()).isTrue();
		assertThat(this.desk.yamada.get("/api/goals/" + goals.at("/1/id").asString()).status()).isEqualTo(200);
		assertThat(values(this.desk.yamada.get("/api/goals/plan-sheets?fiscalYear=" + year).body().at("/items"),
				"edition"))
			.containsExactly(edition.toString());
	}

	@Test
	void rows_areSeenByTheirUnits_andByAllOnceConfirmed() {
		int year = this.desk.office.backLoadedYear();
		UUID id = read("seen");
		UUID edition = UUID.fromString(register(id, year, "第2次").text("/edition"));
		String path = sheet(year, edition);
		assertThat(this.desk.hayashi.get(path).status()).isEqualTo(404);
		assertThat(this.desk.hayashi.get("/api/goals/plan-sheets?fiscalYear=" + year).body().at("/items")).isEmpty();
		assertThat(this.desk.ops.get(path).status()).isEqualTo(403);
		assertThat(this.desk.sato.get(path).status()).isEqualTo(404);
		assertThat(values(this.desk.takahashi.get(path).body().at("/goals"), "number")).containsExactly("1");
		assertThat(values(this.desk.tanaka.get(path).body().at("/goals"), "number")).containsExactly("1");
		Named row = Named.of(this.desk.takahashi.get(path).body().at("/goals/0"));
		assertThat(mayDo(this.desk.takahashi, path)).containsExactly("export", "submit");
		assertThat(mayDo(this.desk.tanaka, path)).containsExactly("export");
		assertThat(this.desk.tanaka.get(path).body().at("/can/submit/ja").asString()).isNotBlank();
		assertThat(this.desk.tanaka.post(path + "/submission", Desk.items(row)).status()).isEqualTo(403);
		assertThat(this.desk.sato.post(path + "/submission", Desk.items(row)).status()).isEqualTo(404);
		assertThat(this.desk.takahashi.post(path + "/submission", Desk.items(row)).status()).isEqualTo(200);
		assertThat(mayDo(this.desk.suzuki, path)).contains("approve", "return");
		assertThat(this.desk.suzuki.post(path + "/approval", Desk.items(row)).status()).isEqualTo(200);
		assertThat(this.desk.yamada.post(path + "/confirmation", Desk.items(row)).status()).isEqualTo(200);
		assertThat(values(this.desk.sato.get(path).body().at("/goals"), "state")).containsExactly("CONFIRMED");
		JsonNode summary = this.desk.sato.get("/api/goals/plan-sheets?fiscalYear=" + year).body().at("/items/0");
		assertThat(summary.at("/confirmed").asInt()).isEqualTo(1);
		assertThat(summary.at("/total").asInt()).isEqualTo(1);
		String ownSheet = "/api/goals/sheets/" + year + "/" + Office.COLLABORATION;
		assertThat(this.desk.takahashi.get(ownSheet).body().at("/goals")).isEmpty();
	}

	private static List<String> mayDo(Caller caller, String path) {
		List<String> allowed = new ArrayList<>();
		caller.get(path).body().at("/can").properties().forEach((entry) -> {
			if (entry.getValue().at("/allowed").asBoolean()) {
				allowed.add(entry.getKey());
			}
		});
		return allowed;
	}

	@Test
	void onlyPlanners_registerPlans() {
		int year = this.desk.office.backLoadedYear();
		UUID id = read("planners", "sato");
		assertThat(this.desk.sato.get(path(id)).body().at("/can/register/allowed").asBoolean()).isFalse();
		assertThat(register(this.desk.sato, id, year, "第3次").status()).isEqualTo(403);
		assertThat(register(this.desk.tanaka, id, year, "第3次").status()).isEqualTo(404);
		assertThat(register(this.desk.hayashi, id, year, "第3次").status()).isEqualTo(404);
	}

	@Test
	void nextYearsDocument_keepsTheEdition_andIsNotMixedWithWhatIsThere() {
		int first = this.desk.office.backLoadedYear();
		UUID once = read("first");
		Answer registered = register(once, first, "第4次");
		int second = this.desk.office.backLoadedYear();
		UUID twice = read("second");
		Answer again = register(twice, second, "第4次");
		assertThat(again.text("/edition")).isEqualTo(registered.text("/edition"));
		UUID edition = UUID.fromString(registered.text("/edition"));
		assertThat(values(this.desk.yamada.get(sheet(second, edition)).body().at("/nodes"), "id"))
			.isEqualTo(values(this.desk.yamada.get(sheet(first, edition)).body().at("/nodes"), "id"));
		Answer mixed = register(read("third"), second, "第4次");
		assertThat(mixed.status()).isEqualTo(409);
		assertThat(mixed.text("/type")).endsWith("sheet-not-empty");
		assertThat(register(once, first, "第4次").text("/type")).endsWith("wrong-state");
	}

	@Test
	void editionOfTheCatalog_isFoundByItsYears_andItsNodesByTheirTitles() {
		UUID known = UUID.randomUUID();
		UUID node = UUID.randomUUID();
		this.desk.office.announceEdition(known, dimension("第8次"), "第8次",
				List.of(new PlanNode(node, null, 1, List.of(1), "1", "財政を健全に保つ", false)));
		int year = this.desk.office.backLoadedYear();
		Answer registered = register(read("catalog"), year, "第8次");
		assertThat(registered.text("/edition")).isEqualTo(known.toString());
		JsonNode nodes = this.desk.yamada.get(sheet(year, known)).body().at("/nodes");
		assertThat(nodes.at("/0/id").asString()).isEqualTo(node.toString());
		assertThat(nodes.at("/1/parent").asString()).isEqualTo(node.toString());
	}

	@Test
	void whatDoesNotFit_isRefusedWithItsPlace() {
		UUID id = read("fit");
		assertThat(post(id, Map.of("fiscalYear", 2025)).text("/errors/0/pointer")).isEqualTo("/edition");
		assertThat(post(id, Map.of("edition", edition("第5次"))).text("/errors/0/pointer")).isEqualTo("/fiscalYear");
		Map<String, Object> wrong = Map.of("planName", "", "dimension", "改革", "name", "第5次", "firstYear", 2030,
				"lastYear", 2020);
		assertThat(values(post(id, Map.of("fiscalYear", 2025, "edition", wrong)).body().at("/errors"), "pointer"))
			.containsExactly("/edition/planName", "/edition/dimension", "/edition/lastYear");
		assertThat(register(id, 1999, "第5次").text("/type")).endsWith("year-not-open");
	}

	@ParameterizedTest
	@CsvSource({ "results-2024.txt, PDCA_RESULTS", "reform-2025.txt, REFORM_PLAN" })
	void inventedDocument_isUploadedAndRegistered(String file, String family) throws IOException {
		Answer read = upload(file, Files.readString(Path.of("../platform/reading/src/test/resources/nagisa", file)));
		assertThat(read.text("/family")).isEqualTo(family);
		Answer registered = register(UUID.fromString(read.text("/id")), this.desk.office.backLoadedYear(), file);
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(200);
		assertThat(registered.body().at("/goals")).isNotEmpty().hasSameSizeAs(read.body().at("/draft/goals"));
	}

	@ParameterizedTest
	@CsvSource({ "002_f6dabd23c99f11df.txt, REFORM_PLAN, 19", "003_d53926615c04e955.txt, PLAN_PROGRESS, 25",
			"004_2935a94095a34f24.txt, PDCA_RESULTS, 38" })
	void realDocument_isUploadedAndRegistered(String file, String family, int rows) throws IOException {
		Path document = Path.of("../../shared/documents", file);
		assumeTrue(Files.exists(document), "the real document is not here");
		Answer read = upload(file, Files.readString(document));
		assertThat(read.text("/family")).isEqualTo(family);
		assertThat(read.body().at("/draft/goals")).hasSize(rows);
		int year = this.desk.office.backLoadedYear();
		UUID id = UUID.fromString(read.text("/id"));
		Answer corrected = this.desk.yamada.put(path(id) + "/draft", Map.of("draft", read.body().get("draft")), 1L);
		assertThat(corrected.status()).as(corrected.body().toPrettyString()).isEqualTo(200);
		Answer registered = register(id, year, file);
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(200);
		Answer sheet = this.desk.yamada.get(sheet(year, UUID.fromString(registered.text("/edition"))));
		assertThat(sheet.body().at("/goals")).hasSize(rows);
		await().atMost(SOON).until(() -> offered(id).size() >= (family.equals("REFORM_PLAN") ? 1 : 2));
	}

	private Answer upload(String name, String text) {
		Answer read = this.desk.yamada.post("/api/goals/imports", Map.of("name", name, "text", text));
		assertThat(read.status()).as(read.body().toPrettyString()).isEqualTo(201);
		return read;
	}

	@Test
	void remarks_standInOneList_andAreTickedOff() {
		UUID batch = UUID.randomUUID();
		UUID id = read("remarks", "yamada", batch);
		String list = "/api/goals/imports/remarks?batch=" + batch;
		JsonNode items = this.desk.yamada.get(list).body().at("/items");
		assertThat(values(items, "key")).containsExactly("lead-unclear", "look-alike");
		assertThat(items.at("/0/excerpt").asString()).startsWith("・・・P8 なぎさ市行政改革").hasSizeLessThanOrEqualTo(80);
		assertThat(items.at("/0/import").asString()).isEqualTo(id.toString());
		assertThat(this.desk.tanaka.get(list).body().at("/items")).isEmpty();
		assertThat(this.desk.hayashi.get("/api/goals/imports/remarks").body().at("/items")).isEmpty();
		String first = path(id) + "/remarks/0";
		assertThat(this.desk.tanaka.post(first, Map.of("resolved", true)).status()).isEqualTo(404);
		assertThat(this.desk.yamada.post(path(id) + "/remarks/9", Map.of("resolved", true)).status()).isEqualTo(404);
		assertThat(this.desk.yamada.post(first, Map.of("resolved", true)).status()).isEqualTo(204);
		assertThat(values(this.desk.yamada.get(list).body().at("/items"), "key")).containsExactly("look-alike",
				"lead-unclear");
		assertThat(this.desk.yamada.get(path(id)).body().at("/remarks/0/resolvedBy").asString()).isEqualTo("山田 薫");
		assertThat(openDecisions(batch)).isZero();
		assertThat(this.desk.yamada.post(first, Map.of("resolved", false)).status()).isEqualTo(204);
		assertThat(openDecisions(batch)).isEqualTo(1);
	}

	@Test
	void batch_isAbandonedAsFarAsItIsOnlyRead() {
		UUID batch = UUID.randomUUID();
		UUID kept = read("kept", "yamada", batch);
		assertThat(register(kept, this.desk.office.backLoadedYear(), "第6次").status()).isEqualTo(200);
		UUID left = read("left", "yamada", batch);
		String path = "/api/goals/imports/batches/" + batch;
		assertThat(this.desk.tanaka.delete(path, null).body().at("/abandoned").asInt()).isZero();
		assertThat(this.desk.hayashi.delete(path, null).body().at("/abandoned").asInt()).isZero();
		assertThat(this.desk.yamada.delete(path, null).body().at("/abandoned").asInt()).isEqualTo(1);
		assertThat(this.desk.yamada.get(path(left)).text("/state")).isEqualTo("ABANDONED");
		assertThat(this.desk.yamada.get(path(kept)).text("/state")).isEqualTo("REGISTERED");
		assertThat(values(this.desk.yamada.get("/api/goals/imports?batch=" + batch).body().at("/items"), "id"))
			.containsExactly(left.toString(), kept.toString());
	}

	private int openDecisions(UUID batch) {
		return this.desk.yamada.get("/api/goals/imports?batch=" + batch).body().at("/items/0/openDecisions").asInt();
	}

	private UUID read(String label) {
		return read(label, "yamada");
	}

	private UUID read(String label, String person) {
		return read(label, person, null);
	}

	/** As if somebody had uploaded the document. */
	private UUID read(String label, String person, UUID batch) {
		PlanText text = new PlanText(label + Ids.next());
		Actor actor = this.directory.actorOf(TestTokens.issuer("nagisa"), person).block();
		var upload = new Upload("plan.txt", text.source().getBytes(java.nio.charset.StandardCharsets.UTF_8), null, null,
				batch, "");
		var document = new SourceDocument("plan.txt", text.source(), SourceDocument.Encoding.UTF_8, List.of());
		var made = new DraftMaker(text.reading());
		ImportDraft draft = new UnitProposals(this.directory.city(Office.NAGISA).block(), 2026).in(made.draft());
		var read = new ImportReading.Read(document, draft, made.readSheet(), null, null);
		StoredImport added = StoredImport.read(Ids.next(), Office.NAGISA, upload, read, draft, actor, Instant.now());
		this.transaction.in(Office.NAGISA, this.imports.add(added).then(this.remarks.add(added))).block();
		return added.id();
	}

	private Answer register(UUID id, int year, String edition) {
		return register(this.desk.yamada, id, year, edition);
	}

	private Answer register(Caller caller, UUID id, int year, String edition) {
		return post(caller, id, Map.of("fiscalYear", year, "edition", edition(edition)));
	}

	private static Map<String, Object> edition(String name) {
		return Map.of("planName", "行政改革実施計画", "dimension", dimension(name), "name", name, "firstYear", 1999, "lastYear",
				2100);
	}

	// Editions of the same plan and years are the same edition; each test has its plan.
	private static String dimension(String name) {
		return "plan-" + Integer.toHexString(name.hashCode());
	}

	private Answer post(UUID id, Object body) {
		return post(this.desk.yamada, id, body);
	}

	private Answer post(Caller caller, UUID id, Object body) {
		JsonNode revision = this.desk.yamada.get(path(id)).body().get("revision");
		return caller.send(caller.request(path(id) + "/registration")
			.header("If-Match", "\"" + revision.asLong() + "\"")
			.POST(java.net.http.HttpRequest.BodyPublishers.ofString(Caller.JSON.writeValueAsString(body))));
	}

	private List<ImportEvent> offered(UUID importId) {
		return this.desk.office.events()
			.received(Topics.GOALS, ImportEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(importId))
			.map(EventEnvelope::data)
			.toList();
	}

	private void answer(UUID importId, UUID sheet, ImportAnswer answer, String topic) {
		this.desk.office.events()
			.publish(EventEnvelope.of(Office.NAGISA, "import-part", ImportAnswer.aggregateOf(importId, answer.part()),
					1, sheet, Instant.now(), CycleMode.BACK_LOADING, EventActor.SYSTEM, null, answer), topic);
	}

	private static String path(UUID id) {
		return "/api/goals/imports/" + id;
	}

	private static String sheet(int year, UUID edition) {
		return "/api/goals/plan-sheets/" + year + "/" + edition;
	}

	private static List<String> values(JsonNode array, String field) {
		List<String> values = new ArrayList<>();
		array.forEach((item) -> values.add(item.get(field).asString()));
		return values;
	}

}
