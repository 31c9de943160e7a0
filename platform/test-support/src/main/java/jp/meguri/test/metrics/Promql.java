package jp.meguri.test.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which metrics an expression asks for. It knows the words of PromQL, not its
 * grammar: that an expression is one, Prometheus says.
 */
final class Promql {

	private static final Pattern TOKEN = Pattern.compile(
			"(?<space>\\s+)|(?<range>\\[[^]]*])" + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>[0-9][0-9a-zA-Z.]*)"
					+ "|(?<name>\\$?[a-zA-Z_:][a-zA-Z0-9_:]*)|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^(){},=<>@])");

	private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

	private final List<String> tokens;

	private final Set<String> grouping = new HashSet<>();

	private int at;

	private Promql(List<String> tokens) {
		this.tokens = tokens;
	}

	static List<Selector> selectors(String expression) {
		Promql reader = new Promql(tokens(expression));
		List<Selector> found = new ArrayList<>();
		while (reader.at < reader.tokens.size()) {
			reader.read(found);
		}
		return found.stream().map(reader::grouped).toList();
	}

	private Selector grouped(Selector bare) {
		return new Selector(bare.metric(), bare.matchers(), Set.copyOf(this.grouping));
	}

	private void read(List<Selector> found) {
		String token = this.tokens.get(this.at++);
		if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
			return;
		}
		if (GROUPING.contains(token)) {
			if (peek().equals("(")) {
				this.grouping.addAll(list());
			}
		}
		else if (!WORDS.contains(token) && !isFunction()) {
			found.add(new Selector(token, peek().equals("{") ? matchers() : Map.of(), Set.of()));
		}
	}

	/** {@code rate(…)}, {@code sum by (…) (…)}. */
	private boolean isFunction() {
		return peek().equals("(") || peek().equals("by") || peek().equals("without");
	}

	private Set<String> list() {
		Set<String> names = new HashSet<>();
		for (this.at++; !peek().equals(")"); this.at++) {
			if (!peek().equals(",")) {
				names.add(peek());
			}
		}
		this.at++;
		return names;
	}

	private Map<String, Selector.Matcher> matchers() {
		Map<String, Selector.Matcher> matchers = new HashMap<>();
		this.at++;
		while (!peek().equals("}")) {
			if (peek().equals(",")) {
				this.at++;
				continue;
			}
			String value = this.tokens.get(this.at + 2);
			matchers.put(this.tokens.get(this.at), new Selector.Matcher(this.tokens.get(this.at + 1),
					value.substring(1, value.length() - 1).replace("\\\\", "\\")));
			this.at += 3;
		}
		this.at++;
		return Map.copyOf(matchers);
	}

	private String peek() {
		return (this.at < this.tokens.size()) ? this.tokens.get(this.at) : "";
	}

	private static List<String> tokens(String expression) {
		List<String> tokens = new ArrayList<>();
		Matcher token = TOKEN.matcher(expression);
		int end = 0;
		while (token.find()) {
			if (token.start() != end) {
				break;
			}
			end = token.end();
			if (token.group("space") == null && token.group("range") == null) {
				tokens.add(token.group());
			}
		}
		if (end != expression.length()) {
			throw new IllegalArgumentException("At " + end + ": " + expression);
		}
		return tokens;
	}

}
