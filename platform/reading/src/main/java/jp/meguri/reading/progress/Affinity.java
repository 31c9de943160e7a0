package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jp.meguri.reading.layout.Width;

/**
 * How much texts have to do with titles: pairs of characters they share with one title
 * only. Kana of grammar weigh little.
 */
final class Affinity {

	private static final double ENOUGH = 2;

	private static final double AHEAD = 1.5;

	private final double[][] scores;

	/**
	 * @param titles the titles
	 * @param texts the texts to be tied to them
	 */
	Affinity(List<String> titles, List<String> texts) {
		List<Set<String>> pairs = titles.stream().map(Affinity::pairs).toList();
		List<Set<String>> found = texts.stream().map(Affinity::pairs).toList();
		this.scores = new double[texts.size()][titles.size()];
		for (int title = 0; title < titles.size(); title++) {
			for (String pair : own(pairs, title)) {
				long holders = found.stream().filter((text) -> text.contains(pair)).count();
				for (int text = 0; text < texts.size(); text++) {
					this.scores[text][title] += found.get(text).contains(pair) ? weight(pair) / holders : 0;
				}
			}
		}
	}

	private static Set<String> own(List<Set<String>> pairs, int title) {
		Set<String> own = new HashSet<>(pairs.get(title));
		for (int other = 0; other < pairs.size(); other++) {
			if (other != title) {
				own.removeAll(pairs.get(other));
			}
		}
		return own;
	}

	private static Set<String> pairs(String text) {
		String key = Width.key(text);
		Set<String> pairs = new HashSet<>();
		for (int i = 0; i + 1 < key.length(); i++) {
			String pair = key.substring(i, i + 2);
			if (pair.chars().allMatch(Character::isLetter)) {
				pairs.add(pair);
			}
		}
		return pairs;
	}

	private static double weight(String pair) {
		return pair.chars().noneMatch(Affinity::isGrammar) ? 2 : 0.25;
	}

	private static boolean isGrammar(int c) {
		return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HIRAGANA;
	}

	/**
	 * The title each text clearly belongs to, or -1; a title has one text at most if
	 * alone.
	 */
	List<Integer> clear(boolean alone) {
		List<Integer> clear = new ArrayList<>();
		for (int text = 0; text < this.scores.length; text++) {
			int best = best(this.scores[text]);
			boolean rowClear = best >= 0 && isAhead(this.scores[text], best);
			clear.add((rowClear && (!alone || isAhead(column(best), text))) ? best : -1);
		}
		return clear;
	}

	private static int best(double[] row) {
		int best = -1;
		for (int i = 0; i < row.length; i++) {
			best = (row[i] >= ENOUGH && (best < 0 || row[i] > row[best])) ? i : best;
		}
		return best;
	}

	private static boolean isAhead(double[] row, int best) {
		for (int i = 0; i < row.length; i++) {
			if (i != best && row[i] * AHEAD > row[best]) {
				return false;
			}
		}
		return true;
	}

	private double[] column(int title) {
		double[] column = new double[this.scores.length];
		for (int text = 0; text < column.length; text++) {
			column[text] = this.scores[text][title];
		}
		return column;
	}

}
