package jp.meguri.catalog.offer;

/**
 * Why an offered part is not taken over. Thrown before anything is written: a part is
 * taken as a whole or not at all.
 */
final class OfferRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reasonKey;

	/**
	 * @param reasonKey message key such as {@code import.edition-overlaps}
	 */
	OfferRefusedException(String reasonKey) {
		super(reasonKey, null, false, false);
		this.reasonKey = reasonKey;
	}

	String reasonKey() {
		return this.reasonKey;
	}

}
