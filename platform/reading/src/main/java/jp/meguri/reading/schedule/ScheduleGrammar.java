package jp.meguri.reading.schedule;

import java.util.Map;
import java.util.function.Function;

import jp.meguri.reading.phrase.Rule;
import jp.meguri.reading.schedule.Phrase.Years.Side;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;

import static jp.meguri.reading.phrase.Rule.first;
import static jp.meguri.reading.phrase.Rule.integer;
import static jp.meguri.reading.phrase.Rule.maybe;
import static jp.meguri.reading.phrase.Rule.nothing;
import static jp.meguri.reading.phrase.Rule.oneOf;
import static jp.meguri.reading.phrase.Rule.through;
import static jp.meguri.reading.phrase.Rule.word;

/**
 * What is said about points in time: ranges, particles, and words that need no point. A
 * new expression is one more rule here or one more word in a rule.
 */
final class ScheduleGrammar {

	// Ranges

	private static final Rule<String> TO = word("~", "-", "から");

	private static final Rule<String> THEREBY = maybe("まで", "にかけて");

	private static final Rule<Function<Point, Period>> RANGE = TO.lead(CalendarGrammar.END_POINT)
		.skip(THEREBY)
		.as((end) -> (from) -> Period.range(from, end.apply(from)));

	private static final Rule<Period> SLASHED_RANGE = CalendarGrammar.SLASHED.skip(TO)
		.then(CalendarGrammar.SLASHED, Period::range)
		.skip(THEREBY);

	// What is said about one point

	/** 「より多く」 compares. */
	private static final Rule<String> YORI = word("より")
		.notBefore(word("も", "一層", "多", "少", "増", "減", "高", "低", "良", "効", "大", "小", "広", "深"));

	private static final Rule<String> KARA = word("から").or(YORI);

	/** 人事異動から, の新規採用者から: the first such event of the year. */
	private static final Rule<String> EVENT = maybe("の").lead(through("から", 14, ScheduleGrammar::isNoun));

	/** 、順次, に区の実情に合わせて順次: in the same clause. */
	private static final Rule<String> GRADUALLY = maybe("、").lead(through("順次", 14, ScheduleGrammar::isInClause));

	/** 中 and 内 as words of their own, not 中学校 or 内容. */
	private static final Rule<String> WITHIN = first(word("中に", "内に"),
			word("中")
				.notBefore(word("学", "止", "心", "間", "央", "期", "堅", "小", "国", "途", "旬", "高", "部", "身", "核", "継", "断")),
			word("内").notBefore(word("容", "部", "閣", "外", "訳", "定", "科")));

	private static final Rule<Tail> TAIL = first(tail(word("に記載"), Tail.PENDING),
			tail(maybe("に", "へ", "まで", "以降に", "以降へ").lead(word("延期", "繰越", "繰り越", "先送り", "持ち越")), Tail.DEFERRED),
			tail(first(KARA, word("以降", "~"), EVENT).lead(GRADUALLY), Tail.GRADUAL_FROM), tail(GRADUALLY, Tail.GRADUAL),
			tail(maybe("中").lead(word("までに", "まで", "を目途に", "を目処に", "をめどに")), Tail.BY), tail(KARA, Tail.FROM),
			tail(word("以降", "以後", "以来"), Tail.ONWARD), tail(word("~"), Tail.WAVE), tail(word("時点", "現在"), Tail.AS_OF),
			tail(word("比"), Tail.BASELINE), tail(WITHIN, Tail.WITHIN));

	private static final Rule<Tail> START = tail(maybe("中に", "に").lead(through("開始", 6, ScheduleGrammar::isNoun)),
			Tail.START);

	private static final Rule<Tail> FROM_EVENT = tail(EVENT.notBefore(GRADUALLY), Tail.FROM_EVENT);

	private static Rule<Tail> tail(Rule<?> words, Tail tail) {
		return words.as((said) -> tail);
	}

	private static final Rule<Function<Point, Period>> SAID = first(START, FROM_EVENT, TAIL, nothing(Tail.PLAIN))
		.as((tail) -> (point) -> Period.of(point, tail));

	private static final Rule<Phrase> PERIOD = CalendarGrammar.POINT
		.then(RANGE.or(SAID), (point, said) -> said.apply(point))
		.or(SLASHED_RANGE)
		.then(maybe("(最終年度)"), (period, said) -> said.isEmpty() ? period : period.inLastYear())
		.then(maybe("継続", "に継続", "も継続", "へ継続"), (period, said) -> said.isEmpty() ? period : period.goingOn());

	/** H27:54.3%. */
	private static final Rule<Phrase> BASELINE = CalendarGrammar.ABBREVIATED_YEAR.before(word(":").lead(integer(4)))
		.as((year) -> Period.of(Point.of(year), Tail.BASELINE));

	// Words that need no point

	private static final Rule<String> THROUGHOUT = through("(通年)", 8, ScheduleGrammar::isNoun).orElse("");

	/** 継続していく only says that something goes on, and 継続実施による names it. */
	private static final Rule<String> CONTINUED = first(word("継続して実施"),
			word("継続して").notBefore(word("い", "き", "お", "ま", "参", "行く", "行き")),
			word("継続実施").notBefore(word("に", "を", "が", "の")));

	private static final Rule<Phrase> STANDING = first(
			word("通年実施", "通年", "年間を通じて", "年間を通して").notBehind((c) -> c == '共').as((word) -> Kind.ALL_YEAR),
			CONTINUED.skip(THROUGHOUT).as((word) -> Kind.CONTINUING),
			word("定期的な", "定期的に").skip(THROUGHOUT).as((word) -> Kind.PERIODIC),
			word("随時", "適宜").as((word) -> Kind.AS_NEEDED))
		.as(Phrase.Standing::new);

