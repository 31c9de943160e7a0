package jp.meguri.reading;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;

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

}
