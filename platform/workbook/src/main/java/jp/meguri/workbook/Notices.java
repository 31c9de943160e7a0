package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.UnreadableDocumentException.Place;

/**
 * Collects what a person should look at.
 */
final class Notices {

	private final List<WorkbookRemark> remarks = new ArrayList<>();

	void add(Notice notice, Place place, Object... facts) {
		this.remarks.add(new WorkbookRemark(place, notice.key(), notice.japanese().formatted(facts),
				notice.english().formatted(facts), notice.decision()));
	}

	List<WorkbookRemark> all() {
		return this.remarks;
	}

}
