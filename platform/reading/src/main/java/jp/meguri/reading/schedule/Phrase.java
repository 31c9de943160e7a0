package jp.meguri.reading.schedule;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PlanPeriod;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;

/** A schedule as it is written, before it is known which days it means. */
sealed interface Phrase
		permits Period, Phrase.Standing, Phrase.Timeless, Phrase.Recurring, Phrase.Years, Phrase.WholePlan {

	/** What it means, or null: such days do not exist, or it is no schedule here. */
	@Nullable Meaning in(Reckoner reckoner);

	/** 通年, 随時: the sheet's whole year. */
	record Standing(Kind kind) implements Phrase {

		@Override
		public Meaning in(Reckoner reckoner) {
			return Meaning.years(this.kind, reckoner.fiscalYear().value(), reckoner.fiscalYear().value());
		}

	}

	/** 早期に, 順次, 前年同期比. */
	record Timeless(Kind kind) implements Phrase {

		@Override
		public Meaning in(Reckoner reckoner) {
			return Meaning.timeless(this.kind);
		}

	}

	/** 年３回; without a count for the number of a meeting (第１回). */
	record Recurring(@Nullable Recurrence recurrence) implements Phrase {

		@Override
		public Meaning in(Reckoner reckoner) {
			return Meaning.recurring(this.recurrence);
		}

	}

	/** 計画期間内に. */
	record WholePlan() implements Phrase {

		@Override
		public @Nullable Meaning in(Reckoner reckoner) {
			PlanPeriod plan = reckoner.planPeriod();
			return (plan != null) ? Meaning.years(Kind.PLAN_PERIOD, plan.first(), plan.last()) : null;
		}

	}

	/**
	 * 5年間, 今後4年間. As many years as the plan has are the plan's.
	 *
	 * @param count how many
	 * @param side where they lie
	 */
	record Years(int count, Side side) implements Phrase {

		@Override
		public Meaning in(Reckoner reckoner) {
			int year = reckoner.fiscalYear().value();
			PlanPeriod plan = reckoner.planPeriod();
			return switch (this.side) {
				case AHEAD -> Meaning.years(Kind.RELATIVE, year, year + this.count - 1);
				case BEHIND -> Meaning.years(Kind.RELATIVE, year - this.count, year - 1);
				case AFTER_EVENT -> Meaning.timeless(Kind.RELATIVE);
				case ANYWHERE -> (plan != null && plan.years() == this.count)
						? Meaning.years(Kind.PLAN_PERIOD, plan.first(), plan.last()) : Meaning.timeless(Kind.DURATION);
			};
		}

		/** Where years lie. */
		enum Side {

			/** 今後4年間. */
			AHEAD,
			/** 過去3年間. */
			BEHIND,
			/** 形成から3カ年度間. */
			AFTER_EVENT,
			/** 10年間. */
			ANYWHERE

		}

	}

}
