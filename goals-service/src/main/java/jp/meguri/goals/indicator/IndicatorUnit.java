package jp.meguri.goals.indicator;

import java.util.List;
import java.util.Set;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.target.Quantity;
import jp.meguri.reading.target.Target;
import jp.meguri.reading.target.TargetReader;

/**
 * The unit of an indicator: 千円 and 億円 are both yen, 名 is 人 (domain guide 3.4-10).
 */
public final class IndicatorUnit {

	private static final Set<String> OF_RATIOS = Set.of(Quantity.PERCENT, Quantity.POINT, "倍");

	// Any year: amounts do not depend on it.
	private static final PhraseContext ANY = PhraseContext.of(2000);

	private IndicatorUnit() {
	}

	/** The base unit of a unit as typed; what is not known stays as typed. */
	public static String base(String typed) {
		String plain = Width.fold(typed).strip();
		if (plain.isEmpty()) {
			return "";
		}
		List<Target> read = TargetReader.read("1" + plain + "以上", ANY);
		Quantity quantity = (read.size() == 1) ? read.get(0).quantity() : null;
		return (quantity != null && !quantity.unit().isEmpty()) ? quantity.unit() : plain;
	}

	public static Indicator.Kind kindOf(String base) {
		return OF_RATIOS.contains(base) ? Indicator.Kind.RATIO : Indicator.Kind.AMOUNT;
	}

}
