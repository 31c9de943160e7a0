package jp.meguri.goals.sheet;

import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a comment's texts may be.
 */
final class CommentTexts {

	private static final TextRule TEXT = TextRule.body(4000).asRequired();

	private static final TextRule ANCHOR = TextRule.line(100);

	private CommentTexts() {
	}

	static Violations check(Violations violations, String at, @Nullable String anchor, String text) {
		return violations.text(text, at + "/text", TEXT).text(anchor, at + "/anchor", ANCHOR);
	}

}
