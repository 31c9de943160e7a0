package jp.meguri.review;

/**
 * Why a content was kept in full.
 */
public enum Occasion {

	SUBMITTED, APPROVED,
	/** The content before the head corrected it (修正して承認). */
	BEFORE_CORRECTION, RETURNED, CONFIRMED, AMENDED

}
