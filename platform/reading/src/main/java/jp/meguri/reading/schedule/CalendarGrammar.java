package jp.meguri.reading.schedule;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import jp.meguri.reading.phrase.Rule;

import static jp.meguri.reading.phrase.Rule.digits;
import static jp.meguri.reading.phrase.Rule.first;
import static jp.meguri.reading.phrase.Rule.integer;
import static jp.meguri.reading.phrase.Rule.maybe;
import static jp.meguri.reading.phrase.Rule.nothing;
import static jp.meguri.reading.phrase.Rule.oneOf;
import static jp.meguri.reading.phrase.Rule.word;

/**
 * Points in time, from numbers and eras up to 「令和3年度の12月末」. A date that does not exist is
 * not read as a shorter one: 2月30日 is not February.
 */
final class CalendarGrammar {

	// Numbers

	private static final Rule<Integer> KANJI = new KanjiNumber();

	/** How many years or months. */
	static final Rule<Integer> COUNT = integer(2).or(KANJI);

	private static final Rule<String> BETWEEN = word("~", "-", "・", "、");

	/** ～4年度, ・3・4年度: the unit of a number stands behind its neighbours. */
	private static <U> Rule<U> later(Rule<Integer> number, Rule<U> unit) {
		return BETWEEN.lead(number).upTo(6).lead(unit).ahead();
	}

	// Years

	private static final Rule<Boolean> FISCAL = word("年度").as((word) -> true);

	/** 令和6年分 is a tax year, 3年間 a duration. */
	private static final Rule<Boolean> CALENDAR = word("年").notBefore(word("度", "分", "間", "目", "代"))
		.as((word) -> false);

	private static final Rule<Boolean> UNIT = FISCAL.or(CALENDAR);

	private static final Rule<Era> ERA_LETTER = oneOf(Map.of("R", Era.REIWA, "H", Era.HEISEI, "S", Era.SHOWA))
		.notBehind(CalendarGrammar::isLatin)
		.skip(maybe("."));

	private static final Rule<Era> ERA = first(oneOf(Map.of("令和", Era.REIWA, "㋿", Era.REIWA, "平成", Era.HEISEI, "㍻",
			Era.HEISEI, "昭和", Era.SHOWA, "㍼", Era.SHOWA)), ERA_LETTER);

	/** An era that lost a character: 令3年度, 和4年度. */
	private static final Rule<Era> DAMAGED_ERA = oneOf(
			Map.of("令", Era.REIWA, "和", Era.REIWA, "平", Era.HEISEI, "成", Era.HEISEI, "昭", Era.SHOWA));

	private static final Rule<Year.Named> ERA_NUMBER = eraNumber(ERA, false);

	private static Rule<Year.Named> eraNumber(Rule<Era> era, boolean damaged) {
		return era.then(first(word("元").as((word) -> 1), COUNT),
				(name, number) -> (number > 0) ? new Year.Named(name, number, null, false, false, damaged) : null);
	}

	private static final Rule<Year.Named> WESTERN = integer(4)
		.as((number) -> (number >= 1900 && number <= 2100) ? Year.Named.western(number) : null);

	/** (2020年度), also with ～ inside. */
	private static final Rule<Bracket> WESTERN_BRACKET = word("(").lead(WESTERN)
		.skip(maybe("年度", "年"))
		.then(word("~)", ")"), Bracket::new);

	private static final Rule<Bracket> ERA_BRACKET = word("(").lead(ERA_NUMBER)
		.skip(maybe("年度", "年"))
		.then(word("~)", ")"), Bracket::new);

	private static final Rule<UnaryOperator<Year.Named>> BEHIND_ERA = first(
			UNIT.then(WESTERN_BRACKET.orElse(Bracket.NONE),
					(fiscal, bracket) -> (year) -> bracket.behind(year.in(fiscal))),
			WESTERN_BRACKET.then(UNIT, (bracket, fiscal) -> (year) -> bracket.behind(year).in(fiscal)),
			later(maybe("令和", "平成", "R", "H").lead(COUNT), UNIT).as((fiscal) -> (year) -> year.in(fiscal)));

	private static final Rule<UnaryOperator<Year.Named>> BEHIND_WESTERN = first(
			UNIT.then(ERA_BRACKET.orElse(Bracket.NONE), (fiscal, bracket) -> (year) -> bracket.behind(year.in(fiscal))),
			later(integer(4), UNIT).as((fiscal) -> (year) -> year.in(fiscal)));

	private static final Rule<Year> NAMED = first(ERA_NUMBER.then(BEHIND_ERA, (year, behind) -> behind.apply(year)),
			WESTERN.then(BEHIND_WESTERN, (year, behind) -> behind.apply(year)),
			eraNumber(DAMAGED_ERA, true).then(FISCAL, Year.Named::in));

