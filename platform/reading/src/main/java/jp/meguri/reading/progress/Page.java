package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What stands below one run of headings.
 */
final class Page {

	private final @Nullable Integer node;

	private final List<Token> tokens = new ArrayList<>();

	Page(@Nullable Integer node) {
		this.node = node;
	}

	/** The heading it stands below, or null. */
	@Nullable Integer node() {
		return this.node;
	}

	void add(Token token) {
		this.tokens.add(token);
	}

	/** A line goes on with the last token. */
	void goOn(Line line) {
		Token last = this.tokens.remove(this.tokens.size() - 1);
		List<Line> lines = new ArrayList<>(last.lines());
		lines.add(line);
		this.tokens.add(new Token(last.kind(), last.word(), last.label(), lines));
	}

	@Nullable Token last() {
		return this.tokens.isEmpty() ? null : this.tokens.get(this.tokens.size() - 1);
	}

	List<Token> tokens() {
		return this.tokens;
	}

}
