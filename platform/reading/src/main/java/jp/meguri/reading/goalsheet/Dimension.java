package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * The label above plan links.
 *
 * @param name the dimension, or null where the label names a plan nobody knows here
 * @param end where the label ends in its piece
 */
record Dimension(@Nullable String name, int end) {

	private static final int LONGEST_LABEL = 60;

	private static final String QUALIFIER = "(?:\\([^)]*\\)|・?\\s*(?:前期|後期)?\\s*(?:基本計画|実施計画))?";

	private static final Pattern COMPREHENSIVE = Pattern
		.compile("(?:第\\s?[\\d一二三四五六七八九十]+\\s?次)?[^\\d\\s。]{0,6}総{1,2}\\s?合{1,2}\\s?計{1,2}\\s?画{1,2}" + QUALIFIER);

	private static final Pattern BASIC = Pattern
		.compile("[^\\d\\s。]{0,6}基{1,2}\\s?本{1,2}\\s?政{1,2}\\s?策{1,2}(?:\\([^)]*\\))?");

	private static final Pattern OTHER = Pattern
		.compile("[^\\d\\s。、]{1,14}(?:計画|政策|施策|戦略|大綱|プラン|ビジョン|マニフェスト)(?:\\([^)]*\\))?");

	/** A label that fills the piece, or stands before the code in it; or null. */
	static @Nullable Dimension labelled(Run run) {
		Dimension found = match(COMPREHENSIVE, LinkDraft.COMPREHENSIVE_PLAN, run);
		return (found != null) ? found : match(BASIC, LinkDraft.BASIC_POLICY, run);
	}

	/** A label naming any plan, good enough only where a code follows. */
	static @Nullable Dimension anyLabel(Run run) {
		Dimension known = labelled(run);
		Matcher matcher = OTHER.matcher(run.folded());
		return (known != null) ? known : (matcher.matches() ? new Dimension(null, run.length()) : null);
	}

	/** Cuts a piece before each label inside it that has a code behind it. */
	static List<Piece> cut(Piece piece) {
		List<Piece> cut = new ArrayList<>();
		Run rest = piece.run();
		int i = 1;
		while (i < rest.length()) {
			boolean joint = " 。".indexOf(rest.folded().charAt(i - 1)) >= 0;
			Dimension label = joint ? labelled(rest.part(i, Math.min(i + LONGEST_LABEL, rest.length()))) : null;
			if (label != null && i + label.end < rest.length()) {
				cut.add(new Piece(rest.part(0, i).trim(), cut.isEmpty() ? piece.before() : Piece.Break.PARAGRAPH));
				rest = rest.from(i);
				i = 0;
			}
			i++;
		}
		cut.add(new Piece(rest, cut.isEmpty() ? piece.before() : Piece.Break.PARAGRAPH));
		return cut;
	}

	private static @Nullable Dimension match(Pattern words, String name, Run run) {
		Matcher matcher = words.matcher(run.folded());
		if (!matcher.lookingAt()) {
			return null;
		}
		int end = matcher.end();
		while (end < run.length() && " :".indexOf(run.folded().charAt(end)) >= 0) {
			end++;
		}
		boolean code = end > matcher.end() && end < run.length() && PlanCode.at(run.folded(), end) != null;
		return (matcher.end() == run.length() || end == run.length() || code) ? new Dimension(name, end) : null;
	}

}
