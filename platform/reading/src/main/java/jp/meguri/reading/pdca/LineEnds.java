package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jp.meguri.reading.layout.Run;

/**
 * Takes out blanks that stand where a line of a narrow cell once ended (見直 し). Such a
 * blank stands between two Japanese characters, and the line before it is about as long
 * as the longest of the cell.
 */
final class LineEnds {

	private static final double FULL = 0.7;

	private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々、]");

	private LineEnds() {
	}

	static Run unwrap(Run run) {
		String text = run.chars();
		int longest = 0;
		for (String line : text.split(" ")) {
			longest = Math.max(longest, width(line));
		}
		List<Run> parts = new ArrayList<>();
		int line = 0;
		int part = 0;
		for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
			if (isJapanese(text, i - 1) && isJapanese(text, i + 1)
					&& width(text.substring(line, i)) >= FULL * longest) {
				parts.add(run.part(part, i));
				part = i + 1;
			}
			line = i + 1;
		}
		parts.add(run.from(part));
		return Run.concat(parts);
	}

	private static boolean isJapanese(String text, int at) {
		return at >= 0 && at < text.length() && JAPANESE.matcher(text.substring(at, at + 1)).matches();
	}

	private static int width(String line) {
		return line.chars().map((c) -> (c < 128) ? 1 : 2).sum();
	}

}
