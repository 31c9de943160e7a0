package jp.meguri.reading.wareki;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;

/**
 * A year named in a text: 令和2年度（2020年度）, R2年度, 2020年度, or a month such as 令和3年(2021年)1月,
 * which lies in fiscal year 2020. A year without 年度 and month names a calendar year and
 * is no mention.
 *
 * @param span where it stands
 * @param phrase the words
 * @param fiscalYear the fiscal year it names
 * @param agrees whether era and Western year agree, where both are given; the Western one
 * counts
 */
public record YearMention(Span span, String phrase, int fiscalYear, boolean agrees) {

	private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|(?<![A-Za-z])[RHS]\\.?)\\s?(元|\\d{1,2})\\s?年(度)?"
			+ "(?:\\s?\\((\\d{4})\\s?(?:年度?)?[^)\\d]{0,2}\\))?(?:\\s?(\\d{1,2})月)?");

	private static final Pattern WESTERN = Pattern.compile("(?<![\\d(])(\\d{4})\\s?年度");

	/** All mentions within a span of the source, in order. */
	public static List<YearMention> in(String source, Span where) {
		String text = Width.fold(where.of(source));
		List<YearMention> mentions = new ArrayList<>();
		Matcher era = ERA.matcher(text);
		while (era.find()) {
			if (era.group(3) != null || era.group(5) != null) {
				mentions.add(ofEra(source, where, era));
			}
		}
		Matcher western = WESTERN.matcher(text);
		while (western.find()) {
			mentions.add(of(source, where, western, Integer.parseInt(western.group(1)), true));
		}
		mentions.sort((a, b) -> a.span.compareTo(b.span));
		return mentions;
	}

	private static YearMention ofEra(String source, Span where, Matcher era) {
		int computed = firstYear(era.group(1)) + (era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2)));
		int year = (era.group(4) != null) ? Integer.parseInt(era.group(4)) : computed;
		boolean beforeApril = era.group(3) == null && Integer.parseInt(era.group(5)) <= 3;
		return of(source, where, era, beforeApril ? year - 1 : year, year == computed);
	}

	private static YearMention of(String source, Span where, Matcher match, int year, boolean agrees) {
		Span span = new Span(where.start() + match.start(), where.start() + match.end());
		return new YearMention(span, span.of(source), year, agrees);
	}

	/** The year before the era's first. */
	private static int firstYear(String era) {
		return switch (era.charAt(0)) {
			case '令', 'R' -> 2018;
			case '平', 'H' -> 1988;
			default -> 1925;
		};
	}

}
