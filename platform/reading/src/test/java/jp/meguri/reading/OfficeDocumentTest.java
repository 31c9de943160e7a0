package jp.meguri.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OfficeDocumentTest {

	static Stream<Arguments> sheets() {
		return Stream.of(SampleSheet.civic(), SampleSheet.environment())
			.flatMap((sheet) -> Stream.of(Arguments.of("sheet.docx", sheet, SampleSheet.asDocx(sheet)),
					Arguments.of("sheet.xlsx", sheet, SampleSheet.asXlsx(sheet))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("sheets")
	void goalSheet_inAnOfficeFile_isTheSameDraft(String name, String sheet, byte[] bytes) {
		SourceDocument document = SourceDocument.decode(name, bytes);
		Reading expected = DocumentReader.read(sheet);
		Reading reading = Faithful.read(document.text());
		assertThat(draft(reading)).containsExactlyElementsOf(draft(expected));
		assertThat(reading.fiscalYear().value()).isEqualTo(expected.fiscalYear().value());
		assertThat(reading.leftovers())
			.noneMatch((left) -> left.kind() == jp.meguri.reading.draft.Leftover.Kind.UNREAD);
		assertThat(DocumentReader.read(document).decisions()).isEqualTo(expected.decisions());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void anyText_survivesAsItIs(int seed) {
		List<String> texts = texts(new Random(seed));
		String docx = SourceDocument
			.decode("t.docx", OfficeFile.docx(OfficeFile.table(List.of(texts.stream().map(List::of).toList()))).bytes())
			.text();
		String xlsx = SourceDocument
			.decode("t.xlsx", OfficeFile.xlsx(OfficeFile.row(1, texts.toArray(String[]::new))).bytes())
			.text();
		String csv = SourceDocument
			.decode("t.csv",
					texts.stream()
						.map((text) -> '"' + text.replace("\"", "\"\"") + '"')
						.collect(Collectors.joining(","))
						.getBytes(java.nio.charset.StandardCharsets.UTF_8))
			.text();
		List<String> expected = texts.stream().map(OfficeDocumentTest::withoutBlankEnds).toList();
		assertThat(cells(docx)).containsExactlyElementsOf(expected);
		assertThat(cells(xlsx)).containsExactlyElementsOf(expected);
		assertThat(cells(csv)).containsExactlyElementsOf(expected);
	}

	/** The layout leaves out blank lines, and blanks at the ends of lines. */
	private static String withoutBlankEnds(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	static IntStream seeds() {
		return IntStream.range(0, 200);
	}

	/** Four texts of everything that means something to some markup. */
	private static List<String> texts(Random random) {
		String[] bits = { "<p>", "</td>", "<br>", "<!--", "-->", "<5件>", "&amp;", "&#9;", "&", "**", "*", "__", "_",
				"\\", "\\*", "|", "#", "# ", "##", "---", "\t", "\n", "=1+1", "'", "\"", ",", "葛\udb40\udd00", "𠮷",
				"👨‍👩‍👧", "が", "か\u3099", "①", "１", "海", "<script>", "<?x", "_x000D_".replace("_", "＿"), "●", "-" };
		return IntStream.range(0, 4).mapToObj((cell) -> {
			StringBuilder text = new StringBuilder("始");
			random.ints(12, 0, bits.length).forEach((bit) -> text.append(bits[bit]));
			return (random.nextBoolean() ? text : text.deleteCharAt(0).insert(0, bits[random.nextInt(14) + 9].strip()))
				.append('終')
				.toString()
				.strip();
		}).toList();
	}

	/** What the layout makes of the only row, pieces joined by line feeds. */
	private static List<String> cells(String text) {
		List<Row> rows = Layout.of(text).rows();
		assertThat(rows).hasSize(1);
		return rows.get(0)
			.cells()
			.stream()
			.map((cell) -> cell.pieces()
				.stream()
				.map(Piece::run)
				.map(Object::toString)
				.collect(Collectors.joining("\n")))
			.toList();
	}

	@Test
	void sheetsOfAWorkbook_areTablesInOrder_hiddenOnesRemarked() {
		Map<String, String> sheets = new LinkedHashMap<>();
		sheets.put("表", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + OfficeFile.row(1, "一", "二")
				+ OfficeFile.row(2, "三").replace("<row ", "<row hidden=\"1\" ") + "</sheetData>");
		sheets.put("控え", "<sheetData>" + OfficeFile.row(1, "四") + "</sheetData>");
		SourceDocument document = SourceDocument.decode("b.xlsx",
				OfficeFile.xlsx(sheets)
					.workbook("<sheets><sheet name=\"表\" r:id=\"rId1\"/>"
							+ "<sheet name=\"控え\" state=\"veryHidden\" r:id=\"rId2\"/></sheets>")
					.bytes());
		assertThat(document.text()).isEqualTo("一\t二\n三\t\n\n四\n");
		assertThat(document.remarks()).filteredOn(Remark::decision)
			.extracting((remark) -> remark.key() + " " + remark.span().of(document.text()))
			.containsExactlyInAnyOrder("hidden-columns 一\t二\n三\t", "hidden-rows 三\t", "hidden-sheet 四");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			46113     | yyyy/m/d                  | 2026年4月1日
			46113     | [$-411]ggge"年"m"月"d"日" | 2026年4月1日
			46113     | yyyy"年"m"月"             | 2026年4月
			46113.5625| yyyy/m/d h:mm             | 2026年4月1日 13:30
			0.5625    | h:mm                      | 13:30
			1.0625    | [h]:mm                    | 25:30
			1         | yyyy/m/d                  | 1900年1月1日
			59        | yyyy/m/d                  | 1900年2月28日
			61        | yyyy/m/d                  | 1900年3月1日
			4000      | #,##0"人"                 | 4,000人
			0.85      | 0%                        | 85%
			0.1       | General                   | 0.1
			1e21      | General                   | 1000000000000000000000
			0.30000000000000004 | General         | 0.3
			-18.9     | #,##0.0;"▲"#,##0.0        | ▲18.9
			1234567   | #,##0,                    | 1,235
			7         | 000                       | 007
			1.5       | 0.##                      | 1.5
			12        | "第"0"回"                 | 第12回
			""")
	void number_isReadAsItIsShown(String stored, String format, String shown) {
		assertThat(number(stored, format).text().strip()).isEqualTo(shown);
	}

	@Test
	void datesOfOldMacintoshWorkbooks_beginIn1904() {
		OfficeFile file = OfficeFile.xlsx("<row><c s=\"1\"><v>44651</v></c></row>").formats("yyyy/m/d");
		file.workbook("<workbookPr date1904=\"1\"/><sheets><sheet name=\"表\" r:id=\"rId1\"/></sheets>");
		assertThat(SourceDocument.decode("d.xlsx", file.bytes()).text()).isEqualTo("2026年4月1日\n");
	}

	@Test
	void dates_areRemarkedWithTheirCells() {
		assertThat(number("46113", "yyyy/m/d").remarks()).extracting(Remark::key).containsExactly("date-cells");
		assertThat(number("46113", "yyyy/m/d").remarks().get(0).ja()).contains("A1");
	}

	@Test
	void formatNobodyKnows_isRemarked() {
		SourceDocument document = number("0.75", "# ?/?");
		assertThat(document.text().strip()).isEqualTo("0.75");
		assertThat(document.remarks()).extracting(Remark::key).containsExactly("number-format");
	}

	private static SourceDocument number(String stored, String format) {
		return SourceDocument.decode("n.xlsx",
				OfficeFile.xlsx("<row><c s=\"1\"><v>" + stored + "</v></c></row>").formats(format).bytes());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
			FORMULA_CELL    ^ <c r="B3"><f>A1*2</f><v>4</v></c>
			FORMULA_CELL    ^ <c r="B3" t="str"><f>cmd|' /C calc'!A0</f><v>x</v></c>
			ERROR_CELL      ^ <c r="B3" t="e"><v>#REF!</v></c>
			IMPOSSIBLE_DATE ^ <c r="B3" s="1"><v>60</v></c>
			IMPOSSIBLE_DATE ^ <c r="B3" s="1"><v>-1</v></c>
			IMPOSSIBLE_DATE ^ <c r="B3" s="1"><v>2958466</v></c>
			BROKEN_OFFICE_FILE ^ <c r="B3"><v>NaN</v></c>
			BROKEN_OFFICE_FILE ^ <c r="B3" t="s"><v>7</v></c>
			""")
	void cellThatCannotBeTrusted_isRefusedWithItsAddress(Reason reason, String cell) {
		String rows = "<row r=\"3\">" + cell + "</row>";
		byte[] bytes = OfficeFile.xlsx(rows).formats("yyyy/m/d").bytes();
		assertThatExceptionOfType(UnreadableDocumentException.class)
			.isThrownBy(() -> SourceDocument.decode("c.xlsx", bytes))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(reason);
				assertThat(ex.place()).isEqualTo(new Place("目標シート", 3, 2)).hasToString("目標シート!B3");
			});
	}

	@Test
	void sharedStrings_areReadWithoutTheirReadings() {
		byte[] bytes = OfficeFile.xlsx("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
			.strings("<si><t>海辺</t><rPh sb=\"0\" eb=\"2\"><t>ウミベ</t></rPh></si>"
					+ "<si><r><rPr><b/></rPr><t>一</t></r><r><t xml:space=\"preserve\"> 二_x000D_&#10;_x005F_x000D_</t></r></si>")
			.bytes();
		assertThat(SourceDocument.decode("s.xlsx", bytes).text()).isEqualTo("海辺\t一 二<br>_x000D_\n");
	}

	@Test
	void wordLists_areNumberedAsShown() {
		String item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
				+ "<w:r><w:t>%s</w:t></w:r></w:p>";
		OfficeFile file = OfficeFile
			.docx(item.formatted(0, "分別") + item.formatted(1, "案内") + item.formatted(1, "講座") + item.formatted(0, "再利用")
					+ item.formatted(1, "場") + item.formatted(2, "点"))
			.part("word/_rels/document.xml.rels",
					OfficeFile.relationships(OfficeFile.relationship("r1", "numbering", "numbering.xml")))
			.part("word/numbering.xml",
					"""
							<w:numbering xmlns:w="%s"><w:abstractNum w:abstractNumId="5">
							<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalFullWidth"/><w:lvlText w:val="（%%1）"/></w:lvl>
							<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%%2"/></w:lvl>
							<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
							</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>"""
						.formatted(OfficeFile.WORD));
		SourceDocument document = SourceDocument.decode("l.docx", file.bytes());
		assertThat(document.text().lines()).containsExactly("（１） 分別", "① 案内", "② 講座", "（２） 再利用", "① 場", "・ 点");
		assertThat(document.remarks()).extracting(Remark::key).containsExactly("list-numbers");
	}

	@Test
	void whatWordKeepsBesideTheText_isReadOrRemarked() {
		String run = "<w:r><w:t>%s</w:t></w:r>";
		OfficeFile file = OfficeFile
			.docx("<w:p>" + run.formatted("夕市") + "<w:ins>" + run.formatted("と朝市") + "</w:ins><w:del><w:r><w:delText>だけ"
					+ "</w:delText></w:r></w:del></w:p><w:sdt><w:sdtPr/><w:sdtContent><w:p>" + run.formatted("欄の文")
					+ "</w:p></w:sdtContent></w:sdt><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r></w:p><w:p>"
					+ "<w:r><w:AlternateContent><w:Choice><w:txbxContent><w:p>" + run.formatted("枠の文")
					+ "</w:p></w:txbxContent></w:Choice><w:Fallback><w:txbxContent><w:p>" + run.formatted("枠の文")
					+ "</w:p></w:txbxContent></w:Fallback></w:AlternateContent></w:r></w:p>")
			.part("word/_rels/document.xml.rels",
					OfficeFile.relationships(OfficeFile.relationship("r1", "header", "header1.xml")
							+ OfficeFile.relationship("r2", "footer", "footer1.xml")
							+ OfficeFile.relationship("r3", "comments", "comments.xml")))
			.part("word/comments.xml", "<c/>")
			.part("word/header1.xml",
					"<w:hdr xmlns:w=\"%s\">%s</w:hdr>".formatted(OfficeFile.WORD, OfficeFile.paragraph("令和７年度")))
			.part("word/footer1.xml",
					"<w:ftr xmlns:w=\"%s\"><w:p><w:fldSimple w:instr=\" PAGE \">%s</w:fldSimple></w:p></w:ftr>"
						.formatted(OfficeFile.WORD, run.formatted("3")));
		SourceDocument document = SourceDocument.decode("w.docx", file.bytes());
		assertThat(document.text().lines().filter((line) -> !line.isBlank())).containsExactly("令和７年度", "夕市と朝市", "欄の文",
				"隠し", "枠の文");
		assertThat(document.remarks()).extracting(Remark::key)
			.containsExactlyInAnyOrder("page-margin", "tracked-changes", "hidden-text", "text-box", "comments");
	}

	@Test
	void mergedWordCells_keepTheirColumns() {
		String cell = "<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>";
		byte[] bytes = OfficeFile
			.docx("<w:tbl><w:tr>" + cell.formatted("<w:gridSpan w:val=\"2\"/>", "広い") + cell.formatted("", "右")
					+ "</w:tr><w:tr>" + cell.formatted("<w:vMerge/>", "") + cell.formatted("", "中")
					+ cell.formatted("", "右下") + "</w:tr></w:tbl>")
			.bytes();
		assertThat(SourceDocument.decode("m.docx", bytes).text()).isEqualTo("広い\t\t右\n\t中\t右下\n\n");
	}

	private static List<String> draft(Reading reading) {
		return Stream.concat(Stream.of(reading.header().unit().text(), reading.header().position().text(),
				reading.header().holderName().text(), entries(reading.mission()), entries(reading.policies()),
				entries(reading.review())), reading.goals().stream().map(OfficeDocumentTest::draft))
			.toList();
	}

	private static String draft(GoalDraft goal) {
		String links = goal.links()
			.stream()
			.map((link) -> link.dimension() + link.noLink() + link.path() + link.code().text() + link.title().text())
			.collect(Collectors.joining(" "));
		return goal.horizon() + " " + goal.number() + " " + goal.title().text() + goal.tags().size() + links
				+ entries(goal.body()) + entries(goal.roadmap()) + entries(goal.achievements())
				+ entries(goal.directions());
	}

	private static String entries(List<Entry> entries) {
		return entries.stream()
			.map((entry) -> entry.level() + entry.marker() + entry.text().text() + entry.tags().size()
					+ (entry.repeatOf() != null))
			.collect(Collectors.joining("\n", "[", "]"));
	}

}
