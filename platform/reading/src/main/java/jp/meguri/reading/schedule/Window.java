package jp.meguri.reading.schedule;

import java.time.LocalDate;

/**
 * Days, both included.
 *
 * @param precision how exactly they were said
 */
record Window(LocalDate first, LocalDate last, Precision precision) {
}
