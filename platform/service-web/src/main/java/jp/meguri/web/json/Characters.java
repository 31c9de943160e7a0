package jp.meguri.web.json;

/**
 * Characters that are refused wherever they come from.
 */
public final class Characters {

	private Characters() {
	}

	/** Control characters, except line end and tab. */
	public static boolean hasControl(String text) {
		return text.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\t');
	}

	/** A high or low surrogate without the other one. */
	public static boolean hasHalfCharacter(String text) {
		return text.codePoints().anyMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

}
