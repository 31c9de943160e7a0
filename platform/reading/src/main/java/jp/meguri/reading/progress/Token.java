package jp.meguri.reading.progress;

import java.util.List;

import jp.meguri.reading.layout.Run;

/**
 * Something a line of the sheet says.
 *
 * @param kind what it is
 * @param word the word of the form it stands behind, for labels; else unused
 * @param label the label as printed, may be empty
 * @param lines its lines; none for a bare label
 */
record Token(Kind kind, Word word, Run label, List<Line> lines) {

	Token {
		lines = List.copyOf(lines);
	}

	/** All its characters. */
	Run run() {
		return Run.concat(this.lines.stream().map(Line::run).toList());
	}

	String key() {
		return run().key();
	}

	enum Kind {

		/** 取組項目. */
		CATEGORY,
		/** 取組内容. */
		ITEM,
		/** A section in charge. */
		SECTION,
		/** 今後の方針 with its value. */
		STEP,
		/** 評価 with its value. */
		GRADE,
		/** A label above a text. */
		LABEL,
		/** Lines of text. */
		TEXT

	}

}
