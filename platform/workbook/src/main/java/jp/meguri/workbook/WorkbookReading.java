package jp.meguri.workbook;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A workbook that was read back.
 *
 * @param sheet what it says
 * @param remarks what a person should look at, worksheet by worksheet
 * @param untouched the goals that say exactly what was written into the workbook
 */
public record WorkbookReading(SheetContent sheet, List<WorkbookRemark> remarks, Set<UUID> untouched) {

	public WorkbookReading {
		remarks = List.copyOf(remarks);
		untouched = Set.copyOf(untouched);
	}

	/** How many decisions are asked of the person who takes it over. */
	public long decisions() {
		return this.remarks.stream().filter(WorkbookRemark::decision).count();
	}

}
