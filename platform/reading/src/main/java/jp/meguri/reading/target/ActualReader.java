package jp.meguri.reading.target;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.draft.Span;
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
		return joined(text, new ActualScan(text, context).all());
	}

	private static List<Actual> joined(String text, List<Actual> actuals) {
		List<Actual> joined = new ArrayList<>();
		List<Sums.Value> values = actuals.stream().map((actual) -> value(text, actual)).toList();
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

	private static Sums.Value value(String text, Actual actual) {
		boolean open = actual.components().isEmpty() && actual.beside().before() == null;
		return new Sums.Value(actual.indicator(), open ? actual.quantity() : null, actual.tone(),
				isAlone(text, actual.span()));
	}

	/** Whether nothing else stands in the brackets around it. */
	private static boolean isAlone(String text, Span span) {
		return span.start() > 0 && span.end() < text.length() && "(（".indexOf(text.charAt(span.start() - 1)) >= 0
				&& ")）".indexOf(text.charAt(span.end())) >= 0;
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
