package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jp.meguri.reading.progress.Token.Kind;

/**
 * Cuts a page into stretches whose items belong together: one item each where the page is
 * in order, else as small as the counts of headings, grades and sections allow.
 */
final class Segments {

	/** Tokens; a page has about thirty. */
	private static final int LONGEST_PAGE = 1_000;

	private Segments() {
	}

	static List<List<Token>> of(List<Token> page) {
		List<List<Token>> segments = new ArrayList<>();
		List<Token> rest = page;
		List<List<Token>> items = inOrder(rest);
		int cut = items.isEmpty() ? balanced(rest) : -1;
		while (cut > 0) {
			segments.add(rest.subList(0, cut));
			rest = page.subList(page.size() - rest.size() + cut, page.size());
			items = inOrder(rest);
			cut = items.isEmpty() ? balanced(rest) : -1;
		}
		segments.addAll(items.isEmpty() ? List.of(rest) : items);
		return segments;
	}

	/** Whether this stretch is all of one item. */
	static boolean isOneItem(List<Token> tokens) {
		Map<Kind, Integer> counts = counts(tokens);
		return count(counts, Kind.ITEM) == 1 && count(counts, Kind.TEXT) > 0 && count(counts, Kind.SECTION) <= 1
				&& count(counts, Kind.CATEGORY) <= 1 && count(counts, Kind.STEP) <= 1 && count(counts, Kind.GRADE) <= 1
				&& TextGroup.of(tokens).size() == 1;
	}

	/** Each item with its own texts and at most one of everything else, or nothing. */
	private static List<List<Token>> inOrder(List<Token> page) {
		List<Integer> begins = new ArrayList<>();
		for (int i = 0; i < page.size(); i++) {
			if (page.get(i).kind() == Kind.ITEM) {
				int begin = i;
				while (begin > 0 && isHead(page.get(begin - 1).kind())) {
					begin--;
				}
				begins.add(begin);
			}
		}
		if (begins.isEmpty() || begins.get(0) != 0) {
			return List.of();
		}
		List<List<Token>> items = new ArrayList<>();
		for (int i = 0; i < begins.size(); i++) {
			int end = (i + 1 < begins.size()) ? begins.get(i + 1) : page.size();
			List<Token> item = page.subList(begins.get(i), end);
			if (!isOneItem(item)) {
				return List.of();
			}
			items.add(item);
		}
		return items;
	}

	private static boolean isHead(Kind kind) {
		return kind == Kind.CATEGORY || kind == Kind.SECTION;
	}

	/** The first place above which every heading has its section, next step and grade. */
	private static int balanced(List<Token> page) {
		Map<Kind, Integer> below = counts(page);
		Map<Kind, Integer> above = new EnumMap<>(Kind.class);
		for (int cut = 1; cut < Math.min(page.size(), LONGEST_PAGE); cut++) {
			Kind kind = page.get(cut - 1).kind();
			above.merge(kind, 1, Integer::sum);
			below.merge(kind, -1, Integer::sum);
			boolean end = kind == Kind.GRADE || kind == Kind.STEP;
			if (end && isBalanced(above, true) && isBalanced(below, false)) {
				return cut;
			}
		}
		return -1;
	}

	private static boolean isBalanced(Map<Kind, Integer> counts, boolean withHeads) {
		int items = count(counts, Kind.ITEM);
		boolean judged = items > 0 && count(counts, Kind.STEP) == items && count(counts, Kind.GRADE) == items
				&& count(counts, Kind.TEXT) > 0;
		return judged && (!withHeads || count(counts, Kind.SECTION) == items && count(counts, Kind.CATEGORY) == items);
	}

	private static int count(Map<Kind, Integer> counts, Kind kind) {
		return counts.getOrDefault(kind, 0);
	}

	private static Map<Kind, Integer> counts(List<Token> tokens) {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		tokens.forEach((token) -> counts.merge(token.kind(), 1, Integer::sum));
		return counts;
	}

}
