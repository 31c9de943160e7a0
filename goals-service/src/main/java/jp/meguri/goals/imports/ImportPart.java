package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.goals.ImportEvent.OfferedResult;

/**
 * What a registered import offers to another service.
 *
 * @param part its number within the import; also the version of the announcement
 * @param content what is offered
 * @param state SENT until the other service has answered
 * @param reasonKey why it was refused, empty otherwise
 */
record ImportPart(int part, Content content, State state, String reasonKey, @Nullable Instant answeredAt) {

	static final String TARGET = "evaluation";

	/** What of a document goes to the evaluation. */
	enum Content {

		/** 成果 and 方向性 of the goals. */
		RESULTS,
		/** 取り組みの総括. */
		POLICY_REVIEW

	}

	enum State {

		SENT, APPLIED, REFUSED

	}

	/** A part about to be sent. */
	record Offer(int part, Content content, List<OfferedResult> results) {
	}

}
