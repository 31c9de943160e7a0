package jp.meguri.reading.reformplan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * The head of an item: 事項 1-① with its title, in two cells of a table or in one line.
 *
 * @param label the form's word, 事項
 * @param number the number as printed
 * @param title the title
 */
record ItemHead(Run label, Run number, Run title) {

	private static final String STEP = "(?:\\d{1,2}|[①-⑳]|\\(\\d{1,2}\\)|[IVX]{1,4}|[Ⅰ-Ⅻ])";

	private static final Pattern CODE = Pattern.compile("(?<label>(?:"
			+ Width.spread("(?:改革|取組|取り組み|実施|推進)?(?:事項|項目|取組|番号)") + "(?:\\s?(?:No[.]?|№))?|No[.]?)\\s?)?"
			+ "(?<number>" + STEP + "(?:\\s?-\\s?" + STEP + "){0,3})[.:]?\\s*");

	/** Whether the row begins with the label and number of a head, readable or not. */
	static boolean begins(Row row) {
		Run first = row.pieces().get(0).run();
		Matcher code = CODE.matcher(first.folded());
		return code.lookingAt() && code.group("label") != null;
	}

	/** The head this row is, or null. */
	static @Nullable ItemHead of(Row row) {
		List<Integer> filled = row.filled();
		if (filled.isEmpty() || row.cell(filled.get(0)).pieces().size() != 1) {
			return null;
		}
		Run first = row.cell(filled.get(0)).pieces().get(0).run();
		Matcher code = CODE.matcher(first.folded());
		boolean labelled = code.lookingAt() && code.group("label") != null;
		if (!labelled) {
			return null;
		}
		Run rest = first.from(code.end());
		Run number = first.part(code.start("number"), code.end("number"));
		Run label = first.part(code.start("label"), code.end("label")).trim();
		if (filled.size() == 2 && rest.length() == 0 && row.cell(filled.get(1)).pieces().size() == 1) {
			return new ItemHead(label, number, row.cell(filled.get(1)).pieces().get(0).run());
		}
		boolean line = filled.size() == 1 && rest.length() > 0 && rest.chars().indexOf('。') < 0
				&& Character.isWhitespace(first.folded().charAt(code.end() - 1));
		return line ? new ItemHead(label, number, rest.trim()) : null;
	}

}
