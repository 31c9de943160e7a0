package jp.meguri.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Outcome;
import jp.meguri.events.content.Round;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.workbook.SheetContent.Goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** People work in the workbook with another program before it is read back. */
class EditedWorkbookTest {

	private static final String ANNUAL = "当年度目標";

	private static final UUID NEW = new UUID(7, 7);

	private final SheetContent sheet = SampleContent.of("civic-2025.txt");

	private final SheetNames names = RandomSheet.names(this.sheet);

	@Test
	void openedAndSavedElsewhere_isStillIdentical() {
		WorkbookReading back = edited((workbook) -> {
		});
		assertThat(back.sheet()).isEqualTo(this.sheet);
		assertThat(back.remarks()).isEmpty();
	}

	@Test
	void goals_areReadWithoutResults_andTellWhatWasTouched() {
		byte[] workbook = GoalWorkbook.write(this.sheet, this.names);
		WorkbookReading back = GoalWorkbook.readGoals(Spreadsheet.read(workbook), this.names, (id) -> true, () -> NEW);
		assertThat(back.sheet().goals()).allSatisfy((goal) -> assertThat(goal.reports()).isEmpty());
		assertThat(back.sheet().goals()).extracting(Goal::content)
			.isEqualTo(this.sheet.goals().stream().map(Goal::content).toList());
		assertThat(back.remarks()).extracting(WorkbookRemark::key).containsExactly("results-left-out");
		assertThat(back.untouched()).hasSameSizeAs(this.sheet.goals());
		WorkbookReading changed = edited((open) -> {
			XSSFSheet annual = open.getSheet(ANNUAL);
			set(annual, annual.getRow(row(annual, "夕市を市民と共に運営します。")), Heads.TEXT, "書き換えた取組");
		});
		assertThat(changed.untouched()).hasSize(this.sheet.goals().size() - 1).doesNotContain(goal(this.sheet, 1).id());
		assertThat(GoalWorkbook.cover(Spreadsheet.read(workbook))).get()
			.isEqualTo(
					new WorkbookCover(this.sheet.id(), this.sheet.unit(), this.sheet.fiscalYear(), this.names.unit()));
	}

	@Test
	void everyCellIsText_idsAreHiddenAndLocked() throws IOException {
		SheetContent any = RandomSheet.of(4711);
		try (XSSFWorkbook workbook = open(GoalWorkbook.write(any, RandomSheet.names(any)))) {
			for (Sheet each : workbook) {
				assertThat(each.getProtect()).isTrue();
				each.forEach((row) -> row
					.forEach((cell) -> assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK)));
			}
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			int id = column(annual, Heads.ID);
			int text = column(annual, Heads.TEXT);
			assertThat(annual.isColumnHidden(id)).isTrue();
			assertThat(annual.getColumnStyle(id).getLocked()).isTrue();
			assertThat(annual.isColumnHidden(text)).isFalse();
			assertThat(annual.getColumnStyle(text).getLocked()).isFalse();
			assertThat(annual.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
			assertThat(annual.getDataValidations()).isNotEmpty();
		}
	}

	@Test
	void newRow_continuesTheRowAbove() {
		WorkbookReading back = edited((workbook) -> {
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			int at = row(annual, "夕市の開催：6回以上") + 1;
			annual.shiftRows(at, annual.getLastRowNum(), 1);
			Row row = annual.createRow(at);
			set(annual, row, Heads.MARKER, "*");
			set(annual, row, Heads.TEXT, "=新しい取組");
		});
		List<Block> expected = new java.util.ArrayList<>(goal(this.sheet, 1).content().actions());
		expected.add(3, Block.entry(NEW, 2, "*", "=新しい取組"));
		assertThat(goal(back.sheet(), 1).content().actions()).isEqualTo(expected);
		assertThat(back.remarks()).extracting(WorkbookRemark::key).containsExactly("row-added");
		assertThat(back.remarks().get(0).place()).hasToString("当年度目標!A7");
	}

	@Test
	void deletedRows_areGone_movedRowsStandWhereTheyWerePut() {
		WorkbookReading back = edited((workbook) -> {
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			int first = row(annual, "夕市を市民と共に運営します。");
			swap(annual, first, first + 2);
			set(annual, annual.getRow(first + 1), Heads.DELETED, "○");
		});
		List<Block> before = goal(this.sheet, 1).content().actions();
		List<Block> after = goal(back.sheet(), 1).content().actions();
		assertThat(after.subList(0, 2)).containsExactly(before.get(2), before.get(0));
		assertThat(after).hasSize(before.size() - 1);
		assertThat(back.remarks()).extracting(WorkbookRemark::key).containsExactly("row-deleted");
	}

