package jp.meguri.goals.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Attachment;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Office;
import jp.meguri.goals.Superuser;
import jp.meguri.test.MeguriIT;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import jp.meguri.workbook.FormRow;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A city's own form: saved once, recognised, read and filled, over HTTP. */
@MeguriIT
class CityFormIT {

	private static final String FORMS = "/api/goals/forms";

	private static final Map<FormField, String> HEADS = Map.of(FormField.NUMBER, "番号", FormField.TITLE, "事業名",
			FormField.ACTIONS, "取組内容", FormField.COMPREHENSIVE_PLAN, "総合計画", FormField.BASIC_POLICY, "基本政策",
			FormField.LEAD_SECTION, "主管課", FormField.TARGETS, "目標値", FormField.PURPOSE, "趣旨・目的");

	@LocalServerPort
	private int port;

	private Desk desk;

	private String name;

	// Each test has a head of its own, so that no form of another test is recognised.
	private String head;

	@BeforeEach
	void openDesk() {
		this.desk = new Desk(this.port);
		String any = UUID.randomUUID().toString().substring(0, 8);
		this.name = "事業調書" + any;
		this.head = "事業名" + any;
	}

	@Test
	void form_isSavedOnce_recognised_imported_andFilledBackEqual() throws IOException {
		int year = this.desk.office.openYear();
		byte[] template = workbook("令和８年度");
		Answer inspected = Attachment.send(this.desk.yamada, FORMS + "/inspection", "様式.xlsx", template, Map.of());
		assertThat(inspected.status()).as(inspected.body().toPrettyString()).isEqualTo(200);
		assertThat(inspected.text("/tables/0/rows/1/cells/2")).isEqualTo("取組内容");
		Answer saved = save(template, "様式.xlsx", mapping("令和８年度", 3));
		assertThat(saved.status()).as(saved.body().toPrettyString()).isEqualTo(201);
		String id = saved.text("/id");
		List<FormRow> rows = List.of(row("令和９年度", "1", "=1+1 交流の場", "○交流会\n　・参加者：150人"),
				row("令和９年度", "2", "窓口の改善", "案内板を直す"));
		byte[] filled = FormFile.open(workbook("令和９年度")).fill(form("令和９年度", 3), rows);
		Answer read = Attachment.send(this.desk.sato, "/api/goals/imports", "調書.xlsx", filled,
				Map.of("unit", Office.CIVIC.toString(), "fiscalYear", String.valueOf(year)));
		assertThat(read.status()).as(read.body().toPrettyString()).isEqualTo(201);
		assertThat(read.text("/layout/kind")).isEqualTo("FORM");
		assertThat(read.text("/layout/name")).isEqualTo(this.name);
		assertThat(read.text("/draft/goals/0/content/title")).isEqualTo("=1+1 交流の場");
		assertThat(read.text("/draft/goals/0/content/actions/1/marker")).isEqualTo("・");
		assertThat(read.text("/draft/goals/0/content/responsibilities/0/unit"))
			.isEqualTo(Office.COLLABORATION.toString());
		assertThat(read.body().at("/draft/goals/1/content/responsibilities/0/unit").isNull()).isTrue();
		assertThat(read.text("/draft/goals/1/content/responsibilities/0/name")).isEqualTo("どこにもない課");
		assertThat(read.text("/draft/goals/0/content/targets/1/text")).isEqualTo("満足度80％");
		assertThat(read.text("/draft/goals/0/content/purpose/0/text")).isEqualTo("人が集う場をつくる");
		assertThat(read.body().at("/leftovers").findValuesAsString("text")).contains("なぎさ市 事業調書", "備考");
		assertThat(unaccounted(read)).isBlank();
		Answer registered = register(read, year);
		assertThat(registered.status()).as(registered.body().toPrettyString()).isEqualTo(200);
		HttpResponse<byte[]> export = Attachment.fetch(this.desk.tanaka, Desk.sheet(year) + "/export?form=" + id);
		assertThat(export.statusCode()).isEqualTo(200);
		assertThat(FormFile.open(export.body()).read(form("令和８年度", 3))).isEmpty();
		export = Attachment.fetch(this.desk.sato, Desk.sheet(year) + "/export?form=" + id);
		assertThat(FormFile.open(export.body()).read(form("令和８年度", 3))).extracting(FormRow::values)
			.isEqualTo(rows.stream().map(FormRow::values).toList());
		try (XSSFWorkbook out = new XSSFWorkbook(new ByteArrayInputStream(export.body()))) {
			var cell = out.getSheet("令和８年度").getRow(3).getCell(1);
			assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
			assertThat(cell.getCellStyle().getBorderTop()).isEqualTo(BorderStyle.DOUBLE);
		}
	}

