package jp.meguri.reading.target;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.phrase.PhraseContext;

/**
 * Reads the figures in the text of a result (実績値). Counts inside a name or a setting,
 * dates and codes are none; a text without a figure gives an empty list.
 */
public final class ActualReader {

	private ActualReader() {
	}

	/**
	 * All figures of a text, in printed order; the components of a sum stand in the sum.
	 * @param text the text of a result or a cell of actuals; spans are offsets into it
	 */
	public static List<Actual> read(String text, PhraseContext context) {
		return joined(new ActualScan(text, context).all());
	}

	private static List<Actual> joined(List<Actual> actuals) {
		List<Actual> joined = new ArrayList<>();
		List<Sums.Value> values = actuals.stream().map(ActualReader::value).toList();
		int next = 0;
		for (Sums.Sum sum : Sums.in(values)) {
			joined.addAll(actuals.subList(next, sum.whole()));
			Actual whole = actuals.get(sum.whole());
			joined.add(whole.withComponents(figures(actuals.subList(sum.whole() + 1, sum.last() + 1)),
					sum.remarks(whole.span())));
			next = sum.last() + 1;
		}
		joined.addAll(actuals.subList(next, actuals.size()));
		return List.copyOf(joined);
	}

	private static Sums.Value value(Actual actual) {
		boolean open = actual.components().isEmpty() && actual.beside().before() == null;
		return new Sums.Value(actual.indicator(), open ? actual.quantity() : null, actual.tone());
	}

	private static List<Figure> figures(List<Actual> parts) {
		List<Figure> figures = new ArrayList<>();
		for (Actual part : parts) {
			Quantity quantity = part.quantity();
			if (quantity != null) {
				figures.add(new Figure(part.indicator(), quantity, part.comparator() == Comparator.APPROX, part.span(),
						part.rawPhrase()));
			}
		}
		return figures;
	}

}
