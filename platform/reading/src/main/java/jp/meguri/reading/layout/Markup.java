package jp.meguri.reading.layout;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTML tags, character references and Markdown signs inside a text.
 */
final class Markup {

	private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");

	private static final Pattern DECLARATION = Pattern.compile("<[!?][^<>]*>");

	private static final Pattern UNSEEN = Pattern.compile("<(script|style)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);

	private static final Pattern REFERENCE = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});");

	private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)[^*\\n]+?(?<=\\S)\\*\\*|__(?=\\S)[^_\\n]+?__");

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[\\\\`*_{}\\[\\]()#+.!|<>-])");

	private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em",
			"font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
			"strong", "sub", "sup", "tt", "u", "var", "wbr", "img");

	private final String source;

	private final BitSet signs = new BitSet();

	Markup(String source) {
		this.source = source;
		Matcher strong = STRONG.matcher(source);
		while (strong.find()) {
			this.signs.set(strong.start(), strong.start() + 2);
			this.signs.set(strong.end() - 2, strong.end());
		}
		ESCAPE.matcher(source).results().forEach((escape) -> this.signs.set(escape.start()));
	}

	/** Whether this character is a Markdown sign, not text. */
	boolean isSign(int at) {
		return this.signs.get(at);
	}

	@Nullable TagAt tagAt(int at) {
		if (this.source.charAt(at) != '<') {
			return null;
		}
		int hidden = hiddenEnd(at);
		if (hidden > 0) {
			return new TagAt("", false, "", hidden);
		}
		Matcher tag = TAG.matcher(this.source).region(at, this.source.length());
		if (!tag.lookingAt()) {
			return null;
		}
		String name = tag.group(2).toLowerCase(java.util.Locale.ROOT);
		return Tag.isKnownTag(name) ? new TagAt(name, !tag.group(1).isEmpty(), tag.group(3), tag.end()) : null;
	}

	/** End of a comment, declaration, script or style that begins here, or -1. */
	private int hiddenEnd(int at) {
		if (this.source.startsWith("<!--", at)) {
			int end = this.source.indexOf("-->", at);
			return (end < 0) ? this.source.length() : end + 3;
		}
		Matcher unseen = UNSEEN.matcher(this.source).region(at, this.source.length());
		if (unseen.lookingAt()) {
			Matcher end = Pattern.compile("</" + unseen.group(1) + "\\s*>", Pattern.CASE_INSENSITIVE)
				.matcher(this.source);
			return end.find(unseen.end()) ? end.end() : this.source.length();
		}
		Matcher declaration = DECLARATION.matcher(this.source).region(at, this.source.length());
		return declaration.lookingAt() ? declaration.end() : -1;
	}

	/** End of the character reference that begins here, or -1. */
	int referenceEnd(int at) {
		Matcher matcher = REFERENCE.matcher(this.source).region(at, this.source.length());
		return (this.source.charAt(at) == '&' && matcher.lookingAt() && !decode(at, matcher.end()).startsWith("&#")
				&& decode(at, matcher.end()).length() <= 2) ? matcher.end() : -1;
	}

	String decode(int start, int end) {
		return Parser.unescapeEntities(this.source.substring(start, end), true);
	}

	/**
	 * @param name the element, or empty for comments and the like
	 * @param closing whether it ends the element
	 * @param attributes everything behind the name
	 * @param end one behind the tag
	 */
	record TagAt(String name, boolean closing, String attributes, int end) {

		boolean isInline() {
			return INLINE.contains(this.name) || this.name.isEmpty();
		}

		boolean isHeading() {
			return this.name.length() == 2 && this.name.charAt(0) == 'h' && Character.isDigit(this.name.charAt(1));
		}

		/** Value of a number attribute such as colspan, at least 1. */
		int number(String attribute) {
			Matcher value = Pattern.compile("\\b" + attribute + "\\s*=\\s*[\"']?(\\d{1,2})").matcher(this.attributes);
			return value.find() ? Math.max(1, Integer.parseInt(value.group(1))) : 1;
		}

	}

}
