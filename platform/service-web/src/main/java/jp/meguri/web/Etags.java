package jp.meguri.web;

/**
 * Revision ⇄ ETag.
 */
public final class Etags {

	private Etags() {
	}

	public static String of(long revision) {
		return "\"" + revision + "\"";
	}

}
