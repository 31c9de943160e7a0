package jp.meguri.goals.planlink;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How plan nodes are found: by number in whatever style it is typed (1-1-①, １－１－１, 1-1)
 * or by a word of the title.
 */
final class PlanSearch {

	private static final Pattern SEPARATORS = Pattern.compile("[\\s()・.\\-‐‑–—―−ー－]+");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+(-[0-9]+)*");

	private PlanSearch() {
	}

	/** A code as digits; empty where the text is no code. */
	static String path(String typed) {
		String digits = SEPARATORS.matcher(fold(typed).strip()).replaceAll("-").replaceAll("^-|-$", "");
		return NUMBER.matcher(digits).matches() ? digits : "";
	}

	static String path(List<Integer> path) {
		return path.stream().map(String::valueOf).collect(Collectors.joining("-"));
	}

	/** What a title or a typed word is compared as. */
	static String word(@Nullable String text) {
		return (text != null) ? fold(text).strip().toLowerCase(Locale.ROOT) : "";
	}

	// NFKC turns ① into 1 and full width into half width.
	private static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC);
	}

}
