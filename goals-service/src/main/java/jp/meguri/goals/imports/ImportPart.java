package jp.meguri.goals.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

import jp.meguri.events.goals.ImportEvent;

/**
 * What a registered import offers to another service.
 *
 * @param part its number within the import; also the version of the announcement
 * @param content what is offered
 * @param state SENT until the other service has answered
 * @param reasonKey why it was refused, empty otherwise
 */
record ImportPart(int part, Content content, State state, String reasonKey, @Nullable Instant answeredAt) {

	/** What of a document goes to another service, and to which. */
	enum Content {

		/** The plan with its tree, legend of grades and glossary. */
		PLAN("catalog"),
		/** Sections and bodies to be created. */
		ORGANISATION("catalog"),
		/** What was done and how it is judged, by goal. */
		RESULTS("evaluation"),
		/** 取り組みの総括. */
		POLICY_REVIEW("evaluation");

		private final String target;

		Content(String target) {
			this.target = target;
		}

		String target() {
			return this.target;
		}

	}

	enum State {

		SENT, APPLIED, REFUSED

	}

	/** A part about to be sent. */
	record Offer(int part, Content content, ImportEvent event) {
	}

}
