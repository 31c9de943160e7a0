package jp.meguri.reading.schedule;

import org.jspecify.annotations.Nullable;

/**
 * A point in time as it is written: 令和2年度末, 7月, 12月上旬.
 *
 * @param year the year, if one is written
 * @param part what of it
 * @param edge its first or last day (当初, 末), if only that is meant
 */
record Point(@Nullable Year year, Part part, Edge edge) {

	static Point of(Year year) {
		return new Point(year, new Part.Whole(), Edge.NONE);
	}

	static Point of(Year year, Part part) {
		return new Point(year, part, Edge.NONE);
	}

	static Point of(Part part) {
		return new Point(null, part, Edge.NONE);
	}

	Point with(Edge edge) {
		return (edge == Edge.NONE) ? this : new Point(this.year, this.part, edge);
	}

	boolean isYear() {
		return this.part instanceof Part.Whole;
	}

	/** One end of a window. */
	enum Edge {

		NONE, FIRST, LAST

	}

}