	/** 同4年度, 同年. */
	private static final Rule<Year> SAME = word("同").lead(first(
			integer(2).then(UNIT, Year.Elided::new)
				.then(WESTERN_BRACKET.orElse(Bracket.NONE), (year, bracket) -> bracket.behind(year)),
			UNIT.as(Year.Same::new)));

	/** 第3年度 counts the years of something else. */
	private static final Rule<Year> ELIDED = first(
			integer(2).then(FISCAL, Year.Elided::new)
				.then(WESTERN_BRACKET.orElse(Bracket.NONE), (year, bracket) -> bracket.behind(year)),
			integer(2).then(later(integer(2), FISCAL), Year.Elided::new))
		.notBehind((c) -> c == '第' || c == '全');

	private static final Rule<Integer> FISCAL_SHIFT = first(
			oneOf(Map.of("一昨年度", -2, "前々年度", -2, "昨年度", -1, "前年度", -1, "翌々年度", 2, "再来年度", 2)),
			oneOf(Map.of("今年度", 0, "本年度", 0, "次年度", 1, "翌年度", 1, "来年度", 1)),
			word("当年度").notBefore(word("目標")).as((word) -> 0));

	/** Not behind the first half of another word: 日本年金, 以前年. */
	private static final Rule<Integer> CALENDAR_SHIFT = oneOf(
			Map.of("一昨年", -2, "昨年", -1, "前年", -1, "今年", 0, "本年", 0, "来年", 1, "翌年", 1, "再来年", 2))
		.notBefore(word("度", "中行事", "金"))
		.notBehind((c) -> "日従本以".indexOf(c) >= 0);

	private static final Rule<Year> RELATIVE = first(FISCAL_SHIFT.as((shift) -> new Year.Relative(shift, true)),
			CALENDAR_SHIFT.as((shift) -> new Year.Relative(shift, false)));

	/** H27 without a unit. */
	static final Rule<Year> ABBREVIATED_YEAR = ERA_LETTER.then(integer(2),
			(name, number) -> (number > 0) ? Year.Named.of(name, number, false).in(true) : null);

	static final Rule<Year> YEAR = first(NAMED, SAME, RELATIVE, ELIDED);

	// Parts of a year

	private static final Rule<String> MONTH_UNIT = word("月").notBefore(word("曜", "間", "目", "額"))
		.notBefore(word("分").notBefore(word("分科")));

	private static final Rule<Integer> MONTH_NUMBER = first(integer(2).or(KANJI).skip(MONTH_UNIT),
			integer(2).skip(later(integer(2), MONTH_UNIT)))
		.as((month) -> isMonth(month) ? month : null);

	private static final Rule<String> WEEKDAY = word("(").skip(word("月", "火", "水", "木", "金", "土", "日"))
		.skip(maybe("曜日", "曜"))
		.skip(maybe("・祝"))
		.skip(word(")"));

	private static final Rule<Integer> DAY_NUMBER = COUNT.skip(word("日").notBefore(word("間", "目")));

	private static final Rule<Integer> DAY = DAY_NUMBER.or(integer(2).skip(later(integer(2), word("日"))))
		.skip(WEEKDAY.orElse(""))
		.skip(maybe("付け"));

	private static final Rule<Integer> THIRD = oneOf(Map.of("上旬", 1, "初旬", 1, "中旬", 2, "下旬", 3));

	/** 10月頃; but 2月30日 is not February. */
	private static final Rule<String> WHOLE_MONTH = maybe("頃", "ごろ").notBefore(DAY_NUMBER);

	private static final Rule<IntFunction<Part>> PART_OF_MONTH = first(
			DAY.as((day) -> (month) -> new Part.Day(month, day)),
			THIRD.as((third) -> (month) -> new Part.Dekad(month, third)), WHOLE_MONTH.as((said) -> Part.Month::new));

	private static final Rule<Part> MONTHS = MONTH_NUMBER.then(PART_OF_MONTH, (month, part) -> part.apply(month));

	/** 以上期待 holds no half-year. */
	private static final Rule<Part> HALF = oneOf(Map.of("上半期", 1, "下半期", 2, "上期", 1, "下期", 2))
		.notBehind((c) -> c == '以' || c == '地')
		.notBefore(word("待", "間", "限"))
		.as(Part.Half::new);

	/** 前半 and 後半 are parts of a year only beside one. */
	private static final Rule<Part> HALF_OF_YEAR = HALF
		.or(oneOf(Map.of("前半期", 1, "後半期", 2, "前半", 1, "後半", 2)).as(Part.Half::new));

	private static final Rule<Part> QUARTER = word("第").lead(COUNT)
		.skip(word("四半期"))
		.as((number) -> (number >= 1 && number <= 4) ? new Part.Quarter(number) : null);

