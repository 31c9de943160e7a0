package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * A whole and its parts, printed one behind the other: 目標額65,000千円 ・売却額25,000千円
 * ・貸付額40,000千円.
 */
final class Sums {

	private static final List<String> WHOLE = List.of("目標額", "総額", "合計", "総数", "全体", "計", "内訳", "総件数", "全件");

	private static final List<String> PART = List.of("内", "この内", "その内", "うち", "このうち", "そのうち");

	private static final int MOST_PARTS = 12;

	/** Below it, values add up by chance. */
	private static final BigDecimal TELLING = BigDecimal.valueOf(100);

	private Sums() {
	}

	/**
	 * @param indicator its indicator
	 * @param quantity its quantity, or null if it is no part of a sum
	 * @param group what values of one sum have in common
	 * @param alone whether it stands alone in brackets: ・計画変更のため(3事業)
	 */
	record Value(@Nullable Indicator indicator, @Nullable Quantity quantity, Object group, boolean alone) {

		boolean isWhole() {
			return this.indicator != null && WHOLE.stream().anyMatch(this.indicator.phrase()::endsWith);
		}

		/** この内16件. */
		boolean isCalledPart() {
			return this.indicator != null && PART.contains(this.indicator.phrase());
		}

		boolean isPartOf(Value whole) {
			return this.quantity != null && whole.quantity != null && this.quantity.comparesTo(whole.quantity)
					&& this.group.equals(whole.group) && !isWhole();
		}

	}

	/**
	 * @param whole index of the whole
	 * @param last index of its last part; the first follows the whole
	 * @param quantity what is printed as the whole
	 * @param sum what the parts add up to
	 */
	record Sum(int whole, int last, Quantity quantity, Quantity sum) {

		/** A remark where the parts miss the whole. */
		List<Remark> remarks(Span at) {
			return Sums.remarks(at, this.quantity, this.sum);
		}

	}

	static List<Remark> remarks(Span at, Quantity whole, Quantity sum) {
		return whole.equals(sum) ? List.of()
				: List.of(new Remark(at, "sum-mismatch", "内訳の合計 " + sum.ja() + " が " + whole.ja() + " と一致しません。",
						"The parts add up to " + sum.en() + ", not " + whole.en() + ".", true));
	}

	/** All sums among these values, in order; none overlaps another. */
	static List<Sum> in(List<Value> values) {
		List<Sum> sums = new ArrayList<>();
		for (int at = 0; at < values.size(); at++) {
			Sum sum = at(values, at);
			if (sum != null) {
				sums.add(sum);
				at = sum.last;
			}
		}
		return sums;
	}

	/**
	 * Parts that add up make a sum if it tells; parts that do not only if the whole is
	 * named as one.
	 */
	private static @Nullable Sum at(List<Value> values, int at) {
		Value whole = values.get(at);
		Quantity quantity = whole.quantity();
		if (quantity == null || !quantity.adds()) {
			return null;
		}
		boolean called = at + 1 < values.size() && values.get(at + 1).isCalledPart();
		boolean telling = called || whole.isWhole() || quantity.value().compareTo(TELLING) >= 0;
		boolean alone = !whole.alone();
		Quantity sum = new Quantity(BigDecimal.ZERO, quantity.unit());
		int next = at + 1;
		for (; next < values.size() && next - at <= MOST_PARTS && values.get(next).isPartOf(whole); next++) {
			Quantity part = values.get(next).quantity();
			sum = (part != null) ? sum.plus(part) : sum;
			alone &= values.get(next).alone();
			if ((telling || alone) && next - at > 1 && sum.equals(quantity)) {
				return new Sum(at, next, quantity, sum);
			}
		}
		return (whole.isWhole() && next - at > 2) ? new Sum(at, next - 1, quantity, sum) : null;
	}

}