	@Test
	void wordForm_isReadAndFilled() throws IOException {
		int year = this.desk.office.openYear();
		Answer saved = save(document(), "様式.docx", mapping("1", 1));
		assertThat(saved.status()).as(saved.body().toPrettyString()).isEqualTo(201);
		List<FormRow> rows = List.of(row("1", "1", "交流の場", "○交流会"));
		byte[] filled = FormFile.open(document()).fill(form("1", 1), rows);
		Answer read = Attachment.send(this.desk.sato, "/api/goals/imports", "調書.docx", filled, Map.of());
		assertThat(read.text("/layout/name")).isEqualTo(this.name);
		assertThat(read.body().at("/leftovers").findValuesAsString("text")).contains("備考");
		assertThat(unaccounted(read)).isBlank();
		assertThat(register(read, year).status()).isEqualTo(200);
		HttpResponse<byte[]> export = Attachment.fetch(this.desk.sato,
				Desk.sheet(year) + "/export?form=" + saved.text("/id"));
		assertThat(export.headers().firstValue("Content-Type").orElseThrow()).contains("wordprocessingml");
		assertThat(FormFile.open(export.body()).read(form("1", 1))).isEqualTo(rows);
	}

	@Test
	void mappingThatDoesNotFit_isRefused() throws IOException {
		byte[] template = workbook("令和８年度");
		Answer table = save(template, "様式.xlsx", mapping("令和７年度", 3));
		assertThat(table.status()).isEqualTo(422);
		assertThat(table.text("/type")).endsWith("form-mismatch");
		assertThat(table.text("/missing")).isEqualTo("令和７年度");
		assertThat(save(template, "様式.xlsx", mapping("令和８年度", 2)).text("/type")).endsWith("form-mismatch");
		Answer untitled = save(template, "様式.xlsx",
				Map.of("tables", List.of(Map.of("name", "令和８年度", "headRow", 3)), "heads", Map.of("NUMBER", "番号")));
		assertThat(untitled.status()).isEqualTo(422);
		assertThat(untitled.text("/errors/0/pointer")).startsWith("/mapping/heads");
		assertThat(save(template, "様式.xlsx", Map.of("heads", Map.of("WHAT", "番号"))).status()).isEqualTo(400);
		assertThat(save(template, "様式.xlsx", null).status()).isIn(400, 422);
		assertThat(save("様式".getBytes(java.nio.charset.StandardCharsets.UTF_8), "様式.xlsx", mapping("x", 1)).status())
			.isEqualTo(422);
	}

	@Test
	void planner_renamesAndDeletes_othersOfTheCityOnlyUse() throws IOException {
		byte[] template = workbook("令和８年度");
		Answer saved = save(template, "様式.xlsx", mapping("令和８年度", 3));
		String path = FORMS + "/" + saved.text("/id");
		assertThat(save(template, "様式.xlsx", mapping("令和８年度", 3)).status()).isEqualTo(409);
		Map<String, Object> renamed = Map.of("name", this.name + "（改）", "mapping", mapping("令和８年度", 3));
		assertThat(this.desk.sato.get(path).text("/name")).isEqualTo(this.name);
		assertThat(this.desk.sato.put(path, renamed, 1L).status()).isEqualTo(403);
		assertThat(this.desk.sato.delete(path, 1L).status()).isEqualTo(403);
		assertThat(Attachment.send(this.desk.suzuki, FORMS + "/inspection", "様式.xlsx", template, Map.of()).status())
			.isEqualTo(403);
		assertThat(Attachment.send(this.desk.sato, FORMS, "様式.xlsx", template, Map.of("name", "x", "mapping", "{}"))
			.status()).isEqualTo(403);
		assertThat(this.desk.hayashi.get(path).status()).isEqualTo(404);
		assertThat(this.desk.hayashi.delete(path, 1L).status()).isEqualTo(404);
		assertThat(this.desk.hayashi.get(FORMS).body().at("/items")).isEmpty();
		assertThat(this.desk.yamada.put(path, Map.of("name", "x"), 1L).status()).isIn(400, 422);
		assertThat(this.desk.yamada.put(path, renamed, 7L).status()).isEqualTo(412);
		Answer changed = this.desk.yamada.put(path, renamed, 1L);
		assertThat(changed.text("/name")).isEqualTo(this.name + "（改）");
		assertThat(changed.body().at("/revision").asInt()).isEqualTo(2);
		assertThat(this.desk.yamada.delete(path, 2L).status()).isEqualTo(204);
		assertThat(this.desk.sato.get(path).status()).isEqualTo(404);
		assertThat(
				Superuser.strings("select substring(convert_from(body, 'UTF8') from 'form\\.[a-z]+') from audit_entry"
						+ " where object_id = '" + saved.text("/id") + "' order by seq"))
			.containsExactly("form.create", "form.change", "form.delete");
	}