	@Test
	void unknownAndCopiedIds_becomeNewRows_withTheirCells() {
		WorkbookReading back = edited((workbook) -> {
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			int first = row(annual, "夕市を市民と共に運営します。");
			set(annual, annual.getRow(first), Heads.ID, "0199aaaa-0000-7000-8000-00000000ffff");
			int id = column(annual, Heads.ID);
			annual.getRow(first + 2)
				.getCell(id)
				.setCellValue(annual.getRow(first + 1).getCell(id).getStringCellValue());
		});
		assertThat(back.remarks()).extracting(WorkbookRemark::key).containsExactly("id-unknown", "id-twice");
		String column = new Place("", 0, idColumn() + 1).address().replace("0", "");
		assertThat(back.remarks()).extracting((remark) -> remark.place().address())
			.containsExactly(column + "4", column + "6");
		assertThat(goal(back.sheet(), 1).content().actions()).extracting(Block::id).contains(NEW);
		assertThat(back.decisions()).isEqualTo(2);
	}

	@Test
	void outcomeTypedBesideAnAction_becomesPartOfTheReport() {
		WorkbookReading back = edited((workbook) -> {
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			Row row = annual.getRow(row(annual, "夕市の開催：6回以上"));
			set(annual, row, "期末の結果", "実施済（遅れ）");
			row.createCell(column(annual, "期末の時期")).setCellValue(LocalDate.of(2025, 10, 1));
			var style = workbook.createCellStyle();
			style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m"));
			row.getCell(column(annual, "期末の時期")).setCellStyle(style);
		});
		UUID action = goal(this.sheet, 1).content().actions().get(2).id();
		assertThat(goal(back.sheet(), 1).reports().get(0).content().outcomes())
			.containsExactly(new ActionOutcome(action, Outcome.DONE_LATE, LocalDate.of(2025, 10, 1), ""));
		assertThat(goal(back.sheet(), 1).reports().get(0).round()).isEqualTo(Round.YEAR_END);
		assertThat(back.remarks()).isEmpty();
	}

	@Test
	void changedLink_losesItsNode() {
		Goal goal = goal(this.sheet, 1);
		PlanLink link = new PlanLink(new UUID(5, 5), "comprehensive-plan", PlanLink.Choice.NODE, new UUID(6, 6),
				"1-1-①", "担い手");
		SheetContent linked = new SheetContent(this.sheet.id(), this.sheet.unit(), 2025,
				List.of(new Goal(goal.id(), goal.kind(), 1, 1, goal.content().withLinks(List.of(link)), List.of())));
		WorkbookReading back = edited(linked, (workbook) -> {
			XSSFSheet links = workbook.getSheet("計画との関連");
			set(links, links.getRow(2), Heads.CODE, "1-1-②");
		});
		assertThat(back.sheet().goals().get(0).content().links()).containsExactly(
				new PlanLink(link.id(), link.dimension(), PlanLink.Choice.AS_PRINTED, null, "1-1-②", "担い手"));
		assertThat(back.remarks()).extracting(WorkbookRemark::key).containsExactly("link-changed");
	}

	@Test
	void typedFormula_isRefusedWithItsCell() {
		assertThatExceptionOfType(UnreadableDocumentException.class).isThrownBy(() -> edited((workbook) -> {
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			annual.getRow(4).createCell(column(annual, Heads.TEXT)).setCellFormula("1+1");
		})).satisfies((ex) -> assertThat(ex.place()).hasToString("当年度目標!F5"));
	}

	@Test
	void missingAndForeignSheets_areRemarked() {
		WorkbookReading back = edited((workbook) -> {
			workbook.removeSheetAt(workbook.getSheetIndex("計画との関連"));
			workbook.createSheet("メモ").createRow(3).createCell(1).setCellValue("連絡");
		});
		assertThat(back.remarks()).extracting((remark) -> remark.key() + " " + remark.place())
			.containsExactly("sheet-missing 計画との関連!A1", "sheet-unknown メモ!B4");
		assertThat(goal(back.sheet(), 1).content().links()).isEmpty();
	}

	@Test
	void rowThatFitsNowhere_isRemarkedWithItsWords() {
		WorkbookReading back = edited((workbook) -> {
			XSSFSheet annual = workbook.getSheet(ANNUAL);
			Row row = annual.createRow(annual.getLastRowNum() + 1);
			set(annual, row, Heads.NUMBER, "９");
			set(annual, row, Heads.FIELD, "取組事項");
			set(annual, row, Heads.TEXT, "迷子の取組");
		});
		assertThat(back.remarks()).singleElement().satisfies((remark) -> {
			assertThat(remark.key()).isEqualTo("goal-unknown");
			assertThat(remark.ja()).contains("迷子の取組");
			assertThat(remark.decision()).isTrue();
		});
		assertThat(back.sheet()).isEqualTo(this.sheet);
	}

