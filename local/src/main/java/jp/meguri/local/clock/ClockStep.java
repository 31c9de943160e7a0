package jp.meguri.local.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the clock is to be ahead of the system's, as typed: {@code +20d}, {@code +3w},
 * {@code +2m}, {@code +6h}, or ISO-8601 ({@code P20D}). Never behind: deadlines that were
 * announced stay announced.
 */
public final class ClockStep {

	private static final Pattern SHORT = Pattern.compile("\\+?([0-9]{1,4})([hdwm])");

	private ClockStep() {
	}

	/** The amount, or nothing if the text says none. */
	public static Optional<TemporalAmount> parse(String text) {
		var matcher = SHORT.matcher(text);
		if (matcher.matches()) {
			return Optional.of(amount(Integer.parseInt(matcher.group(1)), matcher.group(2)));
		}
		return iso(text);
	}

	private static TemporalAmount amount(int number, String unit) {
		return switch (unit) {
			case "h" -> Duration.ofHours(number);
			case "d" -> Period.ofDays(number);
			case "w" -> Period.ofWeeks(number);
			default -> Period.ofMonths(number);
		};
	}

	private static Optional<TemporalAmount> iso(String text) {
		try {
			if (text.contains("T")) {
				return Optional.<TemporalAmount>of(Duration.parse(text)).filter((it) -> !((Duration) it).isNegative());
			}
			return Optional.<TemporalAmount>of(Period.parse(text)).filter((it) -> !((Period) it).isNegative());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
