package jp.meguri.workbook;

import java.text.Normalizer;

/**
 * Numbers as people type them into cells of text.
 */
final class Numbers {

	private Numbers() {
	}

	/** Full-width digits as plain ones. */
	static String narrow(String number) {
		return Normalizer.normalize(number, Normalizer.Form.NFKC);
	}

}