	private Answer save(byte[] template, String file, Object mapping) {
		return Attachment.send(this.desk.yamada, FORMS, file, template,
				Map.of("name", this.name, "mapping", Caller.JSON.writeValueAsString(mapping)));
	}

	/** What of the source is neither in a field nor left over. */
	private static String unaccounted(Answer read) {
		var rest = new StringBuilder(read.text("/source"));
		List<JsonNode> places = new ArrayList<>(read.body().at("/leftovers").findValues("span"));
		read.body().at("/spans").forEach((field) -> field.forEach(places::add));
		places.forEach((place) -> {
			for (int i = place.get(0).asInt(); i < place.get(1).asInt(); i++) {
				rest.setCharAt(i, ' ');
			}
		});
		return rest.toString();
	}

	private Answer register(Answer read, int year) {
		return this.desk.sato.send(this.desk.sato.request("/api/goals/imports/" + read.text("/id") + "/registration")
			.header("If-Match", "\"1\"")
			.POST(BodyPublishers
				.ofString(Caller.JSON.writeValueAsString(Map.of("unit", Office.CIVIC, "fiscalYear", year)))));
	}

	private Map<FormField, String> heads() {
		Map<FormField, String> heads = new java.util.EnumMap<>(HEADS);
		heads.put(FormField.TITLE, this.head);
		return heads;
	}

	private Map<String, Object> mapping(String table, int headRow) {
		return Map.of("tables", List.of(Map.of("name", table, "headRow", headRow)), "heads", heads());
	}

	private FormMapping form(String table, int headRow) {
		return new FormMapping(List.of(new FormMapping.Table(table, headRow)), heads());
	}

	private static FormRow row(String table, String number, String title, String actions) {
		return new FormRow(table,
				Map.of(FormField.NUMBER, number, FormField.TITLE, title, FormField.ACTIONS, actions,
						FormField.COMPREHENSIVE_PLAN, "1-① 地域の自治を進めます", FormField.BASIC_POLICY, "該当なし",
						FormField.LEAD_SECTION, number.equals("1") ? "協働推進課" : "どこにもない課", FormField.TARGETS,
						"参加者150人\n満足度80％", FormField.PURPOSE, "人が集う場をつくる"));
	}

	private List<String> columns() {
		return List.of("番号", this.head, "取組内容", "総合計画", "基本政策", "主管課", "目標値", "趣旨・目的", "備考");
	}

	private byte[] workbook(String sheetName) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			var style = workbook.createCellStyle();
			style.setBorderTop(BorderStyle.DOUBLE);
			var sheet = workbook.createSheet(sheetName);
			sheet.createRow(0).createCell(0).setCellValue("なぎさ市 事業調書");
			var heads = sheet.createRow(2);
			var first = sheet.createRow(3);
			for (int i = 0; i < columns().size(); i++) {
				heads.createCell(i).setCellValue(columns().get(i));
				first.createCell(i).setCellStyle(style);
			}
			var bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
	}

	private byte[] document() throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			XWPFTable table = document.createTable(2, columns().size());
			for (int i = 0; i < columns().size(); i++) {
				table.getRow(0).getCell(i).setText(columns().get(i));
			}
			var bytes = new ByteArrayOutputStream();
			document.write(bytes);
			return bytes.toByteArray();
		}
	}

}
