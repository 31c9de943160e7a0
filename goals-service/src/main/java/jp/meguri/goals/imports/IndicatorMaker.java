package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.goals.imports.ImportDraft.DraftIndicator;
import jp.meguri.goals.indicator.Indicator;
import jp.meguri.goals.indicator.Indicator.Direction;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.target.Comparator;
import jp.meguri.reading.target.Quantity;
import jp.meguri.reading.target.Target;
import jp.meguri.reading.target.TargetReader;
import org.jspecify.annotations.Nullable;

/**
 * Ties the targets of one document that print the same indicator and unit. A target in
 * which not exactly one value of a named indicator is read is tied to none.
 */
final class IndicatorMaker {

	// Names and units do not depend on the year.
	private static final PhraseContext ANY = PhraseContext.of(2000);

	private final Map<String, DraftIndicator> byKey = new LinkedHashMap<>();

	private final Map<String, Integer> targets = new HashMap<>();

	/** The indicator of a target, or null. */
	@Nullable UUID of(String text) {
		List<Target> read = TargetReader.read(text, ANY);
		Target target = (read.size() == 1) ? read.get(0) : null;
		if (target == null || target.indicator() == null || target.quantity() == null) {
			return null;
		}
		Quantity quantity = target.quantity();
		String name = target.indicator().phrase().replace('\n', ' ').strip();
		String key = Indicator.key(name) + " " + quantity.unit();
		this.targets.merge(key, 1, Integer::sum);
		return this.byKey
			.computeIfAbsent(key,
					(unknown) -> new DraftIndicator(Ids.next(), name, quantity.unit(), direction(target), null, false))
			.id();
	}

	/**
	 * In printed order. What several targets share is proposed to be added; what only one
	 * names is left open.
	 */
	List<DraftIndicator> found() {
		List<DraftIndicator> found = new ArrayList<>();
		this.byKey.forEach((key, one) -> found.add(new DraftIndicator(one.id(), one.name(), one.unit(), one.direction(),
				null, this.targets.getOrDefault(key, 0) > 1)));
		return found;
	}

	private static Direction direction(Target target) {
		boolean less = target.comparator() == Comparator.LE || target.comparator() == Comparator.LT;
		return less ? Direction.LESS_IS_BETTER : Direction.MORE_IS_BETTER;
	}

}
