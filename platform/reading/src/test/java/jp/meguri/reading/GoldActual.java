package jp.meguri.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.target.Actual;
import jp.meguri.reading.target.Comparator;
import jp.meguri.reading.target.Quantity;

/**
 * A figure of a result as a person marked it.
 *
 * @param span where it stands
 * @param comparator a limit printed with it, or nothing
 * @param value yen, percent or a count; none where the figure is withheld
 * @param unit 円, %, 人, ポイント or the printed counter, else {@code -}
 * @param extra what goes with it, e.g. {@code before=32}, {@code parts=16,27},
 * {@code short}, or nothing
 */
public record GoldActual(Span span, String comparator, @Nullable BigDecimal value, String unit, String extra) {

	static GoldActual of(Span span, List<String> fields) {
		String comparator = fields.get(0).equals(GoldPhrases.NONE) ? ""
				: GoldTarget.Comparator.valueOf(fields.get(0)).name();
		BigDecimal value = fields.get(1).equals(GoldPhrases.NONE) ? null : new BigDecimal(fields.get(1));
		return new GoldActual(span, comparator, value, fields.get(2), fields.get(3));
	}

	/** What was read, in the words of a list. */
	static GoldActual of(Span span, Actual actual) {
		Quantity quantity = actual.quantity();
		Comparator comparator = actual.comparator();
		String unit = (quantity != null && !quantity.unit().isEmpty()) ? quantity.unit() : GoldPhrases.NONE;
		return new GoldActual(span, (comparator != null) ? comparator.name() : "",
				(quantity != null) ? quantity.value() : null, unit, extra(actual));
	}

	/** Whether what was read means the same; the place is not compared. */
	boolean isSame(Actual actual) {
		GoldActual read = of(this.span, actual);
		boolean value = (this.value == null) ? read.value == null
				: read.value != null && this.value.compareTo(read.value) == 0 && this.unit.equals(read.unit);
		return value && this.comparator.equals(read.comparator) && this.extra.equals(read.extra);
	}

	private static String extra(Actual actual) {
		Actual.Besides beside = actual.beside();
		if (beside.before() != null) {
			return "before=" + number(beside.before().quantity());
		}
		if (beside.outOf() != null) {
			return "outof=" + number(beside.outOf().quantity());
		}
		if (beside.comparison() != null) {
			return (beside.comparison().difference() ? "difference=" : "ratio=") + number(beside.comparison().ratio());
		}
		if (!actual.components().isEmpty()) {
			return actual.components()
				.stream()
				.map((part) -> number(part.quantity()))
				.collect(Collectors.joining(",", "parts=", ""));
		}
		return actual.withheld() ? "withheld"
				: (actual.tone() == Actual.Tone.PLAIN) ? "" : actual.tone().name().toLowerCase(Locale.ROOT);
	}

	private static String number(Quantity quantity) {
		return quantity.value().toPlainString();
	}

}
