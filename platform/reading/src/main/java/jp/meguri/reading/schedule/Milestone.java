package jp.meguri.reading.schedule;

import java.time.LocalDate;

/**
 * A day somebody is reminded of (節目).
 *
 * @param edge whether something begins in the window or has to be done by its end
 * @param first first day of its window
 * @param last last day of its window; the due date, if something has to be done
 * @param label what is to happen, may be empty
 */
public record Milestone(Edge edge, LocalDate first, LocalDate last, String label) {

	/** Which end of the window counts. */
	public enum Edge {

		START, DUE

	}

}