	/** A month alone has Arabic digits (三月 may be a name), and 1年6月 is a duration. */
	private static final Rule<Part> MONTHS_ALONE = integer(2).ahead()
		.lead(MONTHS)
		.notBehind((c) -> c == '年' || c == '第');

	// Points

	/** 当初予算 is a budget and 初めて no time. */
	private static final Rule<String> BEGIN = first(word("当初").notBefore(word("予算", "計画", "設定")),
			word("初め", "はじめ").notBefore(word("て")), word("初頭"));

	private static final Rule<String> FINISH = word("末日", "末");

	private static final Rule<Point.Edge> EDGE = BEGIN.as((word) -> Point.Edge.FIRST)
		.or(FINISH.as((word) -> Point.Edge.LAST))
		.orElse(Point.Edge.NONE);

	private static final Rule<Part> PART_OF_YEAR = maybe("の").lead(first(MONTHS, HALF_OF_YEAR, QUARTER));

	/** 令和7年13月 is not 2025. */
	private static final Rule<Part> WHOLE_YEAR = nothing(new Part.Whole()).notBefore(integer(2).skip(word("月")))
		.as((whole) -> whole);

	private static final Rule<Point> IN_YEAR = YEAR.then(PART_OF_YEAR.or(WHOLE_YEAR), Point::of);

	/** 年度末, 年度後半: of the sheet's year. */
	private static final Rule<Point> OF_THE_YEAR = word("年度").notBehind(CalendarGrammar::qualifiesYear)
		.lead(first(HALF_OF_YEAR, first(FINISH, BEGIN, word("内", "中")).ahead().as((word) -> new Part.Whole())))
		.as((part) -> Point.of(new Year.Relative(0, true), part));

	/** 年内 is the calendar year, not the fiscal one. */
	private static final Rule<Point> OF_THE_CALENDAR_YEAR = word("年").notBehind(CalendarGrammar::qualifiesYear)
		.before(word("内に", "内の", "内を"))
		.as((word) -> Point.of(new Year.Relative(0, false)));

	private static final Rule<Point> ALONE = first(MONTHS_ALONE, HALF, QUARTER).as(Point::of);

	/** R2.4.1, H26.8, 2020/4/1. */
	private static final Rule<Point> NUMERIC = numeric(".").or(numeric("/"));

	private static Rule<Point> numeric(String separator) {
		Rule<Year.Named> era = ERA.then(digits(2), (name, number) -> Year.Named.of(name, number, false));
		Rule<Integer> next = word(separator).lead(digits(2));
		Rule<Part> month = next.as((number) -> isMonth(number) ? new Part.Month(number) : null);
		Rule<Part> day = month.then(next, (part, number) -> new Part.Day(part.month(), number));
		return first(era.or(WESTERN).then(day, Point::of), era.then(month, Point::of))
			.notBefore(word(separator).lead(digits(9)))
			.skip(maybe("付け"));
	}

	/** 7/1: a date only as an end of a range, else perhaps a fraction. */
	static final Rule<Point> SLASHED = integer(2).notBehind((c) -> c == '/')
		.skip(word("/"))
		.then(digits(2), (month, day) -> isMonth(month) ? Point.of(new Part.Day(month, day)) : null)
		.notBefore(word("/"));

	// Points behind ～

	private static final Rule<Point> ELIDED_MONTH = integer(2)
		.then(CALENDAR, (number, fiscal) -> new Year.Elided(number, false))
		.then(MONTHS.orElse(new Part.Whole()), Point::of);

	private static final Rule<Point> NEXT = word("翌年", "翌").lead(MONTHS).as((part) -> Point.of(new Year.Next(), part));

	/** A point by itself. */
	static final Rule<Point> POINT = first(NUMERIC, IN_YEAR, OF_THE_YEAR, OF_THE_CALENDAR_YEAR, ALONE).then(EDGE,
			Point::with);

	/**
	 * A point behind ～, which may leave out what the one before says: ～3年3月, ～翌3月, ～15日.
	 */
	static final Rule<UnaryOperator<Point>> END_POINT = first(
			first(ELIDED_MONTH, NEXT, POINT).then(EDGE, Point::with).as((point) -> (before) -> point),
			DAY_NUMBER.skip(WEEKDAY.orElse(""))
				.as((day) -> (before) -> Point.of(new Part.Day(before.part().month(), day))),
			THIRD.as((third) -> (before) -> Point.of(new Part.Dekad(before.part().month(), third))));

	private CalendarGrammar() {
	}

	private static boolean isMonth(int number) {
		return number >= 1 && number <= 12;
	}

	private static boolean isLatin(int c) {
		return c < 0x80 && Character.isLetter(c);
	}

	/** 各年度末 is not the end of this year. */
	private static boolean qualifiesYear(int c) {
		return Character.isDigit(c) || "各毎同該単両複数初終多隔元今本昨来翌前周".indexOf(c) >= 0;
	}

}
