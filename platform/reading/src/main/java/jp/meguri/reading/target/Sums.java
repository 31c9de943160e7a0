package jp.meguri.reading.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jp.meguri.reading.draft.Remark;

/**
 * A whole and its parts, printed one behind the other: 目標額65,000千円 ・売却額25,000千円
 * ・貸付額40,000千円.
 */
final class Sums {

	private static final List<String> WHOLE = List.of("目標額", "総額", "合計", "総数", "全体", "計", "内訳");

	private static final int MOST_PARTS = 12;

	private Sums() {
	}

	/** Tells wholes and parts; a whole named as such that its parts miss is remarked. */
	static List<Target> checked(List<Target> targets) {
		List<Target> checked = new ArrayList<>(targets);
		for (int at = 0; at < checked.size(); at++) {
			at = Math.max(at, checkedAt(checked, at));
		}
		return List.copyOf(checked);
	}

	/** The last part of the whole at this place, or the place itself. */
	private static int checkedAt(List<Target> targets, int at) {
		Target whole = targets.get(at);
		Quantity quantity = whole.quantity();
		if (quantity == null || !quantity.adds() || whole.role() != Target.Role.SINGLE) {
			return at;
		}
		Quantity sum = null;
		int end = at + 1;
		for (; end < targets.size() && end - at <= MOST_PARTS && isPart(whole, targets.get(end)); end++) {
			Quantity part = Objects.requireNonNull(targets.get(end).quantity());
			sum = (sum == null) ? part : sum.plus(part);
			if (end - at >= 2 && sum.equals(quantity)) {
				mark(targets, at, end);
				return end;
			}
		}
		if (end - at > 2 && isWhole(whole)) {
			mark(targets, at, end - 1);
			targets.set(at, targets.get(at).withRemark(mismatch(whole, quantity, Objects.requireNonNull(sum))));
			return end - 1;
		}
		return at;
	}

	private static boolean isPart(Target whole, Target part) {
		Quantity quantity = part.quantity();
		return quantity != null && quantity.comparesTo(Objects.requireNonNull(whole.quantity()))
				&& part.kind() == whole.kind() && part.comparator() == whole.comparator()
				&& part.role() == Target.Role.SINGLE && !isWhole(part);
	}

	private static boolean isWhole(Target target) {
		Indicator indicator = target.indicator();
		return indicator != null && WHOLE.stream().anyMatch(indicator.phrase()::endsWith);
	}

	private static void mark(List<Target> targets, int whole, int last) {
		targets.set(whole, targets.get(whole).withRole(Target.Role.TOTAL));
		for (int part = whole + 1; part <= last; part++) {
			targets.set(part, targets.get(part).withRole(Target.Role.PART));
		}
	}

	static Remark mismatch(Target whole, Quantity quantity, Quantity sum) {
		return new Remark(whole.span(), "sum-mismatch", "内訳の合計 " + sum.ja() + " が " + quantity.ja() + " と一致しません。",
				"The parts add up to " + sum.en() + ", not " + quantity.en() + ".", true);
	}

}
