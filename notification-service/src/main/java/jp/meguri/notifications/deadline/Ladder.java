package jp.meguri.notifications.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The steps of reminding: 30 and 7 days before, on the day, then weekly while overdue
 * (domain guide 4). A step is counted in days from the due day; it comes at nine in the
 * morning.
 */
final class Ladder {

	static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private static final int[] BEFORE = { -30, -7, 0 };

	private static final int WEEK = 7;

	private Ladder() {
	}

	/**
	 * One step.
	 *
	 * @param days days after the due day (negative: before it)
	 * @param at when it comes
	 */
	record Step(int days, Instant at) {
	}

	/**
	 * The last day on which one is in time: the day of the last moment before the window
	 * closes.
	 */
	static LocalDate dueOn(Instant closesAt) {
		return closesAt.minusNanos(1).atZone(ZONE).toLocalDate();
	}

	static Step first(LocalDate dueOn) {
		return step(dueOn, BEFORE[0]);
	}

	static Step after(LocalDate dueOn, int days) {
		for (int next : BEFORE) {
			if (next > days) {
				return step(dueOn, next);
			}
		}
		return step(dueOn, days + WEEK);
	}

	/**
	 * The last step that has come by now, at or after the given one: whoever slept
	 * through three steps is reminded once.
	 */
	static Step latest(LocalDate dueOn, int days, Instant now) {
		Step step = step(dueOn, days);
		long weeksLate = (ChronoUnit.DAYS.between(dueOn, now.atZone(ZONE).toLocalDate()) / WEEK) - 1;
		if (weeksLate > 1 && days < weeksLate * WEEK) {
			step = step(dueOn, (int) weeksLate * WEEK);
		}
		for (Step next = after(dueOn, step.days()); !next.at().isAfter(now); next = after(dueOn, next.days())) {
			step = next;
		}
		return step;
	}

	private static Step step(LocalDate dueOn, int days) {
		return new Step(days, dueOn.plusDays(days).atTime(MORNING).atZone(ZONE).toInstant());
	}

}
