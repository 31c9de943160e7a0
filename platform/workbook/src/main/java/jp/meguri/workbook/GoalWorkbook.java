package jp.meguri.workbook;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jp.meguri.events.content.GoalContent;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.workbook.UnwritableTextException.Reason;

/**
 * Meguri's own workbook (xlsx) of a goal sheet. Blocking: not for an event loop.
 */
public final class GoalWorkbook {

	private GoalWorkbook() {
	}

	/**
	 * Writes a workbook that is read back as exactly this sheet; that is tried before it
	 * is handed out.
	 * @throws UnwritableTextException if a cell cannot hold a text, or the workbook has
	 * no place for something
	 */
	public static byte[] write(SheetContent sheet, SheetNames names) {
		byte[] workbook = new WorkbookWriter(sheet, names).write();
		WorkbookReading back = read(workbook, names, (id) -> true, UUID::randomUUID);
		if (!back.sheet().equals(sheet)) {
			throw new UnwritableTextException(Reason.NO_PLACE, names.unit());
		}
		return workbook;
	}

	/**
	 * Reads a workbook back.
	 * @param known whether an id is one of the sheet the workbook was written from; rows
	 * with other ids become new rows and are remarked
	 * @param newIds ids for new goals, entries and the like
	 * @throws UnreadableDocumentException if it is no workbook, not safe to read, or a
	 * cell is computed or in error
	 * @throws NoGoalWorkbookException if it is another workbook
	 */
	public static WorkbookReading read(byte[] workbook, SheetNames names, Predicate<UUID> known,
			Supplier<UUID> newIds) {
		return new WorkbookReader(Spreadsheet.read(workbook), names, new Identities(known, newIds), true).read();
	}

	/**
	 * The same for the same content, another for every other: to tell what was changed.
	 */
	public static String check(GoalContent content) {
		return SheetJson.check(content);
	}

	/** What a workbook says about itself; empty if it is none of ours. */
	public static Optional<WorkbookCover> cover(Spreadsheet workbook) {
		try {
			return Optional.of(WorkbookReader.cover(workbook));
		}
		catch (NoGoalWorkbookException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Reads the goals of a workbook back, without what was reported on them; that it was
	 * left out is remarked.
	 * @param known as in {@link #read}
	 * @throws NoGoalWorkbookException if it is another workbook
	 */
	public static WorkbookReading readGoals(Spreadsheet workbook, SheetNames names, Predicate<UUID> known,
			Supplier<UUID> newIds) {
		return new WorkbookReader(workbook, names, new Identities(known, newIds), false).read();
	}

}
