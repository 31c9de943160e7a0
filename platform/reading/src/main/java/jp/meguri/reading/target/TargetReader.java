package jp.meguri.reading.target;

import java.util.List;

import jp.meguri.reading.phrase.PhraseContext;

/**
 * Reads the numeric targets in the text of a goal (目標値). Dates, codes, numbers of lists
 * and counts inside a name are none; a text without a target gives an empty list.
 */
public final class TargetReader {

	private TargetReader() {
	}

	/**
	 * All targets of a text, in printed order.
	 * @param text the text of a goal, an action or a cell of targets; spans are offsets
	 * into it
	 */
	public static List<Target> read(String text, PhraseContext context) {
		return read(text, context, Target.Kind.BINDING);
	}

	/**
	 * All targets of a text, in printed order.
	 * @param kind what a value is that says nothing about it: in a column of targets it
	 * binds, in the year's plan of a result sheet it is for orientation
	 */
	public static List<Target> read(String text, PhraseContext context, Target.Kind kind) {
		List<Target> targets = new TargetScan(text, context, kind).all();
		for (Sums.Sum sum : Sums.in(targets.stream().map(TargetReader::value).toList())) {
			Target whole = targets.get(sum.whole());
			targets.set(sum.whole(), whole.withRole(Target.Role.TOTAL).withRemarks(sum.remarks(whole.span())));
			for (int part = sum.whole() + 1; part <= sum.last(); part++) {
				targets.set(part, targets.get(part).withRole(Target.Role.PART));
			}
		}
		return List.copyOf(targets);
	}

	private static Sums.Value value(Target target) {
		boolean single = target.role() == Target.Role.SINGLE;
		return new Sums.Value(target.indicator(), single ? target.quantity() : null,
				List.of(target.kind(), target.comparator()), false);
	}

}
