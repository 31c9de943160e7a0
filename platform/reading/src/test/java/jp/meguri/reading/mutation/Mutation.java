package jp.meguri.reading.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Ways documents suffer. The benign ones change how a document is printed or extracted,
 * not what it says; the others destroy.
 */
enum Mutation {

	/** Digits and signs in the other width. */
	WIDTH(true) {
		@Override
		void damage(Mutant mutant, Random random) {
			each(mutant, random, 0.5, (i) -> OTHER_WIDTH.indexOf(mutant.charAt(i)) >= 0, (i) -> {
				int at = OTHER_WIDTH.indexOf(mutant.charAt(i));
				mutant.print(i, OTHER_WIDTH.charAt((at + HALF) % OTHER_WIDTH.length()));
			});
		}
	},

	/** Other signs for the same marker. */
	MARKERS(true) {
		@Override
		void damage(Mutant mutant, Random random) {
			each(mutant, random, 0.5, (i) -> variants(mutant.charAt(i)) != null && !insideWord(mutant, i), (i) -> {
				String variants = String.valueOf(variants(mutant.charAt(i)));
				mutant.print(i, variants.charAt(random.nextInt(variants.length())));
			});
		}
	},

	/** A blank inside a word, where a line of a cell ended. */
	WRAPS(true) {
		@Override
		void damage(Mutant mutant, Random random) {
			each(mutant, random, 0.02, (i) -> insideWord(mutant, i), (i) -> mutant.insert(i, " "));
		}
	},

	/** Tags that say nothing. */
	REMNANTS(true) {
		@Override
		void damage(Mutant mutant, Random random) {
			each(mutant, random, 0.01, (i) -> insideWord(mutant, i), (i) -> mutant.insert(i,
					List.of("<b>", "</b>", "<i>", "</i>", "<span>", "</span>", "&#8203;").get(random.nextInt(7))));
		}
	},

	/** A letter recognised twice. */
	DOUBLES(true) {
		@Override
		void damage(Mutant mutant, Random random) {
			each(mutant, random, 0.01, (i) -> insideWord(mutant, i),
					(i) -> mutant.insert(i, String.valueOf(mutant.charAt(i))));
		}
	},

	/** A cell too many, or two cells in one. */
	CELL_SHIFTS(false) {
		@Override
		void damage(Mutant mutant, Random random) {
			some(mutant, random, 3, (i) -> isSeparator(mutant, i), (i) -> {
				if (random.nextBoolean()) {
					mutant.insert(i, String.valueOf(mutant.charAt(i)));
				}
				else {
					mutant.delete(i, i + 1);
				}
			});
		}
	},

	/** Brackets not recognised. */
	BRACKETS(false) {
		@Override
		void damage(Mutant mutant, Random random) {
			each(mutant, random, 0.15, (i) -> "()（）[]［］【】〔〕".indexOf(mutant.charAt(i)) >= 0,
					(i) -> mutant.delete(i, i + 1));
		}
	},

	/** Two columns in the other order, heads included. */
	COLUMNS(false) {
		@Override
		void damage(Mutant mutant, Random random) {
			List<Line> lines = new ArrayList<>(Line.of(mutant.text()));
			Collections.reverse(lines);
			int left = levels(lines, mutant) + random.nextInt(6);
			for (Line line : lines) {
				String first = mutant.text().substring(line.cells().get(0)[0], line.cells().get(0)[1]);
				if (left + 1 < line.cells().size() && !first.matches("\\s*部\\s*局.*")) {
					int[] a = line.cells().get(left);
					int[] b = line.cells().get(left + 1);
					mutant.swap(a[0], a[1], b[0], b[1]);
				}
			}
		}

		/** Columns of a plan's levels: their order is what they say. */
		private static int levels(List<Line> lines, Mutant mutant) {
			int levels = 0;
			for (Line line : lines) {
				for (int i = 0; i < line.cells().size(); i++) {
					String cell = mutant.text().substring(line.cells().get(i)[0], line.cells().get(i)[1]).strip();
					levels = cell.matches("No[.]?|番号|取組内容") ? Math.max(levels, i) : levels;
				}
			}
			return levels;
		}
	},

