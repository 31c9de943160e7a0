package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/** What part of a year is meant. */
sealed interface Part {

	/** Its days in this year; null if the year does not have them (2月30日). */
	@Nullable Window in(int year, boolean fiscal);

	/** The month it names, 0 if it names none. */
	default int month() {
		return 0;
	}

	/** The whole year. */
	record Whole() implements Part {

		@Override
		public Window in(int year, boolean fiscal) {
			LocalDate first = fiscal ? new FiscalYear(year).first() : LocalDate.of(year, 1, 1);
			return new Window(first, first.plusYears(1).minusDays(1), Precision.YEAR);
		}

	}

	/**
	 * 上半期, 後半.
	 *
	 * @param number 1 or 2
	 */
	record Half(int number) implements Part {

		@Override
		public Window in(int year, boolean fiscal) {
			LocalDate first = new Whole().in(year, fiscal).first().plusMonths((this.number - 1) * 6L);
			return new Window(first, first.plusMonths(6).minusDays(1), Precision.HALF);
		}

	}

	/**
	 * 第2四半期.
	 *
	 * @param number 1 to 4
	 */
	record Quarter(int number) implements Part {

		@Override
		public Window in(int year, boolean fiscal) {
			LocalDate first = new Whole().in(year, fiscal).first().plusMonths((this.number - 1) * 3L);
			return new Window(first, first.plusMonths(3).minusDays(1), Precision.QUARTER);
		}

	}

	/** 7月. */
	record Month(int month) implements Part {

		@Override
		public Window in(int year, boolean fiscal) {
			YearMonth month = monthOf(this.month, year, fiscal);
			return new Window(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
		}

	}

	/**
	 * 10月上旬.
	 *
	 * @param third 1, 2 or 3
	 */
	record Dekad(int month, int third) implements Part {

		@Override
		public Window in(int year, boolean fiscal) {
			YearMonth month = monthOf(this.month, year, fiscal);
			LocalDate first = month.atDay(this.third * 10 - 9);
			return new Window(first, (this.third == 3) ? month.atEndOfMonth() : first.plusDays(9), Precision.DEKAD);
		}

	}

	/** 1月7日. */
	record Day(int month, int day) implements Part {

		@Override
		public @Nullable Window in(int year, boolean fiscal) {
			YearMonth month = monthOf(this.month, year, fiscal);
			return month.isValidDay(this.day) ? new Window(month.atDay(this.day), month.atDay(this.day), Precision.DAY)
					: null;
		}

	}

	private static YearMonth monthOf(int month, int year, boolean fiscal) {
		return YearMonth.of(fiscal ? new FiscalYear(year).yearOf(month) : year, month);
	}

}
