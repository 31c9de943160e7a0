package jp.meguri.reading.schedule;

import java.util.regex.Pattern;

import jp.meguri.reading.phrase.PhraseText;

/**
 * What happens at the time of a phrase: the words behind it (3月制定, 令和2年度：工事), else those
 * before it (設置：7月). A long stretch of words is no label.
 */
final class Labels {

	private static final int LONGEST = 20;

	private static final String ENDS = "、。,;\n()「」『』【】[]<>~→※○●*";

	/** What joins two times, or a time and its label, and what a label does not need. */
	private static final Pattern JOINTS = Pattern
		.compile("^(及び|並びに|または|又は|と)$" + "|^[:)\\]】・]*(における|には|では|から|より|は|に|の|で|を)?|(を|と)?(する)?(予定(である)?|する)$");

	private static final Pattern BEFORE = Pattern.compile("^[・:\\-]+|[:(\\[【・]+$|(は|を|の)$");

	private final PhraseText text;

	Labels(PhraseText text) {
		this.text = text;
	}

	/**
	 * The label of a phrase.
	 * @param behind end of the phrase before it, or 0
	 * @param before begin of the phrase behind it, or the end of the text
	 */
	String of(Found found, int behind, int before) {
		String after = JOINTS.matcher(after(found.to(), before)).replaceAll("");
		String label = after.isEmpty() ? BEFORE.matcher(before(found.from(), behind)).replaceAll("") : after;
		return label.chars().anyMatch(Character::isLetter) ? label : "";
	}

	boolean isPlanned(Found found) {
		int end = Math.min(found.to() + LONGEST, this.text.length());
		return this.text.chars(found.to(), end).matches("(?s)[^、。,;\\n]*?予定.*");
	}

	private String after(int from, int limit) {
		int at = from;
		while (at < limit && at - from <= 1 && ":)]】".indexOf(this.text.at(at)) >= 0) {
			at++;
		}
		int start = at;
		while (at < limit && !isEnd(at) && (at == start || !this.text.isApart(at)) && at - start <= LONGEST) {
			at++;
		}
		boolean heading = this.text.at(at) == ':';
		return (at - start > LONGEST || heading) ? "" : this.text.chars(start, at);
	}

	private String before(int to, int limit) {
		int at = to;
		while (at > limit && to - at <= 1 && ":([【".indexOf(this.text.at(at - 1)) >= 0) {
			at--;
		}
		int end = at;
		while (at > limit && !isEnd(at - 1) && (at == end || !this.text.isApart(at)) && end - at <= LONGEST) {
			at--;
		}
		return (end - at > LONGEST) ? "" : this.text.chars(at, end);
	}

	private boolean isEnd(int at) {
		return ENDS.indexOf(this.text.at(at)) >= 0 || this.text.at(at) == ':';
	}

}
