package jp.meguri.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names of the worksheets, and what reading and writing them share.
 */
final class Sheets {

	static final String COVER = "表紙";

	static final String LINKS = "計画との関連";

	static final String REPORTS = "評価";

	static final String FIGURES = "実績の数値";

	static final String TARGETS = "目標値";

	static final String RESPONSIBILITIES = "主管課・関係課";

	static final String REFERENCES = "関係する計画";

	static final String READINGS = "時期の確認";

	/** A mid-term goal of another sheet. */
	static final String ELSEWHERE = "他のシート";

	private static final Map<String, String> PLANS = Map.of("comprehensive-plan", "総合計画", "basic-policy", "基本政策");

	private static final int SHOWN = 40;

	private Sheets() {
	}

	/** Name of a dimension of plans; one that has none is its own name. */
	static String plan(String dimension) {
		return PLANS.getOrDefault(dimension, dimension);
	}

	static String dimension(String plan) {
		return PLANS.entrySet()
			.stream()
			.filter((known) -> known.getValue().equals(plan))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(plan);
	}

	static String shortened(String text) {
		int characters = text.codePointCount(0, text.length());
		String line = (characters <= SHOWN) ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
		return line.replaceAll("[\\r\\n\\t\\x00-\\x1f]", " ");
	}

	/** Tells whether somebody has changed the code or title of a link. */
	static String check(String code, String title) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest((code + '\0' + title).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
