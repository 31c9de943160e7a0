package jp.meguri.workbook;

/**
 * Whether results are read. Where they are not, that is remarked once, at the first row
 * that holds some.
 */
final class Results {

	private final boolean read;

	private boolean remarked;

	Results(boolean read) {
		this.read = read;
	}

	boolean areRead() {
		return this.read;
	}

	/** Whether the row's results are left out. */
	boolean leave(TableRow row) {
		if (!this.read && !this.remarked) {
			row.remark(Notice.RESULTS_LEFT_OUT, Heads.ROUND);
			this.remarked = true;
		}
		return !this.read;
	}

}
