package jp.meguri.reading.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A figure of a result in the words that stand in grey under a text: 「労働相談 214件（前年同期比
 * 1.55倍、2020/4/1～2021/3/31）」.
 */
abstract sealed class ActualWords {

	private static final ActualWords JA = new Ja();

	private static final ActualWords EN = new En();

	static ActualWords of(Locale locale) {
		return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? JA : EN;
	}

	final String describe(Actual actual) {
		Indicator indicator = actual.indicator();
		String name = (indicator != null) ? indicator.phrase() + " " : "";
		return name + value(actual) + notes(notes(actual));
	}

	private String value(Actual actual) {
		Quantity quantity = actual.quantity();
		if (quantity == null) {
			return withheld();
		}
		Comparator comparator = actual.comparator();
		String amount = amount(quantity);
		String limited = (comparator != null) ? limited(comparator, amount) : amount;
		return switch (actual.tone()) {
			case PLAIN -> limited;
			case CONTACTS -> contacts(limited);
			case SHORT -> fellShort(limited);
			case CHANGE -> (quantity.value().signum() < 0) ? limited : "+" + limited;
		};
	}

	private List<String> notes(Actual actual) {
		List<String> notes = new ArrayList<>();
		Actual.Besides beside = actual.beside();
		if (beside.before() != null) {
			notes.add(before(amount(beside.before())));
		}
		if (beside.outOf() != null) {
			notes.add(outOf(amount(beside.outOf())));
		}
		if (beside.comparison() != null) {
			notes.add(beside.comparison().basis() + " " + compared(beside.comparison()));
		}
		if (beside.reason() != null) {
			notes.add(beside.reason().phrase());
		}
		if (!actual.components().isEmpty()) {
			notes.add(parts(actual.components().stream().map(this::amount).collect(Collectors.joining(" + "))));
		}
		notes.add(period(actual.period()));
		return notes;
	}

	private String compared(Actual.Comparison comparison) {
		boolean more = comparison.difference() && comparison.ratio().value().signum() > 0;
		return (more ? "+" : "") + amount(comparison.ratio());
	}

	private String amount(Figure figure) {
		String amount = amount(figure.quantity());
		return figure.approximate() ? limited(Comparator.APPROX, amount) : amount;
	}

	abstract String amount(Quantity quantity);

	abstract String limited(Comparator comparator, String amount);

	abstract String withheld();

	abstract String contacts(String amount);

	abstract String fellShort(String amount);

	abstract String before(String amount);

	abstract String outOf(String amount);

	abstract String parts(String amounts);

	abstract String period(Period period);

	abstract String notes(List<String> notes);

	private static final class Ja extends ActualWords {

		@Override
		String amount(Quantity quantity) {
			return quantity.ja();
		}

		@Override
		String limited(Comparator comparator, String amount) {
			return comparator.ja(amount);
		}

		@Override
		String withheld() {
			return "値の記載なし";
		}

		@Override
		String contacts(String amount) {
			return "延べ" + amount;
		}

		@Override
		String fellShort(String amount) {
			return amount + "に留まる";
		}

		@Override
		String before(String amount) {
			return "以前 " + amount;
		}

		@Override
		String outOf(String amount) {
			return amount + "のうち";
		}

		@Override
		String parts(String amounts) {
			return "内訳 " + amounts;
		}

		@Override
		String period(Period period) {
			return TargetWords.of(Locale.JAPANESE).period(period);
		}

		@Override
		String notes(List<String> notes) {
			return "（" + String.join("、", notes) + "）";
		}

	}

	private static final class En extends ActualWords {

		@Override
		String amount(Quantity quantity) {
			return quantity.en();
		}

		@Override
		String limited(Comparator comparator, String amount) {
			return comparator.en(amount);
		}

		@Override
		String withheld() {
			return "not given";
		}

		@Override
		String contacts(String amount) {
			return amount + " in all contacts";
		}

		@Override
		String fellShort(String amount) {
			return "only " + amount;
		}

		@Override
		String before(String amount) {
			return "before " + amount;
		}

		@Override
		String outOf(String amount) {
			return "of " + amount;
		}

		@Override
		String parts(String amounts) {
			return "made of " + amounts;
		}

		@Override
		String period(Period period) {
			return TargetWords.of(Locale.ENGLISH).period(period);
		}

		@Override
		String notes(List<String> notes) {
			return " (" + String.join(", ", notes) + ")";
		}

	}

}
