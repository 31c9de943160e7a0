package jp.meguri.faults.storm;

import java.util.List;

/**
 * How long answers took.
 *
 * @param median milliseconds
 * @param high milliseconds below which 95 of 100 lie
 * @param failed how many were no good answers; they are not in the times
 */
record Times(double median, double high, int failed) {

	/**
	 * @param asked how many were asked
	 * @param good milliseconds of each good answer
	 */
	static Times of(int asked, List<Double> good) {
		var sorted = good.stream().sorted().toList();
		if (sorted.isEmpty()) {
			return new Times(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, asked);
		}
		return new Times(sorted.get((sorted.size() - 1) / 2), sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
				asked - sorted.size());
	}

	@Override
	public String toString() {
		return "median %.0f ms, p95 %.0f ms".formatted(this.median, this.high)
				+ ((this.failed > 0) ? ", %d failed".formatted(this.failed) : "");
	}

}
