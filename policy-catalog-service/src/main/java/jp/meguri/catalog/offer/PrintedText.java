package jp.meguri.catalog.offer;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A name or code of a document for comparing: width and spaces do not count, because
 * documents lose and gain spaces at the ends of lines (domain guide 7).
 */
record PrintedText(String folded) {

	private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

	static PrintedText of(String text) {
		return new PrintedText(SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""));
	}

	boolean isEmpty() {
		return this.folded.isEmpty();
	}

}
