package jp.meguri.goals.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.meguri.events.Topics;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Attachment;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.goals.Superuser;
import jp.meguri.test.MeguriIT;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Our own workbook out and in again, over HTTP. */
@MeguriIT
class WorkbookImportIT {

	private static final String ANNUAL = "当年度目標";

	private static final String ACTION = "交流会の開催 7月～3月";

	@LocalServerPort
	private int port;

	private Desk desk;

	private int year;

	private Named first;

	private Named second;

	@BeforeEach
	void aSheetWithTwoGoals() {
		this.desk = new Desk(this.port);
		this.year = this.desk.office.openYear();
		this.first = this.desk.draft(this.year);
		this.second = this.desk.draft(this.year, Contents.annualGoal("窓口を分かりやすくする"));
		assertThat(this.desk.sato
			.post(Desk.sheet(this.year) + "/goals",
					Contents.adding(GoalKind.MISSION_AND_POLICIES, Contents.missionAndPolicies()))
			.status()).isEqualTo(201);
	}

	@Test
	void workbook_comesBackUnchanged() {
		Answer read = upload(this.desk.sato, export());
		assertThat(read.text("/layout/kind")).isEqualTo("WORKBOOK");
		assertThat(read.text("/unit")).isEqualTo(Office.CIVIC.toString());
		assertThat(read.body().at("/fiscalYear").asInt()).isEqualTo(this.year);
		assertThat(read.body().at("/comparison/unchanged").asBoolean()).isTrue();
		assertThat(values(read.body().at("/comparison/goals"), "status")).containsOnly("UNCHANGED").hasSize(3);
		assertThat(read.body().at("/remarks")).isEmpty();
		assertThat(read.body().at("/can/register/allowed").asBoolean()).isFalse();
		Answer refused = register(this.desk.sato, read, List.of());
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("/type")).endsWith("import-unchanged");
	}

	@Test
	void changedCell_updatesOneGoal_andNewRowsBecomeGoals() {
		byte[] changed = edited(export(), (workbook) -> {
			set(find(workbook.getSheet(ANNUAL), ACTION), "交流会の開催 9月～3月");
			XSSFSheet sheet = workbook.getSheet(ANNUAL);
			Row added = sheet.createRow(sheet.getLastRowNum() + 1);
			added.createCell(column(sheet, "No")).setCellValue("3");
			added.createCell(column(sheet, "欄")).setCellValue("件名");
			added.createCell(column(sheet, "本文")).setCellValue("新しい目標");
		});
		Answer read = upload(this.desk.sato, changed);
		assertThat(values(read.body().at("/comparison/goals"), "status")).containsExactly("UNCHANGED", "CHANGED",
				"UNCHANGED", "NEW");
		JsonNode field = read.body().at("/comparison/goals/1/fields/0");
		assertThat(field.at("/field").asString()).isEqualTo("ACTIONS");
		assertThat(field.at("/before/0").asString()).isEqualTo("○" + ACTION);
		assertThat(field.at("/after/0").asString()).isEqualTo("○交流会の開催 9月～3月");
		Answer registered = register(this.desk.sato, read, null);
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(200);
		assertThat(registered.text("/state")).isEqualTo("REGISTERED");
		assertThat(registered.body().at("/goals")).hasSize(2);
		assertThat(revision(this.first)).isEqualTo(2);
		assertThat(revision(this.second)).isOne();
		JsonNode goals = this.desk.sato.get(Desk.sheet(this.year)).body().at("/goals");
		assertThat(goals).hasSize(4);
		assertThat(goals.get(3).at("/content/title").asString()).isEqualTo("新しい目標");
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.desk.office.events()
				.received(Topics.GOALS, GoalEvent.class)
				.stream()
				.anyMatch((event) -> event.data() instanceof GoalEvent.Edited edit
						&& edit.goal().id().equals(this.first.id()) && edit.goal().revision() == 2));
		assertThat(Superuser.strings("select convert_from(body, 'UTF8') from audit_entry where object_id = '"
				+ this.first.id() + "' order by seq"))
			.last()
			.asString()
			.contains("goal.edit");
	}

	@Test
	void goalChangedMeanwhile_isAConflict_untilAPersonDecides() {
		byte[] changed = edited(export(), (workbook) -> set(find(workbook.getSheet(ANNUAL), ACTION), "表から直した取組"));
		edit(this.first, "画面で直した題名");
		edit(this.second, "画面だけで直した題名");
		Answer read = upload(this.desk.sato, changed);
		assertThat(values(read.body().at("/comparison/goals"), "status")).containsExactly("UNCHANGED", "CONFLICT",
				"UNCHANGED");
		JsonNode conflict = read.body().at("/comparison/goals/1");
		assertThat(conflict.at("/baseRevision").asInt()).isOne();
		assertThat(conflict.at("/revision").asInt()).isEqualTo(2);
		assertThat(values(conflict.at("/fields"), "field")).containsExactly("TITLE", "ACTIONS");
		Answer refused = register(this.desk.sato, read, null);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("/type")).endsWith("import-conflict");
		assertThat(refused.text("/items/0")).isEqualTo(this.first.id().toString());
		Answer stale = register(this.desk.sato, read, List.of(new Named(this.first.id(), 1)));
		assertThat(stale.status()).isEqualTo(412);
		assertThat(revision(this.first)).isEqualTo(2);
		assertThat(register(this.desk.sato, read, List.of(new Named(UUID.randomUUID(), 1))).status()).isEqualTo(422);
		Answer decided = register(this.desk.sato, read, List.of(new Named(this.first.id(), 2)));
		assertThat(decided.status()).as(decided.body().toPrettyString()).isEqualTo(200);
		assertThat(revision(this.first)).isEqualTo(3);
		assertThat(revision(this.second)).isEqualTo(2);
	}

	@Test
	void foreignIds_areNotAdopted() {
		byte[] exported = export();
		Answer foreign = upload(this.desk.tanaka, exported);
		assertThat(foreign.body().at("/comparison").isNull()).isTrue();
		assertThat(values(foreign.body().at("/remarks"), "key")).containsExactly("workbook-foreign");
		assertThat(values(foreign.body().at("/draft/goals"), "id")).doesNotContain(this.first.id().toString(),
				this.second.id().toString());
		byte[] forged = edited(export(), (workbook) -> {
			XSSFSheet sheet = workbook.getSheet(ANNUAL);
			set(find(sheet, this.second.id().toString()), UUID.randomUUID().toString());
		});
		Answer read = upload(this.desk.sato, forged);
		assertThat(values(read.body().at("/comparison/goals"), "status")).contains("NEW", "MISSING");
		JsonNode remark = read.body().at("/remarks/0");
		assertThat(remark.at("/key").asString()).isEqualTo("id-unknown");
		assertThat(remark.at("/ja").asString()).startsWith(ANNUAL + "!");
	}

	@Test
	void goalThatMayNotBeEdited_isSaidSo_andRefused() {
		byte[] changed = edited(export(), (workbook) -> set(find(workbook.getSheet(ANNUAL), ACTION), "遅れて直した取組"));
		assertThat(this.desk.sato.post(Desk.sheet(this.year) + "/submission", Desk.items(this.first)).status())
			.isEqualTo(200);
		Answer read = upload(this.desk.sato, changed);
		assertThat(read.body().at("/comparison/goals/1/edit/allowed").asBoolean()).isFalse();
		Answer refused = register(this.desk.sato, read, null);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("/type")).endsWith("wrong-state");
		assertThat(refused.text("/item")).isEqualTo(this.first.id().toString());
		assertThat(this.desk.sato.get("/api/goals/imports/" + read.text("/id")).text("/state")).isEqualTo("READ");
	}

	private byte[] export() {
		HttpResponse<byte[]> file = Attachment.fetch(this.desk.sato, Desk.sheet(this.year) + "/export?format=xlsx");
		assertThat(file.statusCode()).isEqualTo(200);
		return file.body();
	}

	private static Answer upload(Caller caller, byte[] workbook) {
		Answer read = Attachment.send(caller, "/api/goals/imports", "sheet.xlsx", workbook, Map.of());
		assertThat(read.status()).as(read.body().toPrettyString()).isEqualTo(201);
		return read;
	}

	private Answer register(Caller caller, Answer read, List<Named> goals) {
		Map<String, Object> body = (goals != null)
				? Map.of("unit", Office.CIVIC, "fiscalYear", this.year, "goals", goals)
				: Map.of("unit", Office.CIVIC, "fiscalYear", this.year);
		return caller.send(caller.request("/api/goals/imports/" + read.text("/id") + "/registration")
			.header("If-Match", "\"" + read.body().at("/revision").asLong() + "\"")
			.POST(java.net.http.HttpRequest.BodyPublishers.ofString(Caller.JSON.writeValueAsString(body))));
	}

	private void edit(Named goal, String title) {
		Answer now = this.desk.sato.get(goal.path());
		var content = ((tools.jackson.databind.node.ObjectNode) now.body().at("/content")).put("title", title);
		assertThat(this.desk.sato.put(goal.path(), Map.of("content", content), goal.revision()).status())
			.isEqualTo(200);
	}

	private long revision(Named goal) {
		return this.desk.sato.get(goal.path()).body().at("/revision").asLong();
	}

	private static byte[] edited(byte[] workbook, Consumer<XSSFWorkbook> edit) {
		try (XSSFWorkbook open = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
			edit.accept(open);
			var bytes = new ByteArrayOutputStream();
			open.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Cell find(XSSFSheet sheet, String text) {
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.toString().equals(text)) {
					return cell;
				}
			}
		}
		throw new IllegalArgumentException(text);
	}

	private static int column(XSSFSheet sheet, String head) {
		return find(sheet, head).getColumnIndex();
	}

	private static void set(Cell cell, String text) {
		cell.setCellValue(text);
	}

	private static List<String> values(JsonNode array, String field) {
		List<String> values = new ArrayList<>();
		array.forEach((item) -> values.add(item.at("/" + field).asString()));
		return values;
	}

}
