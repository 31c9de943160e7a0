package jp.meguri.reading.schedule;

import java.time.LocalDate;

/**
 * A fiscal year (年度): 1 April to 31 March.
 *
 * @param value the year it begins in
 */
record FiscalYear(int value) {

	private static final int APRIL = 4;

	static FiscalYear of(LocalDate day) {
		return new FiscalYear((day.getMonthValue() < APRIL) ? day.getYear() - 1 : day.getYear());
	}

	LocalDate first() {
		return LocalDate.of(this.value, APRIL, 1);
	}

	LocalDate last() {
		return LocalDate.of(this.value + 1, APRIL - 1, 31);
	}

	/** The calendar year in which it has this month. */
	int yearOf(int month) {
		return (month < APRIL) ? this.value + 1 : this.value;
	}

}
