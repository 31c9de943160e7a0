package jp.meguri.reading.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Prints numbers as a cell shows them: 4,000人, 85%, ▲18.9. Only what these sheets use is
 * known: digits, thousands, decimals, percent and words around; not exponents, fractions
 * and conditions.
 */
final class NumberFormat {

	private static final Pattern PART = Pattern.compile(
			"\"([^\"]*)\"|\\\\(.)|_(.)|\\*.|\\[\\$([^\\-\\]]*)[^\\]]*\\]|(\\[[^\\]]*\\])|([#0?][#0?,.]*)|(General)|(@)|(.)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern COLOUR = Pattern.compile(
			"\\[(black|blue|cyan|green|magenta|red|white|yellow|color\\s?\\d+|dbnum\\d)\\]", Pattern.CASE_INSENSITIVE);

	private static final int SHOWN_DIGITS = 15;

	private NumberFormat() {
	}

	/** The number with the digits a spreadsheet keeps, without any format. */
	static String plain(BigDecimal number) {
		BigDecimal shown = number.round(new java.math.MathContext(SHOWN_DIGITS, RoundingMode.HALF_UP))
			.stripTrailingZeros();
		return (shown.scale() < 0) ? shown.setScale(0).toPlainString() : shown.toPlainString();
	}

	/**
	 * The number as the format shows it.
	 * @return null if the format is not known
	 */
	static @Nullable String print(BigDecimal number, String format) {
		List<String> sections = sections(format);
		boolean ownSign = number.signum() < 0 && sections.size() > 1;
		int chosen = ownSign ? 1 : (number.signum() == 0 && sections.size() > 2) ? 2 : 0;
		String shown = section(number.abs(), sections.get(chosen));
		return (shown != null && number.signum() < 0 && !ownSign) ? "-" + shown : shown;
	}

	private static List<String> sections(String format) {
		List<String> sections = new ArrayList<>();
		StringBuilder section = new StringBuilder();
		Matcher part = PART.matcher(format);
		while (part.find()) {
			if (part.group().equals(";")) {
				sections.add(section.toString());
				section.setLength(0);
			}
			else {
				section.append(part.group());
			}
		}
		sections.add(section.toString());
		return sections;
	}

	private static @Nullable String section(BigDecimal number, String format) {
		StringBuilder shown = new StringBuilder();
		boolean percent = format.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%");
		boolean digits = false;
		Matcher part = PART.matcher(format);
		while (part.find()) {
			if (part.group(5) != null && !COLOUR.matcher(part.group(5)).matches()) {
				return null;
			}
			if (part.group(6) != null || part.group(7) != null || part.group(8) != null) {
				if (digits) {
					return null;
				}
				digits = true;
				BigDecimal value = percent ? number.movePointRight(2) : number;
				shown.append((part.group(6) != null) ? digits(value, part.group(6)) : plain(value));
			}
			else if (part.group(9) != null && "Ee/".contains(part.group(9))) {
				return null;
			}
			else {
				shown.append(literal(part));
			}
		}
		return digits ? shown.toString() : null;
	}

	private static String literal(Matcher part) {
		for (int group : new int[] { 1, 2, 4, 9 }) {
			if (part.group(group) != null) {
				return part.group(group);
			}
		}
		return "";
	}

	private static String digits(BigDecimal number, String pattern) {
		int point = pattern.indexOf('.');
		String whole = (point < 0) ? pattern : pattern.substring(0, point);
		String decimals = (point < 0) ? "" : pattern.substring(point + 1).replace(",", "");
		int thousands = whole.length() - whole.replaceAll(",+$", "").length();
		int fixed = (int) decimals.chars().filter((c) -> c == '0').count();
		BigDecimal value = new BigDecimal(plain(number)).movePointLeft(3 * thousands)
			.setScale(decimals.length(), RoundingMode.HALF_UP);
		while (value.scale() > fixed
				&& value.remainder(new BigDecimal(1).movePointLeft(value.scale() - 1)).signum() == 0) {
			value = value.setScale(value.scale() - 1, RoundingMode.UNNECESSARY);
		}
		int least = (int) whole.chars().filter((c) -> c == '0').count();
		return grouped(value, least, whole.substring(0, whole.length() - thousands).contains(","));
	}

	private static String grouped(BigDecimal value, int least, boolean group) {
		String plain = value.toPlainString();
		int point = plain.indexOf('.');
		StringBuilder whole = new StringBuilder((point < 0) ? plain : plain.substring(0, point));
		if (least == 0 && whole.toString().equals("0")) {
			whole.setLength(0);
		}
		while (whole.length() < least) {
			whole.insert(0, '0');
		}
		for (int at = whole.length() - 3; group && at > 0; at -= 3) {
			whole.insert(at, ',');
		}
		return (point < 0) ? whole.toString() : whole + plain.substring(point);
	}

}
