package jp.meguri.reading.target;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseText;

/**
 * Finds the noun a number belongs to: the words right before it, over dates, brackets and
 * the particle between, or the noun behind 「120件以上の」.
 */
final class Naming {

	private static final int MOST_CHARACTERS = 60;

	private static final String ENDS = "。\n<>※○◯●◎■□◆◇☆★*▶→=;、,「『(〔[【《〈/|";

	private static final String PARTICLES = "をはがにでもの:";

	/** Kana inside written nouns: 取り組み, 申し込み, 受け入れ. */
	private static final String OKURIGANA = "りみけれきしちいえびじせめ";

	private static final Set<String> SHARES = Set.of("割合", "比率");

	private final PhraseText text;

	private final Dates dates;

	Naming(PhraseText text, Dates dates) {
		this.text = text;
		this.dates = dates;
	}

	/** The noun right before this place, or null. */
	@Nullable Indicator before(int at) {
		int floor = Math.max(0, at - 2 * MOST_CHARACTERS);
		int end = skipBack(at, floor);
		if (end <= floor || (this.text.at(end - 1) == '\n' && end < at && this.text.at(end) != ':')) {
			return null;
		}
		boolean label = this.text.at(end) == ':' && end < at;
		int start = label ? clauseStart(end) : nounStart(end);
		if (start == end || isShareOfPeople(start, end)) {
			start = clauseStart(end);
		}
		return indicator(start, end);
	}

	/** The noun behind の at this place, or null. */
	@Nullable Indicator behind(int at) {
		if (this.text.at(at) != 'の') {
			return null;
		}
		int end = at + 1;
		while (end - at < MOST_CHARACTERS && (isNoun(this.text.at(end)) || isLink(end))) {
			end++;
		}
		return indicator(at + 1, end);
	}

	private boolean isLink(int at) {
		char c = this.text.at(at);
		return (c == 'の' || c == 'へ') && (isNoun(this.text.at(at + 1)) || this.text.at(at + 1) == 'の');
	}

	private @Nullable Indicator indicator(int start, int end) {
		int first = start;
		while (first < end && isEdge(first)) {
			first = Math.max(first + 1, Math.min(end, this.dates.endOf(first)));
		}
		int last = end;
		while (last > first && ("・-の:と" + PARTICLES).indexOf(this.text.at(last - 1)) >= 0) {
			last--;
		}
		boolean word = false;
		for (int i = first; i < last; i++) {
			word |= isNoun(this.text.at(i));
		}
		return word ? new Indicator(this.text.raw(first, last), this.text.span(first, last)) : null;
	}

	private boolean isEdge(int at) {
		return "・-:.)】〕]」のとやでにはがを①②③④⑤⑥⑦⑧⑨⑩".indexOf(this.text.at(at)) >= 0 || this.dates.covers(at);
	}

	/** Over dates, brackets and the particle or colon before a number. */
	private int skipBack(int at, int floor) {
		int end = at;
		int particles = 0;
		while (end > floor) {
			char c = this.text.at(end - 1);
			if (this.dates.covers(end - 1)) {
				end--;
			}
			else if (c == ')' || c == '）') {
				int open = bracket(end, floor);
				if (open < 0) {
					return end;
				}
				end = open;
			}
			else if (PARTICLES.indexOf(c) >= 0 && particles < 2) {
				particles++;
				end--;
				if (c == ':') {
					return over(end, floor);
				}
			}
			else {
				return end;
			}
		}
		return end;
	}

	/** Dates and brackets between a label and its colon. */
	private int over(int colon, int floor) {
		int end = colon;
		while (end > floor && this.text.at(end - 1) == ')') {
			int open = bracket(end, floor);
			if (open < 0) {
				break;
			}
			end = open;
		}
		return end;
	}

	private int bracket(int end, int floor) {
		for (int i = end - 2; i >= floor; i--) {
			if (this.text.at(i) == '(') {
				return i;
			}
			if (this.text.at(i) == ')' || this.text.at(i) == '\n') {
				return -1;
			}
		}
		return -1;
	}

	private int nounStart(int end) {
		int start = end;
		while (start > 0 && end - start < MOST_CHARACTERS && belongs(start - 1, end)) {
			start--;
			if (this.text.at(start) == ')') {
				start = Math.max(0, bracket(start + 1, Math.max(0, start - MOST_CHARACTERS)));
			}
		}
		return start;
	}

	private boolean belongs(int at, int end) {
		char c = this.text.at(at);
		boolean apart = at + 1 < end && this.text.isApart(at + 1);
		if (apart || this.dates.covers(at)) {
			return false;
		}
		if (isNoun(c) || (c == ')' && at + 1 < end && bracket(at + 1, Math.max(0, at - MOST_CHARACTERS)) > 0)) {
			return true;
		}
		boolean between = at + 1 < end && (isNoun(this.text.at(at + 1)) || OKURIGANA.indexOf(this.text.at(at + 1)) >= 0)
				&& isNoun(this.text.at(at - 1));
		if (c == '・' || c == 'の') {
			return between && !this.text.isApart(at);
		}
		return OKURIGANA.indexOf(c) >= 0 && (isNoun(this.text.at(at - 1)) || isNoun(this.text.at(at - 2)))
				&& !(at + 1 == end && c == 'い');
	}

	/** 満足している市民の割合: what is a share of says the clause before. */
	private boolean isShareOfPeople(int start, int end) {
		String noun = this.text.chars(start, end);
		char before = this.text.at(start - 1);
		return SHARES.stream().anyMatch(noun::endsWith) && before >= 'ぁ' && before <= 'ん';
	}

	private int clauseStart(int end) {
		int start = end;
		while (start > 0 && end - start < MOST_CHARACTERS && ENDS.indexOf(this.text.at(start - 1)) < 0
				&& !(this.text.at(start - 1) == '・'
						&& (start == 1 || this.text.isApart(start - 1) || this.text.at(start - 2) == '\n'))) {
			start--;
		}
		return start;
	}

	static boolean isNoun(char c) {
		return Character.isIdeographic(c) || (c >= 'ァ' && c <= 'ヿ' && c != '・') || c == '々' || (c >= 'A' && c <= 'Z')
				|| (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	}

}
