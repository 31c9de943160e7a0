package jp.meguri.reading.draft;

import java.util.List;

/**
 * A plan link as printed (関連計画・施策).
 *
 * @param dimension {@link #COMPREHENSIVE_PLAN} or {@link #BASIC_POLICY}, by the code's
 * shape
 * @param noLink whether the document says that there is none (0-0-0, 0)
 * @param path the code as numbers, e.g. [5, 1, 3] for 5-1-③; empty without a code
 * @param code the code as printed
 * @param title the title as printed
 */
public record LinkDraft(String dimension, boolean noLink, List<Integer> path, Passage code, Passage title) {

	/** 総合計画: codes of several parts. */
	public static final String COMPREHENSIVE_PLAN = "comprehensive-plan";

	/** 基本政策: plain numbers. */
	public static final String BASIC_POLICY = "basic-policy";

	public LinkDraft {
		path = List.copyOf(path);
	}

}
