package jp.meguri.events.content;

/**
 * Where a goal or a report stands on its way to publication (domain guide 3.5). The list
 * is complete from the start; a city's route uses two to five of the steps.
 */
public enum ReviewState {

	NOT_STARTED, NOT_OPEN, PENDING, DRAFT, SECTION_REVIEW, COLLECTED, SUBMITTED, APPROVED, RETURNED, CONFIRMED,
	AMENDING, PUBLISHED_INITIAL, PUBLISHED_FINAL, CLOSED;

	/** Everybody signed in in the city may read it from here on. */
	public boolean isConfirmedOrLater() {
		return ordinal() >= CONFIRMED.ordinal();
	}

}
