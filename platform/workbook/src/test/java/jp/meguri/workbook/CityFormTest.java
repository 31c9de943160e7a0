package jp.meguri.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CityFormTest {

	private static final Map<FormField, String> HEADS = Map.of(FormField.NUMBER, "番号", FormField.TITLE, "事業名",
			FormField.ACTIONS, "取り組み 内容", FormField.COMPREHENSIVE_PLAN, "総合計画", FormField.ACHIEVEMENTS, "成果",
			FormField.DIRECTIONS, "課題・方向性");

	private static final List<String> COLUMNS = List.of("番号", "事業名", "取組内容", "総合計画", "成果", "課題・方向性", "備考");

	private final SheetContent sheet = SampleContent.of("civic-2025.txt");

	@Test
	void workbookForm_isFilledAndReadBackIdentical_sheetBySheet() throws IOException {
		FormMapping mapping = new FormMapping(
				List.of(new FormMapping.Table("令和７年度", 3), new FormMapping.Table("令和８年度", 3)), HEADS);
		List<FormRow> rows = new ArrayList<>(rows("令和７年度"));
		rows.addAll(rows("令和８年度"));
		rows.add(new FormRow("令和８年度", Map.of(FormField.NUMBER, "5", FormField.TITLE, "=1+1\r\n\t葛\udb40\udd00 _x000D_ ",
				FormField.ACTIONS, "\u0001")));
		byte[] filled = FormWorkbook.fill(template(), mapping, rows);
		assertThat(FormWorkbook.read(filled, mapping)).isEqualTo(rows);
	}

	@Test
	void workbookForm_keepsItsStyles() throws IOException {
		FormMapping mapping = new FormMapping(List.of(new FormMapping.Table("令和７年度", 3)), HEADS);
		byte[] filled = FormWorkbook.fill(template(), mapping, rows("令和７年度"));
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
			XSSFSheet sheet = workbook.getSheet("令和７年度");
			assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("なぎさ市 事業調書");
			for (int row = 3; row < 7; row++) {
				assertThat(sheet.getRow(row).getCell(1).getCellStyle().getBorderTop()).isEqualTo(BorderStyle.DOUBLE);
			}
			assertThat(sheet.getColumnWidth(1)).isEqualTo(40 * 256);
		}
	}

	@Test
	void wordForm_isFilledAndReadBackIdentical() throws IOException {
		FormMapping mapping = new FormMapping(List.of(new FormMapping.Table("2", 1)), HEADS);
		List<FormRow> rows = new ArrayList<>(rows("2"));
		rows.add(new FormRow("2",
				Map.of(FormField.NUMBER, "5", FormField.TITLE, "<p>&amp;\tタブ\n\n葛\udb40\udd00 **太字** ")));
		byte[] filled = FormDocument.fill(wordTemplate(), mapping, rows);
		assertThat(FormDocument.read(filled, mapping)).isEqualTo(rows);
	}

	@Test
	void filledTemplate_isEmptiedFirst() throws IOException {
		FormMapping xlsx = new FormMapping(List.of(new FormMapping.Table("令和７年度", 3)), HEADS);
		FormMapping docx = new FormMapping(List.of(new FormMapping.Table("2", 1)), HEADS);
		byte[] workbook = FormWorkbook.fill(template(), xlsx, rows("令和７年度"));
		byte[] document = FormDocument.fill(wordTemplate(), docx, rows("2"));
		List<FormRow> one = List.of(new FormRow("令和７年度", Map.of(FormField.TITLE, "ひとつだけ")));
		List<FormRow> other = List.of(new FormRow("2", Map.of(FormField.TITLE, "ひとつだけ")));
		assertThat(FormFile.open(FormFile.open(workbook).fill(xlsx, one)).read(xlsx)).isEqualTo(one);
		assertThat(FormFile.open(FormFile.open(document).fill(docx, other)).read(docx)).isEqualTo(other);
	}

	@Test
	void form_isFoundUnderAnotherNameAndInAnotherRow_notWithoutAHead() throws IOException {
		FormMapping saved = new FormMapping(List.of(new FormMapping.Table("令和５年度", 1)), HEADS);
		assertThat(FormFile.open(template()).find(saved)).get()
			.extracting(FormMapping::tables)
			.isEqualTo(List.of(new FormMapping.Table("令和７年度", 3)));
		assertThat(FormFile.open(wordTemplate()).find(saved)).get()
			.extracting(FormMapping::tables)
			.isEqualTo(List.of(new FormMapping.Table("2", 1)));
		Map<FormField, String> more = new java.util.HashMap<>(HEADS);
		more.put(FormField.GRADE, "評価");
		assertThat(FormFile.open(template()).find(new FormMapping(saved.tables(), more))).isEmpty();
	}

	@Test
	void anotherForm_isRefused() {
		FormMapping sheet = new FormMapping(List.of(new FormMapping.Table("令和９年度", 3)), HEADS);
		FormMapping head = new FormMapping(List.of(new FormMapping.Table("令和７年度", 3)), Map.of(FormField.TITLE, "施策名"));
		assertThatExceptionOfType(FormMismatchException.class)
			.isThrownBy(() -> FormWorkbook.fill(template(), sheet, List.of()))
			.satisfies((ex) -> assertThat(ex.missing()).isEqualTo("令和９年度"));
		assertThatExceptionOfType(FormMismatchException.class).isThrownBy(() -> FormWorkbook.read(template(), head))
			.satisfies((ex) -> assertThat(ex.missing()).isEqualTo("施策名"));
	}

	/** Needs LibreOffice on the path; without it the test is skipped. */
	@Test
	void printedWorkbook_holdsEveryText(@TempDir Path folder) throws Exception {
		assumeTrue(hasOffice(), "soffice is not on the path");
		Files.write(folder.resolve("sheet.xlsx"), GoalWorkbook.write(this.sheet, RandomSheet.names(this.sheet)));
		Process process = new ProcessBuilder("soffice", "--headless", "-env:UserInstallation=" + folder.toUri() + "p",
				"--convert-to", "pdf", "--outdir", folder.toString(), folder.resolve("sheet.xlsx").toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		try (PDDocument pdf = Loader.loadPDF(folder.resolve("sheet.pdf").toFile())) {
			String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
			this.sheet.goals()
				.stream()
				.flatMap((goal) -> goal.content().actions().stream())
				.map(Block::text)
				.forEach((action) -> assertThat(text).contains(action.replaceAll("\\s", "")));
		}
	}

	private static boolean hasOffice() {
		return Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((path) -> Files.isExecutable(Path.of(path, "soffice")));
	}

	@Test
	void sectionsTargetsAndPurpose_areLinesOfTheirCells() {
		GoalContent plain = new GoalContent("窓口", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), null, null, List.of(Block.paragraph(UUID.randomUUID(), "待たせない")), List.of(),
				List.of(new GoalTarget(UUID.randomUUID(), "", null, "待ち時間10分"),
						new GoalTarget(UUID.randomUUID(), "ア", null, "満足度80％")),
				List.of(responsible(Responsibility.Role.PRIMARY, "市民課"),
						responsible(Responsibility.Role.CO_LEAD, "総務課"),
						responsible(Responsibility.Role.RELATED, "全ての課等")),
				List.of(), List.of(), "");
		var goal = new SheetContent.Goal(UUID.randomUUID(), GoalKind.ANNUAL_GOAL, 1, 1, plain, List.of());
		assertThat(FormRow.of("1", goal, Round.YEAR_END).values()).containsEntry(FormField.LEAD_SECTION, "市民課\n総務課")
			.containsEntry(FormField.TARGETS, "待ち時間10分\nア 満足度80％")
			.containsEntry(FormField.PURPOSE, "待たせない");
	}

	private static Responsibility responsible(Responsibility.Role role, String name) {
		return new Responsibility(UUID.randomUUID(), role, null, name, false);
	}

	private List<FormRow> rows(String table) {
		return this.sheet.goals()
			.stream()
			.filter((goal) -> goal.kind() == GoalKind.ANNUAL_GOAL)
			.map((goal) -> FormRow.of(table, goal, Round.YEAR_END))
			.map(CityFormTest::mapped)
			.toList();
	}

	/** The form has no column for the others. */
	private static FormRow mapped(FormRow row) {
		Map<FormField, String> values = new java.util.HashMap<>(row.values());
		values.keySet().retainAll(HEADS.keySet());
		return new FormRow(row.table(), values);
	}

	private static byte[] template() throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			CellStyle style = workbook.createCellStyle();
			style.setBorderTop(BorderStyle.DOUBLE);
			for (String year : List.of("令和７年度", "令和８年度")) {
				XSSFSheet sheet = workbook.createSheet(year);
				sheet.createRow(0).createCell(0).setCellValue("なぎさ市 事業調書");
				sheet.setColumnWidth(1, 40 * 256);
				var heads = sheet.createRow(2);
				var first = sheet.createRow(3);
				for (int i = 0; i < COLUMNS.size(); i++) {
					heads.createCell(i).setCellValue(COLUMNS.get(i));
					first.createCell(i).setCellStyle(style);
				}
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] wordTemplate() throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			document.createTable(1, 1);
			document.createParagraph().createRun().setText("事業調書");
			XWPFTable table = document.createTable(2, COLUMNS.size());
			for (int i = 0; i < COLUMNS.size(); i++) {
				table.getRow(0).getCell(i).setText(COLUMNS.get(i));
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.write(bytes);
			return bytes.toByteArray();
		}
	}

}
