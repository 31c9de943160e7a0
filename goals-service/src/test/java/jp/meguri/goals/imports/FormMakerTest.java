package jp.meguri.goals.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.Responsibility;
import jp.meguri.goals.form.CityForm;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.word.WordDocument;
import jp.meguri.web.Texts;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Every character of a form is in a field or left over, never both. */
class FormMakerTest {

	private static final Map<FormField, String> HEADS = Map.of(FormField.NUMBER, "番号", FormField.TITLE, "件名",
			FormField.ACTIONS, "取組の内容", FormField.BASIC_POLICY, "基本政策", FormField.GRADE, "評価");

	private static final Map<FormField, String> MORE = Map.of(FormField.TITLE, "件名", FormField.LEAD_SECTION, "主管課",
			FormField.TARGETS, "取組の内容", FormField.PURPOSE, "基本政策");

	private static final String[][] ROWS = { { "番号", "件名", "取組の内容", "主管課", "基本政策", "評価" },
			{ "1", "交流の場を\nつくる", "○交流会<b>\n　・参加者：**150人**\n\n＃図を見る", "市民協働課", "1-① 地域\n該当なし", "Ａ" },
			{ "特1", "窓口の改善", "# 案内板 & 表示 &lt;br&gt;", "総務課\n市民課", "", "" }, { "", "", "", "合計", "", "" },
			{ "3", "読まれない行", "", "", "", "" } };

	@Test
	void workbook_isInFieldsAndLeftovers_characterByCharacter() throws IOException {
		byte[] file = workbook();
		FormSource source = FormSource.of(Spreadsheet.read(file));
		Made made = made(file, "調書", 3, source);
		made.coversAll();
		made.hasLeft(Leftover.Kind.LABEL, "調書", "番号", "件名", "取組の内容", "主管課", "基本政策", "評価", "別紙");
		made.hasLeft(Leftover.Kind.UNREAD, "なぎさ市", "市民協働課", "Ａ", "特1", "総務課", "市民課", "合計", "3", "読まれない行", "欄外", "隠れた列");
		assertThat(made.at(made.draft.goals().get(0).content().actions().get(1).id().toString()))
			.containsExactly("　・参加者：**150人**");
		assertThat(made.at(made.draft.goals().get(0).id() + "/title")).containsExactly("交流の場を", "つくる");
		assertThat(made.at(made.draft.goals().get(0).id() + "/number")).containsExactly("1");
		assertThat(made.at(made.draft.goals().get(0).content().links().get(1).id().toString())).containsExactly("該当なし");
	}

	@Test
	void document_isInFieldsAndLeftovers_characterByCharacter() throws IOException {
		byte[] file = document();
		FormSource source = FormSource.of(WordDocument.read(OfficePackage.open(file)));
		Made made = made(file, "2", 1, source);
		made.coversAll();
		made.hasLeft(Leftover.Kind.LABEL, "番号", "件名", "取組の内容", "主管課", "基本政策", "評価");
		made.hasLeft(Leftover.Kind.UNREAD, "なぎさ市", "別の表", "市民協働課", "Ａ", "特1", "総務課", "市民課", "合計", "3", "読まれない行");
		assertThat(made.read.leftovers()).extracting(ReadSheet.Rest::kind).contains(Leftover.Kind.TAG);
		assertThat(made.at(made.draft.goals().get(0).content().actions().get(1).id().toString()))
			.containsExactly("　・参加者：&#42;&#42;150人&#42;&#42;");
		assertThat(made.at(made.draft.goals().get(0).id() + "/title")).containsExactly("交流の場を", "つくる");
		assertThat(made.at(made.draft.goals().get(1).content().actions().get(0).id().toString()))
			.containsExactly("&#35; 案内板 & 表示 &amp;lt;br&amp;gt;");
	}

	@Test
	void sectionsTargetsAndPurpose_areReadLineByLine() throws IOException {
		byte[] file = workbook();
		Made made = made(file, "調書", 3, FormSource.of(Spreadsheet.read(file)), MORE);
		made.coversAll();
		GoalContent one = made.draft.goals().get(0).content();
		assertThat(one.responsibilities()).extracting(Responsibility::name).containsExactly("市民協働課");
		assertThat(one.responsibilities()).extracting(Responsibility::role)
			.containsExactly(Responsibility.Role.PRIMARY);
		assertThat(one.responsibilities()).extracting(Responsibility::unit).containsOnlyNulls();
		assertThat(one.targets()).extracting(GoalTarget::text).containsExactly("○交流会<b>", "・参加者：**150人**", "＃図を見る");
		assertThat(one.purpose()).extracting(Block::text).containsExactly("1-① 地域", "該当なし");
		assertThat(made.draft.goals().get(1).content().responsibilities()).extracting(Responsibility::role)
			.containsExactly(Responsibility.Role.UNKNOWN, Responsibility.Role.UNKNOWN);
		assertThat(made.at(one.targets().get(1).id().toString())).containsExactly("　・参加者：**150人**");
	}

