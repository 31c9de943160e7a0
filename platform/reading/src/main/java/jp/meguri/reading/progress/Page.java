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

	/** A line goes on with the text below the last label with this word, or its token. */
	boolean goOn(Word word, Line line) {
		for (int i = this.tokens.size() - 1; i >= 0; i--) {
			Token token = this.tokens.get(i);
			if (token.kind() == Token.Kind.ITEM && word != token.word()) {
				return false;
			}
			if (token.word() == word && token.kind() != Token.Kind.LABEL) {
				List<Line> lines = new ArrayList<>(token.lines());
				lines.add(line);
				this.tokens.set(i, new Token(token.kind(), word, token.label(), lines));
				return true;
			}
		}
		return false;
	}

	@Nullable Token last() {
		return this.tokens.isEmpty() ? null : this.tokens.get(this.tokens.size() - 1);
	}

	List<Token> tokens() {
		return this.tokens;
	}

}
