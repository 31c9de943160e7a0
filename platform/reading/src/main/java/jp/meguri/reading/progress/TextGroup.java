package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Width;
import jp.meguri.reading.progress.Token.Kind;

/**
 * The text of one item, as far as it stands together: progress and issues, divided by a
 * label or not.
 *
 * @param index where its first token stands among the tokens
 * @param text progress, and issues if no label divides them
 * @param issues the text below a label of its own, or null
 * @param progressOnly whether a label says that the text is progress alone
 */
record TextGroup(int index, List<Line> text, @Nullable List<Line> issues, boolean progressOnly) {

	private static final Pattern MEETING = Pattern.compile(
			"(?=【第|第\\s?\\d{1,2}\\s?回\\s?】)【?" + Width.spread("第") + "\\s?(\\d{1,2})\\s?" + Width.spread("回") + "】?");

	static List<TextGroup> of(List<Token> tokens) {
		List<TextGroup> groups = new ArrayList<>();
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.get(i).kind() != Kind.TEXT) {
				continue;
			}
			TextGroup last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
			if (isLabel(tokens, i - 1, Word.ISSUES) && !isLabel(tokens, i - 2, Word.PROGRESS)) {
				boolean below = last != null && last.issues == null && isTextAbove(tokens, i - 2);
				if (below) {
					groups.set(groups.size() - 1, new TextGroup(last.index, last.text, tokens.get(i).lines(), true));
				}
				else {
					groups.add(new TextGroup(i, List.of(), tokens.get(i).lines(), true));
				}
			}
			else {
				boolean progress = isLabel(tokens, i - 1, Word.PROGRESS);
				groups.add(new TextGroup(i, tokens.get(i).lines(), null, progress));
			}
		}
		return goOn(groups);
	}

	private static boolean isTextAbove(List<Token> tokens, int index) {
		return index >= 0 && tokens.get(index).kind() == Kind.TEXT;
	}

	private static boolean isLabel(List<Token> tokens, int index, Word word) {
		return index >= 0 && tokens.get(index).kind() == Kind.LABEL && tokens.get(index).word() == word;
	}

	/**
	 * A text that begins with 【第４回】 goes on with the one that ends with 【第３回】. Where none
	 * does and no label stands above it, nobody can tell whose it is: it is no group.
	 */
	private static List<TextGroup> goOn(List<TextGroup> groups) {
		List<TextGroup> joined = new ArrayList<>(groups);
		for (TextGroup late : groups) {
			Matcher first = MEETING.matcher(late.text.isEmpty() ? "" : late.text.get(0).folded());
			if (!first.lookingAt()) {
				continue;
			}
			int before = Integer.parseInt(first.group(1)) - 1;
			if (before > 0 && !late.progressOnly) {
				joined.remove(late);
			}
			for (int i = 0; i < joined.size(); i++) {
				TextGroup early = joined.get(i);
				int end = early.lastMeeting(before);
				if (early != late && end >= 0) {
					joined.set(i, early.with(end, late.text));
					joined.remove(late);
					break;
				}
			}
		}
		return joined;
	}

	/** End of the paragraph that holds the last meeting, if it is this one; else -1. */
	private int lastMeeting(int number) {
		int end = 0;
		for (List<Line> chunk : Division.chunks(this.text)) {
			end += chunk.size();
			Matcher matcher = MEETING.matcher(Titles.run(chunk).folded());
			int last = 0;
			while (matcher.find()) {
				last = Integer.parseInt(matcher.group(1));
			}
			if (last == number && number > 0) {
				return end;
			}
		}
		return -1;
	}

	private TextGroup with(int at, List<Line> late) {
		List<Line> all = new ArrayList<>(this.text.subList(0, at));
		late.forEach((line) -> all.add(new Line(line.run(), false)));
		all.addAll(this.text.subList(at, this.text.size()));
		return new TextGroup(this.index, all, this.issues, this.progressOnly);
	}

	/** All its characters, for comparing with titles. */
	String words() {
		StringBuilder words = new StringBuilder();
		this.text.forEach((line) -> words.append(line.folded()));
		if (this.issues != null) {
			this.issues.forEach((line) -> words.append(line.folded()));
		}
		return words.toString();
	}

}