	@Test
	void anotherWorkbook_isNoneOfOurs() throws IOException {
		try (XSSFWorkbook other = new XSSFWorkbook()) {
			other.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("x");
			byte[] bytes = bytes(other);
			assertThatExceptionOfType(NoGoalWorkbookException.class)
				.isThrownBy(() -> GoalWorkbook.read(bytes, this.names, (id) -> true, UUID::randomUUID));
		}
	}

	@Test
	void textNoCellCanHold_isRefused_notCut() {
		assertRefused("長".repeat(32_768), UnwritableTextException.Reason.TOO_LONG);
		assertRefused("半分\ud83d", UnwritableTextException.Reason.NO_CHARACTER);
		assertRefused("\0", UnwritableTextException.Reason.NO_CHARACTER);
		SheetContent longest = withTitle("長".repeat(32_767));
		assertThat(GoalWorkbook.write(longest, this.names)).isNotEmpty();
	}

	private void assertRefused(String title, UnwritableTextException.Reason reason) {
		assertThatExceptionOfType(UnwritableTextException.class)
			.isThrownBy(() -> GoalWorkbook.write(withTitle(title), this.names))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(reason);
				assertThat(ex.where()).isEqualTo("当年度目標 本文 3");
			});
	}

	private SheetContent withTitle(String title) {
		Goal goal = goal(this.sheet, 1);
		var content = new jp.meguri.events.content.GoalContent(title, List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of(), List.of(), null, null);
		return new SheetContent(this.sheet.id(), this.sheet.unit(), 2025,
				List.of(new Goal(goal.id(), goal.kind(), 1, 1, content, List.of())));
	}

	private static Goal goal(SheetContent sheet, int number) {
		return sheet.goals()
			.stream()
			.filter((goal) -> goal.kind() == jp.meguri.events.content.GoalKind.ANNUAL_GOAL && goal.number() == number)
			.findFirst()
			.orElseThrow();
	}

	private WorkbookReading edited(Consumer<XSSFWorkbook> edit) {
		return edited(this.sheet, edit);
	}

	private WorkbookReading edited(SheetContent sheet, Consumer<XSSFWorkbook> edit) {
		byte[] written = GoalWorkbook.write(sheet, this.names);
		Set<UUID> known = new HashSet<>();
		try (XSSFWorkbook workbook = open(written)) {
			workbook.forEach((each) -> each.forEach((row) -> row.forEach((cell) -> {
				String text = cell.toString();
				if (text.length() == 36 && text.charAt(8) == '-') {
					known.add(UUID.fromString(text));
				}
			})));
			edit.accept(workbook);
			return GoalWorkbook.read(bytes(workbook), this.names, known::contains, () -> NEW);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static XSSFWorkbook open(byte[] bytes) throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(bytes));
	}

	private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		workbook.write(bytes);
		return bytes.toByteArray();
	}

	private int idColumn() {
		try (XSSFWorkbook workbook = open(GoalWorkbook.write(this.sheet, this.names))) {
			return column(workbook.getSheet(ANNUAL), Heads.ID);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int column(Sheet sheet, String head) {
		for (Cell cell : sheet.getRow(1)) {
			if (cell.toString().equals(head)) {
				return cell.getColumnIndex();
			}
		}
		throw new AssertionError(head);
	}

	private static int row(Sheet sheet, String text) {
		int column = column(sheet, Heads.TEXT);
		for (Row row : sheet) {
			if (row.getCell(column) != null && row.getCell(column).toString().equals(text)) {
				return row.getRowNum();
			}
		}
		throw new AssertionError(text);
	}

	private static void set(Sheet sheet, Row row, String head, String text) {
		int column = column(sheet, head);
		Cell cell = Objects.requireNonNullElseGet(row.getCell(column), () -> row.createCell(column));
		cell.setCellValue(text);
	}

	private static void swap(Sheet sheet, int one, int other) {
		Row first = sheet.getRow(one);
		Row second = sheet.getRow(other);
		for (int column = 0; column < Math.max(first.getLastCellNum(), second.getLastCellNum()); column++) {
			String text = text(first, column);
			cell(first, column).setCellValue(text(second, column));
			cell(second, column).setCellValue(text);
		}
	}

	private static String text(Row row, int column) {
		return cell(row, column).toString();
	}

	private static Cell cell(Row row, int column) {
		return Objects.requireNonNullElseGet(row.getCell(column), () -> row.createCell(column));
	}

}
