package jp.meguri.reading.schedule;

import jp.meguri.reading.schedule.ScheduleEntry.Confidence;

/**
 * The days a point in time means.
 *
 * @param days the days
 * @param confidence how sure that is
 * @param conflict whether the year is printed in conflict with itself or misprinted
 */
record Reckoned(Window days, Confidence confidence, boolean conflict) {
}