	/** 早期発見 is a kind of discovery, no time for it. */
	private static final Rule<String> EARLY = word("年度早期", "早期")
		.notBefore(word("発見", "解消", "対応", "介入", "治療", "療育", "退職"));

	private static final Rule<Phrase> TIMELESS = first(word("順次").as((word) -> Kind.GRADUAL),
			EARLY.or(word("近い将来", "将来的に", "春頃", "夏頃", "秋頃", "冬頃")).as((word) -> Kind.VAGUE))
		.as(Phrase.Timeless::new);

	private static final Rule<Phrase> COMPARISON = maybe("対").lead(word("前年度", "前年"))
		.skip(first(maybe("の").lead(word("同期比", "同月比", "同期", "同月")), word("比")))
		.as((said) -> new Phrase.Timeless(Kind.COMPARISON));

	// How often

	private static final Rule<Recurrence.Unit> TIME = oneOf(Map.of("週", Recurrence.Unit.WEEK, "月",
			Recurrence.Unit.MONTH, "年度", Recurrence.Unit.YEAR, "年間", Recurrence.Unit.YEAR, "年", Recurrence.Unit.YEAR));

	/** 2～3回 is at least twice. */
	private static final Rule<Integer> TIMES = integer(3).skip(word("~").lead(integer(3)).orElse(0)).skip(word("回"));

	/** 年に４回, but not 令和2年3回, 今月2回 and 2か月に1回. */
	private static final Rule<Recurrence> COUNTED = first(
			TIME.notBehind((c) -> Character.isDigit(c) || "今来昨翌同元半数前本先当隔かカヵヶケ箇".indexOf(c) >= 0)
				.skip(maybe("に"))
				.then(TIMES, (unit, count) -> new Recurrence(count, unit)),
			TIMES.skip(word("/")).then(TIME, Recurrence::new));

	private static final Rule<Recurrence> EVERY = first(
			word("毎").lead(TIME).skip(maybe("に")).then(TIMES.orElse(1), (unit, count) -> new Recurrence(count, unit)),
			word("毎日").as((word) -> new Recurrence(1, Recurrence.Unit.DAY)),
			oneOf(Map.of("四半期ごと", 4, "四半期毎", 4, "半期ごと", 2, "半年ごと", 2, "隔月", 6))
				.as((count) -> new Recurrence(count, Recurrence.Unit.YEAR)));

	/** 3年に1回, 隔年, and the mere number of a meeting. */
	private static final Rule<String> UNCOUNTED = first(integer(2).skip(maybe("か", "カ", "ヵ", "ヶ", "ケ", "箇"))
		.skip(word("年に", "月に", "週間に"))
		.skip(TIMES)
		.as((n) -> ""), word("隔年", "隔週"), word("【第").skip(integer(2)).skip(word("回】")));

	private static final Rule<Phrase> RECURRING = first(
			EVERY.or(COUNTED).skip(through("曜日", 1, ScheduleGrammar::isNoun).orElse("")).as(Phrase.Recurring::new),
			UNCOUNTED.as((said) -> new Phrase.Recurring(null)));

	// How long

	private static final Rule<String> PIECE = word("か", "カ", "ヵ", "ヶ", "ケ", "箇");

	private static final Rule<String> PIECES = PIECE.orElse("");

	private static final Rule<Integer> FISCAL_YEARS = CalendarGrammar.COUNT
		.skip(PIECES.lead(word("年度間")).or(PIECE.lead(word("年度"))));

	private static final Rule<Integer> YEARS = FISCAL_YEARS
		.or(CalendarGrammar.COUNT.skip(first(PIECES.lead(word("年間")), PIECE.lead(word("年")), word("周年"))));

	private static final Rule<Phrase> DURATION = first(
			maybe("概ね", "おおむね").lead(word("今後", "向こう"))
				.skip(maybe("の"))
				.skip(maybe("概ね", "おおむね", "約"))
				.lead(YEARS)
				.as((count) -> new Phrase.Years(count, Side.AHEAD)),
			word("過去", "直近").skip(maybe("の")).lead(YEARS).as((count) -> new Phrase.Years(count, Side.BEHIND)),
			word("から").lead(FISCAL_YEARS).as((count) -> new Phrase.Years(count, Side.AFTER_EVENT)),
			YEARS.skip(word("(").skip(CalendarGrammar.POINT).skip(word(")")).orElse(""))
				.as((count) -> new Phrase.Years(count, Side.ANYWHERE)),
			CalendarGrammar.COUNT.skip(first(PIECES.lead(word("月間")), word("週間", "日間")))
				.as((count) -> new Phrase.Timeless(Kind.DURATION)));

	private static final Rule<Phrase> WHOLE_PLAN = first(word("計画期間"),
			word("期間").before(word("中", "内")).notBehind(ScheduleGrammar::isNounPart))
		.skip(maybe("中に", "内に", "中", "内"))
		.as((said) -> new Phrase.WholePlan());

	static final Rule<Phrase> PHRASE = first(BASELINE, COMPARISON, RECURRING, PERIOD, DURATION, STANDING, TIMELESS,
			WHOLE_PLAN);

	private ScheduleGrammar() {
	}

	private static boolean isNoun(int c) {
		return isNounPart(c) || c == '・';
	}

	private static boolean isNounPart(int c) {
		return Character.isIdeographic(c) || (c >= 'ァ' && c <= 'ヺ') || c == 'ー';
	}

	private static boolean isInClause(int c) {
		return isNoun(c) || (c >= 'ぁ' && c <= 'ん');
	}

}
