package jp.meguri.reading.schedule;

import org.jspecify.annotations.Nullable;

/** A year as it is written; which one it is may depend on its neighbours. */
sealed interface Year {

	/** Whether a fiscal year (年度) is meant. */
	boolean fiscal();

	/** Whether 「～」 stands inside its brackets: 令和6年度(2024年度～). */
	default boolean open() {
		return false;
	}

	/**
	 * 令和2年度(2020年度), R2年, 2020年度.
	 *
	 * @param era the era, if one is printed
	 * @param number the year of the era, 0 without one
	 * @param western the Western year, if it is printed
	 * @param damaged whether a part of the era is lost: 和4年度
	 */
	record Named(@Nullable Era era, int number, @Nullable Integer western, boolean fiscal, boolean open,
			boolean damaged) implements Year {

		static Named of(Era era, int number, boolean damaged) {
			return new Named(era, number, null, false, false, damaged);
		}

		static Named western(int year) {
			return new Named(null, 0, year, false, false, false);
		}

		Named in(boolean fiscal) {
			return new Named(this.era, this.number, this.western, fiscal, this.open, this.damaged);
		}

		/** The Western year counts, if it is printed. */
		int value() {
			return (this.western != null) ? this.western : byEra();
		}

		boolean conflicting() {
			return this.damaged || (this.era != null && this.western != null && this.western != byEra());
		}

		private int byEra() {
			return (this.era != null) ? this.era.year(this.number) : 0;
		}

	}

	/** 23年度, 同4年度: the era is a neighbour's. */
	record Elided(int number, boolean fiscal) implements Year {
	}

	/** 次年度, 前年: counted from the sheet's year. */
	record Relative(int shift, boolean fiscal) implements Year {
	}

	/** 同年度: the year named last. */
	record Same(boolean fiscal) implements Year {
	}

	/** 翌年, 翌3月 behind ～: the next one there is. */
	record Next() implements Year {

		@Override
		public boolean fiscal() {
			return false;
		}

	}

}
