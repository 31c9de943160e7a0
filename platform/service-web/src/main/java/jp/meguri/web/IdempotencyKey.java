package jp.meguri.web;

/**
 * The caller's own name for this create ({@code Idempotency-Key}). As an argument of a
 * handler it makes the header mandatory.
 */
public record IdempotencyKey(String value) {

	private static final int MAXIMUM = 255;

	static boolean isValid(String value) {
		return !value.isEmpty() && value.length() <= MAXIMUM && value.chars().allMatch((c) -> c > 0x20 && c < 0x7F);
	}

	/** From the header's value. */
	public static IdempotencyKey of(String value) {
		if (!isValid(value)) {
			throw new MeguriProblem(400, "idempotency-key-malformed");
		}
		return new IdempotencyKey(value);
	}

}
