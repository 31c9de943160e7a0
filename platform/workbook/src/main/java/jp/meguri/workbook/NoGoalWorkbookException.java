package jp.meguri.workbook;

/**
 * A workbook that is none of ours: its cover or its tables are missing.
 */
public final class NoGoalWorkbookException extends RuntimeException {

	NoGoalWorkbookException(String missing) {
		super("missing: " + missing);
	}

}