	private static Made made(byte[] file, String table, int headRow, FormSource source) {
		return made(file, table, headRow, source, HEADS);
	}

	private static Made made(byte[] file, String table, int headRow, FormSource source, Map<FormField, String> heads) {
		FormMapping mapping = new FormMapping(List.of(new FormMapping.Table(table, headRow)), heads);
		CityForm form = new CityForm(UUID.randomUUID(), UUID.randomUUID(), "調書", FormFile.Kind.XLSX, "様式", "", mapping,
				1, "山田", Instant.EPOCH);
		var maker = new FormMaker(form, mapping, FormFile.open(file), source, new Texts());
		ImportDraft draft = maker.draft();
		return new Made(source.text(), draft, maker.readSheet());
	}

	private static byte[] workbook() throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); var bytes = new ByteArrayOutputStream()) {
			XSSFSheet sheet = workbook.createSheet("調書");
			sheet.createRow(0).createCell(0).setCellValue("なぎさ市");
			for (int i = 0; i < ROWS.length; i++) {
				var row = sheet.createRow(2 + i);
				for (int j = 0; j < ROWS[i].length; j++) {
					row.createCell(j).setCellValue(ROWS[i][j]);
				}
			}
			sheet.getRow(3).createCell(8).setCellValue("隠れた列");
			sheet.setColumnHidden(8, true);
			workbook.createSheet("別紙").createRow(0).createCell(0).setCellValue("欄外");
			workbook.write(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] document() throws IOException {
		try (XWPFDocument document = new XWPFDocument(); var bytes = new ByteArrayOutputStream()) {
			document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
				.createTable(1, 1)
				.getRow(0)
				.getCell(0)
				.setText("頁の上の表");
			document.createParagraph().createRun().setText("なぎさ市");
			document.createTable(1, 1).getRow(0).getCell(0).setText("別の表");
			XWPFTable table = document.createTable(ROWS.length, ROWS[0].length);
			for (int i = 0; i < ROWS.length; i++) {
				for (int j = 0; j < ROWS[i].length; j++) {
					write(table.getRow(i).getCell(j), ROWS[i][j], j % 2 == 0);
				}
			}
			document.write(bytes);
			return bytes.toByteArray();
		}
	}

	/** Lines as paragraphs of their own or as line breaks. */
	private static void write(XWPFTableCell cell, String text, boolean breaks) {
		String[] lines = text.split("\n", -1);
		var run = cell.getParagraphs().get(0).createRun();
		for (int i = 0; i < lines.length; i++) {
			if (i > 0 && breaks) {
				run.addBreak();
			}
			else if (i > 0) {
				run = cell.addParagraph().createRun();
			}
			run.setText(lines[i], run.getCTR().sizeOfTArray());
		}
	}

	private record Made(String source, ImportDraft draft, ReadSheet read) {

		/** Blank characters stand between, and may be in either. */
		void coversAll() {
			int[] times = new int[this.source.length()];
			this.read.spans().values().forEach((places) -> places.forEach((place) -> count(place, times)));
			this.read.leftovers().forEach((rest) -> {
				assertThat(this.source.substring(rest.span().start(), rest.span().end())).isEqualTo(rest.text());
				count(rest.span(), times);
			});
			for (int i = 0; i < times.length; i++) {
				if (!Width.isBlank(this.source.charAt(i))) {
					assertThat(times[i]).as("%d: %s", i, this.source.substring(i)).isEqualTo(1);
				}
			}
		}

		private static void count(Place place, int[] times) {
			for (int i = place.start(); i < place.end(); i++) {
				times[i]++;
			}
		}

		void hasLeft(Leftover.Kind kind, String... texts) {
			assertThat(this.read.leftovers()).filteredOn((rest) -> rest.kind() == kind)
				.extracting(ReadSheet.Rest::text)
				.contains(texts);
		}

		List<String> at(String part) {
			return this.read.spans()
				.get(part)
				.stream()
				.map((place) -> this.source.substring(place.start(), place.end()))
				.toList();
		}

	}

}