	/** Cells whose text is gone, some with their place. */
	CELLS_LOST(false) {
		@Override
		void damage(Mutant mutant, Random random) {
			List<Line> lines = Line.of(mutant.text());
			for (int n = 0; n < 3 && !lines.isEmpty(); n++) {
				Line line = lines.get(random.nextInt(lines.size()));
				int[] cell = line.cells().get(random.nextInt(line.cells().size()));
				boolean last = cell == line.cells().get(line.cells().size() - 1);
				if (mutant.text().substring(cell[0], cell[1]).isBlank()) {
					continue;
				}
				mutant.delete(cell[0], cell[1] + ((random.nextBoolean() && !last) ? 1 : 0));
				lines = Line.of(mutant.text());
			}
		}
	};

	static final String OTHER_WIDTH = "0123456789():%[].,０１２３４５６７８９（）：％［］．，";

	static final int HALF = OTHER_WIDTH.length() / 2;

	private static final List<String> SAME = List.of("・·･", "○◯〇", "*＊", "～~〜");

	private static final Pattern TAG = Pattern.compile("<[^<>]*>|&[#a-zA-Z0-9]+;");

	private final boolean benign;

	Mutation(boolean benign) {
		this.benign = benign;
	}

	boolean isBenign() {
		return this.benign;
	}

	abstract void damage(Mutant mutant, Random random);

	static @Nullable String variants(char sign) {
		return SAME.stream().filter((same) -> same.indexOf(sign) >= 0).findFirst().orElse(null);
	}

	/** Between two letters that are written together. */
	static boolean insideWord(Mutant mutant, int at) {
		return at > 0 && at < mutant.length() && isJapanese(mutant.charAt(at - 1)) && isJapanese(mutant.charAt(at));
	}

	private static boolean isJapanese(char c) {
		Character.UnicodeScript script = Character.UnicodeScript.of(c);
		return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
				|| script == Character.UnicodeScript.KATAKANA;
	}

	/** A tab, or a pipe that does not begin or end a line; none of a rule's. */
	static boolean isSeparator(Mutant mutant, int at) {
		char c = mutant.charAt(at);
		boolean inside = at > 0 && mutant.charAt(at - 1) != '\n' && at + 1 < mutant.length()
				&& mutant.charAt(at + 1) != '\n' && mutant.charAt(at - 1) != '-';
		return c == '\t' && (at == 0 || mutant.charAt(at - 1) != '-') || c == '|' && inside;
	}

	/** From the last place to the first, so that those before stay where they are. */
	static void each(Mutant mutant, Random random, double share, IntPredicate place, Damage damage) {
		List<Integer> places = places(mutant, place);
		Collections.reverse(places);
		places.stream().filter((i) -> random.nextDouble() < share).forEach(damage::at);
	}

	/** At most one place of a line. */
	static void some(Mutant mutant, Random random, int most, IntPredicate place, Damage damage) {
		List<Integer> places = places(mutant, place);
		Collections.shuffle(places, random);
		Set<Integer> lines = new HashSet<>();
		places.stream()
			.filter((i) -> lines.add(mutant.text().lastIndexOf('\n', i - 1)))
			.limit(most)
			.sorted(Collections.reverseOrder())
			.forEach(damage::at);
	}

	private static List<Integer> places(Mutant mutant, IntPredicate place) {
		boolean[] tag = new boolean[mutant.length() + 1];
		Matcher tags = TAG.matcher(mutant.text());
		while (tags.find()) {
			Arrays.fill(tag, tags.start(), tags.end(), true);
		}
		List<Integer> places = new ArrayList<>();
		for (int i = 0; i < mutant.length(); i++) {
			if (!tag[i] && place.test(i)) {
				places.add(i);
			}
		}
		return places;
	}

	interface Damage {

		void at(int place);

	}

}
