package jp.meguri.workbook;

import java.util.List;

/**
 * A workbook that was read back.
 *
 * @param sheet what it says
 * @param remarks what a person should look at, worksheet by worksheet
 */
public record WorkbookReading(SheetContent sheet, List<WorkbookRemark> remarks) {

	public WorkbookReading {
		remarks = List.copyOf(remarks);
	}

	/** How many decisions are asked of the person who takes it over. */
	public long decisions() {
		return this.remarks.stream().filter(WorkbookRemark::decision).count();
	}

}
