package jp.meguri.goals.sheet;

import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.goals.access.Circumstances;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says about one goal when giving it back.
 *
 * @param anchor the place: a block's id or a field's name; null for the whole
 */
record Remark(UUID item, @Nullable String anchor, String text) {

	ReviewComment by(Circumstances circumstances, long revision) {
		Actor reader = circumstances.actor();
		return new ReviewComment(Ids.next(), this.anchor, this.text, reader.person(), reader.name(), revision, null,
				circumstances.now());
	}

}
