package jp.meguri.reading.schedule;

/**
 * How often something is done: 年３回, 毎週.
 *
 * @param count how many times
 * @param per in which time
 */
public record Recurrence(int count, Unit per) {

	@Override
	public String toString() {
		return this.count + "/" + this.per;
	}

	/** The time a recurrence is counted in. */
	public enum Unit {

		DAY, WEEK, MONTH, YEAR

	}

}
