package jp.meguri.goals.sheet;

import java.time.Instant;
import jp.meguri.review.KeptContent;
import jp.meguri.review.Occasion;

/**
 * A version of a goal that was kept.
 */
record RevisionView(long revision, Occasion occasion, String actorName, Instant at) {

	static RevisionView of(KeptContent kept) {
		return new RevisionView(kept.revision(), kept.occasion(), kept.actorName(), kept.at());
	}

}
