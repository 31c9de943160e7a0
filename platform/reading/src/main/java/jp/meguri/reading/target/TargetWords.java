package jp.meguri.reading.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A target in the words that stand in grey under a text: 「出前講座等参加者数
 * 4,000人以上（2026/4/1～2027/3/31）」.
 */
abstract sealed class TargetWords {

	private static final TargetWords JA = new Ja();

	private static final TargetWords EN = new En();

	static TargetWords of(Locale locale) {
		return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? JA : EN;
	}

	final String describe(Target target) {
		List<String> words = new ArrayList<>();
		Indicator indicator = target.indicator();
		if (indicator != null) {
			words.add(indicator.phrase());
		}
		words.add(value(target));
		if (target.kind() == Target.Kind.BENCHMARK) {
			words.add(benchmark());
		}
		return String.join(" ", words) + notes(target);
	}

	abstract String value(Target target);

	abstract String benchmark();

	abstract String notes(Target target);

	abstract String period(Period period);

	private static String change(Quantity quantity, String amount) {
		return ((quantity.value().signum() < 0) ? "" : "+") + amount;
	}

	private static String from(@Nullable LocalDate day) {
		return (day != null) ? day(day) : "";
	}

	private static String day(LocalDate day) {
		return day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
	}

	private static final class Ja extends TargetWords {

		@Override
		String value(Target target) {
			Quantity quantity = target.quantity();
			if (quantity == null) {
				return target.comparator().ja("");
			}
			String amount = (target.comparator() == Comparator.DELTA) ? change(quantity, quantity.ja()) : quantity.ja();
			return target.comparator().ja(amount);
		}

		@Override
		String benchmark() {
			return "目安";
		}

		@Override
		String notes(Target target) {
			List<String> notes = new ArrayList<>();
			if (target.comparator() != Comparator.NONE) {
				notes.add(period(target.period()));
			}
			add(notes, "現状 ", target.figures().baseline());
			add(notes, "比較 ", target.figures().versus());
			add(notes, "母数 ", target.figures().population());
			return notes.isEmpty() ? "" : "（" + String.join("、", notes) + "）";
		}

		private static void add(List<String> notes, String label, @Nullable Figure figure) {
			if (figure != null) {
				notes.add(label + (figure.approximate() ? "約" : "") + figure.quantity().ja());
			}
		}

		@Override
		String period(Period period) {
			return switch (period.kind()) {
				case WITHIN -> from(period.start()) + "～" + day(period.end());
				case PER_YEAR -> "毎年度";
				case CUMULATIVE -> from(period.start()) + "～" + day(period.end()) + "の累計";
				case AS_OF -> day(period.end()) + "現在";
				case BY -> day(period.end()) + "まで";
			};
		}

	}

	private static final class En extends TargetWords {

		@Override
		String value(Target target) {
			Quantity quantity = target.quantity();
			if (quantity == null) {
				return target.comparator().en("");
			}
			String amount = (target.comparator() == Comparator.DELTA) ? change(quantity, quantity.en()) : quantity.en();
			return target.comparator().en(amount);
		}

		@Override
		String benchmark() {
			return "(benchmark)";
		}

		@Override
		String notes(Target target) {
			List<String> notes = new ArrayList<>();
			if (target.comparator() != Comparator.NONE) {
				notes.add(period(target.period()));
			}
			add(notes, "now ", target.figures().baseline());
			add(notes, "against ", target.figures().versus());
			add(notes, "of ", target.figures().population());
			return notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")";
		}

		private static void add(List<String> notes, String label, @Nullable Figure figure) {
			if (figure != null) {
				notes.add(label + (figure.approximate() ? "about " : "") + figure.quantity().en());
			}
		}

		@Override
		String period(Period period) {
			return switch (period.kind()) {
				case WITHIN -> from(period.start()) + " to " + day(period.end());
				case PER_YEAR -> "each year";
				case CUMULATIVE -> "in sum, " + from(period.start()) + " to " + day(period.end());
				case AS_OF -> "on " + day(period.end());
				case BY -> "by " + day(period.end());
			};
		}

	}

}
