/**
 * Schedules inside texts (スケジュール): 「7月～3月」, 「令和3年度中に」, 「通年実施」. From the smallest words
 * up: {@code CalendarGrammar} reads points in time, {@code ScheduleGrammar} what is said
 * about them, {@code Reckoner} turns both into dates of the sheet's year.
 */
@NullMarked
package jp.meguri.reading.schedule;

import org.jspecify.annotations.NullMarked;
