package jp.meguri.reading.target;

import java.util.Map;

import jp.meguri.reading.phrase.Rule;

/**
 * The words around an amount that say how a value relates to it: 約, 以上, 超, 未満, 程度.
 */
final class Limit {

	/** Before the amount. */
	static final Rule<Comparator> BEFORE = Rule
		.oneOf(Map.ofEntries(Map.entry("約", Comparator.APPROX), Map.entry("およそ", Comparator.APPROX),
				Map.entry("おおよそ", Comparator.APPROX), Map.entry("おおむね", Comparator.APPROX),
				Map.entry("概ね", Comparator.APPROX), Map.entry("ほぼ", Comparator.APPROX), Map.entry("最低", Comparator.GE),
				Map.entry("最低限", Comparator.GE), Map.entry("少なくとも", Comparator.GE), Map.entry("最大", Comparator.LE),
				Map.entry("最大で", Comparator.LE), Map.entry("多くとも", Comparator.LE), Map.entry("ちょうど", Comparator.EQ)));

	private static final Rule<Comparator> GREATER = Rule.word("を超え", "超え", "を超過", "超過", "超", "を上回", "をうわまわ")
		.notBefore(Rule.word("勤", "ない", "えない", "らない"))
		.skip(Rule.maybe("える", "えて", "る", "って", "った", "り", "て", "た"))
		.as((word) -> Comparator.GT);

	private static final Rule<Comparator> LESS = Rule.word("未満", "を下回", "を切")
		.notBefore(Rule.word("らない", "り替", "替"))
		.skip(Rule.maybe("って", "った", "る", "り"))
		.as((word) -> Comparator.LT);

	private static final Rule<Comparator> ABOUT = Rule.word("程度", "前後", "ほど", "くらい", "ぐらい", "余り", "余", "弱", "強")
		.notBefore(Rule.word("化", "い", "剰", "め"))
		.as((word) -> Comparator.APPROX);

	private static final Rule<Comparator> WITHIN = Rule.word("まで")
		.before(Rule.word("に抑", "に削減", "に縮減", "に減", "に引き下げ", "に引下げ", "抑制", "削減", "縮減", "引き下げ", "引下げ"))
		.as((word) -> Comparator.LE);

	/** Behind the amount. */
	static final Rule<Comparator> BEHIND = Rule.first(Rule.oneOf(Map.of("以上", Comparator.GE, "を下回らない", Comparator.GE,
			"以下", Comparator.LE, "以内", Comparator.LE, "を上回らない", Comparator.LE, "を超えない", Comparator.LE)), GREATER, LESS,
			ABOUT, WITHIN);

	private Limit() {
	}

}
