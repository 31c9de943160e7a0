package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every year, every way of writing, and every text. */
class SchedulePropertyTest {

	/** Characters schedules are made of, so that random texts nearly are schedules. */
	private static final String ALPHABET = "0123456789０１２３①⑫年度月日末中に上旬下半期令和平成元RH.()（）～~〜から・、。同翌毎回間以降時点順次随通　 \n\t第四率A人";

	static IntStream fiscalYears() {
		return IntStream.rangeClosed(1989, 2060);
	}

	@ParameterizedTest
	@MethodSource("fiscalYears")
	void year_isReadInEveryWriting(int year) {
		for (String name : names(year)) {
			for (String written : writings(name + "年度")) {
				assertThat(only(written, year)).satisfies((entry) -> {
					assertThat(entry.kind()).isEqualTo(Kind.FISCAL_YEAR);
					assertThat(entry.start()).isEqualTo(LocalDate.of(year, 4, 1));
					assertThat(entry.end()).isEqualTo(LocalDate.of(year + 1, 3, 31));
				});
			}
		}
	}

	@ParameterizedTest
	@MethodSource("fiscalYears")
	void months_areThoseOfTheSheetsYear(int year) {
		for (int first = 1; first <= 12; first++) {
			for (int last = 1; last <= 12; last++) {
				LocalDate start = firstDay(first, year);
				LocalDate end = firstDay(last, year).plusMonths(1).minusDays(1);
				if (end.isBefore(start)) {
					continue;
				}
				for (String written : writings(first + "月～" + last + "月")) {
					assertThat(only(written, year)).satisfies((entry) -> {
						assertThat(entry.kind()).isEqualTo(Kind.MONTH_RANGE);
						assertThat(entry.start()).isEqualTo(start);
						assertThat(entry.end()).isEqualTo(end);
					});
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("fiscalYears")
	void everyDay_isReadAndNoOther(int year) {
		for (LocalDate day = LocalDate.of(year, 4, 1); day.getYear() <= year + 1
				&& !day.equals(LocalDate.of(year + 1, 4, 1)); day = day.plusDays(1)) {
			ScheduleEntry entry = only(day.getMonthValue() + "月" + day.getDayOfMonth() + "日", year);
			assertThat(entry.start()).isEqualTo(day).isEqualTo(entry.end());
		}
		for (int month = 1; month <= 12; month++) {
			int behindLast = firstDay(month, year).lengthOfMonth() + 1;
			assertThat(read(month + "月" + behindLast + "日に", year)).isEmpty();
			assertThat(read(month + "月0日に", year)).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("fiscalYears")
	void recurrence_isReadBack(int year) {
		for (Recurrence.Unit unit : List.of(Recurrence.Unit.YEAR, Recurrence.Unit.MONTH, Recurrence.Unit.WEEK)) {
			Recurrence recurrence = new Recurrence(year % 12 + 1, unit);
			String name = switch (unit) {
				case YEAR -> "年";
				case MONTH -> "月";
				default -> "週";
			};
			assertThat(only(name + "に" + recurrence.count() + "回", year).recurrence()).isEqualTo(recurrence);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void anyText_isReadWithoutFailing_andPhrasesAreTheTextOfTheirSpans(long seed) {
		Random random = new Random(seed);
		String text = random.ints(50_000, 0, ALPHABET.length())
			.mapToObj((i) -> String.valueOf(ALPHABET.charAt(i)))
			.collect(Collectors.joining());
		int behind = 0;
		for (ScheduleEntry entry : atoms(read(text, 2024))) {
			assertThat(entry.rawPhrase()).isEqualTo(entry.span().of(text)).isNotEmpty();
			assertThat(entry.span().start()).isGreaterThanOrEqualTo(behind);
			assertThat(entry.start() == null || entry.end() == null || !entry.end().isBefore(entry.start())).isTrue();
			behind = entry.span().end();
		}
	}

	@Test
	void garbage_isReadWithoutFailing() {
		Random random = new Random(6);
		StringBuilder text = new StringBuilder();
		random.ints(1_000_000, 0, Character.MAX_VALUE + 1).forEach((c) -> text.append((char) c));
		assertThat(read(text.toString(), 2024)).allMatch((entry) -> entry.span().end() <= text.length());
	}

	@Test
	void emptyText_hasNoSchedule() {
		assertThat(read("", 2024)).isEmpty();
		assertThat(read(" \n", 2024)).isEmpty();
	}

	/** Every name of a year: by its eras, by the Western calendar, and by both. */
	private static List<String> names(int year) {
		Stream<String> eras = (year >= 2019)
				? Stream.of("令和" + (year - 2018), "R" + (year - 2018), "平成" + (year - 1988))
				: Stream.of("平成" + (year - 1988), "H" + (year - 1988));
		Stream<String> first = (year == 2019) ? Stream.of("令和元") : (year == 1989) ? Stream.of("平成元") : Stream.empty();
		return Stream.of(eras, first, Stream.of(year + "")).flatMap((s) -> s).toList();
	}

	/** Half and full width, blanks inside, list markers before, brackets around. */
	private static List<String> writings(String phrase) {
		String wide = phrase.chars()
			.mapToObj((c) -> String.valueOf((char) ((c > ' ' && c <= '~') ? c - '!' + '！' : c)))
			.collect(Collectors.joining());
		String apart = phrase.replaceAll("(?<=[^0-9])(?=[0-9])|(?<=[0-9])(?=[^0-9])", " ");
		return List.of(phrase, wide, apart, apart.replace(' ', '　'), "①" + phrase, "(1)" + phrase, "（１） " + wide,
				"・" + phrase, "（" + phrase + "）", "1. " + phrase, phrase.replace('～', '〜'), phrase.replace('～', '~'));
	}

	private static LocalDate firstDay(int month, int fiscalYear) {
		return LocalDate.of((month < 4) ? fiscalYear + 1 : fiscalYear, month, 1);
	}

	private static ScheduleEntry only(String text, int year) {
		List<ScheduleEntry> entries = read(text, year);
		assertThat(entries).as(text).hasSize(1);
		assertThat(entries.get(0).rawPhrase()).isEqualTo(entries.get(0).span().of(text));
		return entries.get(0);
	}

	private static List<ScheduleEntry> atoms(List<ScheduleEntry> entries) {
		return entries.stream().flatMap(ScheduleEntry::atoms).toList();
	}

	private static List<ScheduleEntry> read(String text, int year) {
		return ScheduleReader.read(text, PhraseContext.of(year));
	}

}
