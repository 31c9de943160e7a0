package jp.meguri.faults.audit;

/**
 * Something that must not be.
 *
 * @param kind which promise is broken
 * @param text what was found
 */
public record Violation(Kind kind, String text) {

	/**
	 * The promises.
	 */
	public enum Kind {

		/** Somebody was told that it is done, and it is not there. */
		LOST("acknowledged writes lost"),
		/** One intent had its effect twice. */
		TWICE("effects twice"),
		/** Row, outbox, audit trail and idempotency record disagree. */
		HALF("half done"),
		/** Somebody was told that it is refused, and it was done. */
		DENIED("refused and done"),
		/** Versions of one thing came in a wrong order, or some never came. */
		ORDER("order violated"),
		/** An event is on no topic, or on a topic and in no outbox. */
		ANNOUNCED("events lost or invented"),
		/** Another service keeps something else. */
		COPY("copies differ"),
		/** A person was not told, or told of nothing. */
		NOTICE("notices missing or invented"),
		/** A letter did not arrive, or arrived again without a crash. */
		MAIL("letters lost or repeated"),
		/** The audit trail does not verify. */
		CHAIN("audit chains broken"),
		/** It did not become quiet, or work again, in time. */
		RECOVERY("not recovered");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		public String title() {
			return this.title;
		}

	}

}
