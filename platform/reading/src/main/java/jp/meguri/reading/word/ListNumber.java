package jp.meguri.reading.word;

import java.util.Locale;

/**
 * Prints the counts of lists as Japanese documents number them.
 */
final class ListNumber {

	private static final String KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

	private static final String HALF_KATAKANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

	private static final String IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

	private static final String DIGITS = "〇一二三四五六七八九";

	private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

	private ListNumber() {
	}

	static String print(int count, String format) {
		return switch (format) {
			case "decimalFullWidth", "decimalFullWidth2" -> wide(String.valueOf(count));
			case "decimalZero" -> (count < 10) ? "0" + count : String.valueOf(count);
			case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> circled(count);
			case "decimalEnclosedParen" -> enclosed(count, 20, '⑴', "(" + count + ")");
			case "decimalEnclosedFullstop" -> enclosed(count, 20, '⒈', count + ".");
			case "ideographEnclosedCircle" -> enclosed(count, 10, '㊀', "(" + count + ")");
			case "aiueoFullWidth" -> letter(count, KATAKANA);
			case "aiueo" -> letter(count, HALF_KATAKANA);
			case "irohaFullWidth", "iroha" -> letter(count, IROHA);
			case "ideographTraditional" -> letter(count, STEMS);
			case "lowerLetter" -> letter(count, "abcdefghijklmnopqrstuvwxyz");
			case "upperLetter" -> letter(count, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
			case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
			case "upperRoman" -> roman(count);
			case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "japaneseDigitalTenThousand" ->
				counting(count);
			case "ideographDigital" -> digital(count);
			case "none", "bullet" -> "";
			default -> String.valueOf(count);
		};
	}

	private static String enclosed(int count, int last, char first, String otherwise) {
		return (count >= 1 && count <= last) ? String.valueOf((char) (first + count - 1)) : otherwise;
	}

	private static String circled(int count) {
		if (count > 20 && count <= 35) {
			return String.valueOf((char) ('㉑' + count - 21));
		}
		return (count > 35 && count <= 50) ? String.valueOf((char) ('㊱' + count - 36))
				: enclosed(count, 20, '①', String.valueOf(count));
	}

	/** Letters begin again behind the last one: aa, bb. */
	private static String letter(int count, String letters) {
		if (count < 1) {
			return String.valueOf(count);
		}
		String letter = String.valueOf(letters.charAt((count - 1) % letters.length()));
		return letter.repeat(Math.min(10, (count - 1) / letters.length() + 1));
	}

	private static String wide(String digits) {
		StringBuilder wide = new StringBuilder();
		digits.chars().forEach((c) -> wide.append((char) (c - '0' + '０')));
		return wide.toString();
	}

	private static String digital(int count) {
		StringBuilder digits = new StringBuilder();
		String.valueOf(count).chars().forEach((c) -> digits.append(DIGITS.charAt(Math.max(0, c - '0'))));
		return digits.toString();
	}

	private static String counting(int count) {
		if (count < 1 || count > 99) {
			return digital(Math.max(0, count));
		}
		String tens = (count < 10) ? "" : ((count < 20) ? "" : String.valueOf(DIGITS.charAt(count / 10))) + "十";
		return tens + ((count % 10 == 0) ? "" : String.valueOf(DIGITS.charAt(count % 10)));
	}

	private static String roman(int count) {
		if (count < 1 || count > 3999) {
			return String.valueOf(count);
		}
		int[] values = { 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1 };
		String[] signs = { "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I" };
		StringBuilder roman = new StringBuilder();
		int rest = count;
		for (int i = 0; i < values.length; i++) {
			while (rest >= values[i]) {
				roman.append(signs[i]);
				rest -= values[i];
			}
		}
		return roman.toString();
	}

	/** Bullets of symbol fonts as the characters they look like. */
	static String bullets(String signs) {
		StringBuilder shown = new StringBuilder();
		signs.chars().forEach((c) -> shown.append(symbol((char) c)));
		return shown.toString();
	}

	static char symbol(char c) {
		return switch (c) {
			case '\uf06c', '\uf09f' -> '●';
			case '\uf06d', '\uf0a1', '\uf099' -> '○';
			case '\uf06e' -> '■';
			case '\uf06f', '\uf0a8', '\uf071', '\uf072' -> '□';
			case '\uf075', '\uf077' -> '◆';
			case '\uf076' -> '❖';
			case '\uf0d8', '\uf0e0' -> '➢';
			case '\uf0fc' -> '✓';
			case '\uf0b7', '\uf0a7' -> '・';
			default -> c;
		};
	}

}
