package jp.meguri.local;

/**
 * Something the person at the keyboard has to know or do first, said in both languages.
 */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String english;

	public Refusal(String japanese, String english) {
		super(japanese);
		this.english = english;
	}

	String japanese() {
		return String.valueOf(getMessage());
	}

	String english() {
		return this.english;
	}

}
