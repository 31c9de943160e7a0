package jp.meguri.reading.phrase;

/**
 * The years a plan covers (計画期間).
 *
 * @param first its first fiscal year
 * @param last its last fiscal year
 */
public record PlanPeriod(int first, int last) {

	public PlanPeriod {
		if (last < first) {
			throw new IllegalArgumentException("plan period " + first + " to " + last);
		}
	}

	public int years() {
		return this.last - this.first + 1;
	}

	public boolean contains(int fiscalYear) {
		return fiscalYear >= this.first && fiscalYear <= this.last;
	}

}
