package jp.meguri.reading.target;

import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseText;

/**
 * Finds the noun a number belongs to: the words right before it, over dates, brackets and
 * the particle between, or the noun behind 「120件以上の」.
 */
final class Naming {

	private static final int MOST_CHARACTERS = 60;

	private static final String ENDS = "。\n<>※○◯●◎■□◆◇☆★*▶→=;、,「『(〔[【《〈/|" + PhraseText.END;

	private static final String PARTICLES = "をはがにでもの:=";

	private static final String EDGES = "・-:.)】〕]」のとやでにはがを①②③④⑤⑥⑦⑧⑨⑩" + PARTICLES;

	/** Kana inside written nouns: 取り組み, 申し込み, 受け入れ. */
	private static final String OKURIGANA = "りみけれきしちいえびじせめべ";

	/** Nouns written with kana. */
	private static final List<String> MIXED = List.of("づくり", "障がい", "子ども", "こども", "くらし", "ふれあい", "ひとり");

	/** How a clause before a number may end: 満足している 50.0%. */
	private static final String PLAIN_FORMS = "るたいう";

	private static final List<String> SHARES = List.of("割合", "比率");

	private final PhraseText text;

	private final Dates dates;

	private final Brackets brackets;

	/** Where amounts end: no noun reaches over one. */
	private final TreeSet<Integer> amounts = new TreeSet<>();

	Naming(PhraseText text, Dates dates) {
		this.text = text;
		this.dates = dates;
		this.brackets = new Brackets(text);
	}

	/** The words before this place belong to an amount. */
	void amountEnds(int at) {
		this.amounts.add(at);
	}

	/** The noun right before this place, or null. */
	@Nullable Indicator before(int at) {
		int end = over(at);
		boolean label = end < at && this.text.at(end) == ':';
		if (this.text.at(end - 1) == '\n' && !label) {
			return null;
		}
		int start = label ? clauseStart(end) : nounStart(end);
		boolean clause = start == end && PLAIN_FORMS.indexOf(this.text.at(end - 1)) >= 0
				&& (end == at || PARTICLES.indexOf(this.text.at(end)) < 0);
		if (clause || isShareOfPeople(start, end)) {
			start = clauseStart(end);
		}
		boolean ofOther = start == floor(end) && start > 0 && Frame.isDone(this.text, start, end);
		return ofOther ? null : indicator(start, end);
	}

	/** The noun behind の at this place, or the work that is counted, or null. */
	@Nullable Indicator behind(int at) {
		if (this.text.at(at) != 'の' && !Frame.isTakenPart(this.text, at)) {
			return null;
		}
		int start = (this.text.at(at) == 'の') ? at + 1 : at;
		int end = start;
		while (end - start < MOST_CHARACTERS && (isNoun(this.text.at(end)) || isLink(end))) {
			end++;
		}
		return indicator(start, end);
	}

	private boolean isLink(int at) {
		char c = this.text.at(at);
		return (c == 'の' || c == 'へ') && (isNoun(this.text.at(at + 1)) || this.text.at(at + 1) == 'の');
	}

	private @Nullable Indicator indicator(int start, int end) {
		int first = start;
		while (first < end && (this.dates.covers(first) || EDGES.indexOf(this.text.at(first)) >= 0)) {
			first = Math.max(first + 1, Math.min(end, this.dates.endOf(first)));
		}
		int last = end;
		while (last > first && ("・-と" + PARTICLES).indexOf(this.text.at(last - 1)) >= 0) {
			last--;
		}
		for (int i = first; i < last; i++) {
			if (isNoun(this.text.at(i))) {
				return new Indicator(this.text.raw(first, last), this.text.span(first, last));
			}
		}
		return null;
	}

	/** Over dates, brackets, and the particle or colon before a number. */
	private int over(int at) {
		boolean topic = this.text.at(at - 1) == '、' && this.text.at(at - 2) == 'は';
		boolean opened = false;
		int end = topic ? at - 1 : at;
		for (int particles = 0; end > floor(end);) {
			char c = this.text.at(end - 1);
			int open = (c == ')') ? this.brackets.opening(end - 1) : -1;
			if (this.dates.covers(end - 1)) {
				end--;
			}
			else if (open >= 0) {
				end = open;
			}
			else if (c == '(' && !opened && particles == 0) {
				opened = true;
				end--;
			}
			else if (PARTICLES.indexOf(c) >= 0 && particles < 2 && this.text.at(end) != ':') {
				particles++;
				end--;
			}
			else {
				break;
			}
		}
		return end;
	}

	/** Behind the last amount before this place. */
	private int floor(int at) {
		Integer floor = this.amounts.floor(at);
		return (floor != null) ? floor : 0;
	}

	private int nounStart(int end) {
		int start = end;
		int floor = Math.max(floor(end), end - MOST_CHARACTERS);
		while (start > floor && belongs(start - 1, end)) {
			int open = this.brackets.opening(start - 1);
			start = (open >= 0) ? open : start - 1;
		}
		return start;
	}

	private boolean belongs(int at, int end) {
		char c = this.text.at(at);
		boolean last = at + 1 == end;
		if (this.dates.covers(at) || (!last && this.text.isApart(at + 1) && !isWrapped(at))) {
			return false;
		}
		if (isNoun(c) || MIXED.stream().anyMatch((word) -> isInside(at, word))
				|| (!last && this.brackets.opening(at) > 0)) {
			return true;
		}
		char before = this.text.at(at - 1);
		return switch (c) {
			case '・', 'の' ->
				!last && isInner(this.text.at(at + 1)) && (isNoun(before) || before == 'へ') && !this.text.isApart(at);
			case 'へ' -> this.text.at(at + 1) == 'の' && isNoun(before);
			default ->
				OKURIGANA.indexOf(c) >= 0 && (isNoun(before) || isNoun(this.text.at(at - 2))) && !(last && c == 'い');
		};
	}

	private boolean isInside(int at, String word) {
		for (int start = at; start > at - word.length(); start--) {
			if (this.text.startsWith(word, start)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isInner(char c) {
		return isNoun(c) || OKURIGANA.indexOf(c) >= 0;
	}

	/** 正 規職員数: a blank inside Japanese words is where a line ended. */
	private boolean isWrapped(int at) {
		return Character.isIdeographic(this.text.at(at)) && Character.isIdeographic(this.text.at(at + 1));
	}

	/** 満足している市民の割合: what is a share of says the clause before. */
	private boolean isShareOfPeople(int start, int end) {
		String noun = this.text.chars(start, end);
		char before = this.text.at(start - 1);
		boolean clause = (before >= 'ぁ' && before <= 'ん') || before == '(' || before == ')';
		return SHARES.stream().anyMatch(noun::endsWith) && clause;
	}

	private int clauseStart(int end) {
		int start = end;
		int floor = Math.max(floor(end), end - MOST_CHARACTERS);
		while (start > floor && !endsClause(start - 1)) {
			int open = this.brackets.opening(start - 1);
			start = (open >= 0) ? open : start - 1;
		}
		return start;
	}

	private boolean endsClause(int at) {
		char c = this.text.at(at);
		boolean bullet = c == '・' && (at == 0 || this.text.isApart(at) || this.text.at(at - 1) == '\n');
		return bullet || ENDS.indexOf(c) >= 0;
	}

	static boolean isNoun(char c) {
		return Character.isIdeographic(c) || (c >= 'ァ' && c <= 'ヿ' && c != '・') || c == '々' || (c >= 'A' && c <= 'Z')
				|| (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	}

}
