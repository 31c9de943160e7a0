package jp.meguri.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.GoldSchedule.Interval;
import jp.meguri.reading.draft.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GoldPhrasesTest {

	private static final MonthDay FIRST_OF_APRIL = MonthDay.of(4, 1);

	private static final MonthDay LAST_OF_MARCH = MonthDay.of(3, 31);

	@Test
	void list_isReadIntoDatesAndDecimals() {
		GoldPhrases phrases = GoldPhrases.parse("""
				# a comment
				3\t9\tSCHEDULE\tBY\t../2022-03-31\t
				9\t12\tTARGET\tBINDING\tGE?\t54.3\t%\tbaseline=50.1
				20\t24\tSCHEDULE\tRECURRING\t-\t3/YEAR
				30\t32\tTARGET\tBENCHMARK\tUP\t-\t-
				40\t45\tACTUAL\t-\t25\t人\tbefore=32
				50\t53\tACTUAL\t-\t-\t%\twithheld
				""");
		assertThat(phrases.schedules()).containsExactly(
				new GoldSchedule(new Span(3, 9), GoldSchedule.Kind.BY,
						List.of(new Interval(null, LocalDate.of(2022, 3, 31))), ""),
				new GoldSchedule(new Span(20, 24), GoldSchedule.Kind.RECURRING, List.of(), "3/YEAR"));
		assertThat(phrases.targets()).containsExactly(
				new GoldTarget(new Span(9, 12), GoldTarget.Kind.BINDING, GoldTarget.Comparator.GE, false,
						new BigDecimal("54.3"), "%", "baseline=50.1"),
				new GoldTarget(new Span(30, 32), GoldTarget.Kind.BENCHMARK, GoldTarget.Comparator.UP, true, null, "-",
						""));
		assertThat(phrases.targets().get(0).baseline()).isEqualTo("50.1");
		assertThat(phrases.actuals()).containsExactly(
				new GoldActual(new Span(40, 45), "", new BigDecimal("25"), "人", "before=32"),
				new GoldActual(new Span(50, 53), "", null, "%", "withheld"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3\t9\tSCHEDULE\tSOON\t-\t", "3\t9\tSCHEDULE\tMONTH\t2020-13-01/2020-13-31\t",
			"3\t9\tSCHEDULE\tMONTH\t2020-10-01\t", "3\t9\tTARGET\tBINDING\tGE\tthree\t校区\t",
			"3\t9\tACTUAL\tABOUT\t3\t校区\t", "3\t9\tACTUAL\t-\tthree\t校区\t", "9\t3\tSCHEDULE\tVAGUE\t-\t",
			"3\t9\tFIGURE\tVAGUE\t-\t", "3 9 SCHEDULE VAGUE -", "3\t9\tSCHEDULE\tVAGUE",
			"3\t9\tSCHEDULE\tVAGUE\t-\t\n1\t2\tSCHEDULE\tVAGUE\t-\t" })
	void lineOutOfFormat_isRefused(String lines) {
		assertThatIllegalArgumentException().isThrownBy(() -> GoldPhrases.parse(lines))
			.withMessageStartingWith("line:");
	}

	@ParameterizedTest
	@MethodSource("written")
	void schedules_haveTheDaysTheirKindMeans(RealDocument document, GoldPhrases gold) {
		assertThat(gold.schedules()).isNotEmpty().doesNotHaveDuplicates().allSatisfy((schedule) -> {
			assertThat(schedule.intervals()).allMatch(GoldPhrasesTest::isOrdered);
			assertThat(schedule.extra()).matches("|era-conflict|\\d+/(YEAR|MONTH|WEEK)");
			switch (schedule.kind()) {
				case COMPARISON, DURATION, VAGUE, RECURRING -> assertThat(schedule.intervals()).isEmpty();
				case MONTH -> assertThat(schedule.intervals()).hasSize(1).allMatch(GoldPhrasesTest::isMonth);
				case FISCAL_YEAR, FY_RANGE, PLAN_PERIOD ->
					assertThat(schedule.intervals()).hasSize(1).allMatch(GoldPhrasesTest::isFiscalYears);
				case BY -> assertThat(schedule.intervals()).hasSize(1).allMatch((interval) -> interval.start() == null);
				case AS_OF, DATE -> assertThat(schedule.intervals()).hasSize(1).allMatch(GoldPhrasesTest::isDay);
				default -> assertThat(schedule.intervals()).hasSizeLessThanOrEqualTo(1);
			}
		});
	}

	@ParameterizedTest
	@MethodSource("written")
	void targets_haveAValueUnlessOnlyADirectionOrAWholeIsSaid(RealDocument document, GoldPhrases gold) {
		assertThat(gold.targets()).doesNotHaveDuplicates().allSatisfy((target) -> {
			assertThat(target.value() != null).isEqualTo(target.comparator().quantified());
			assertThat(target.unit()).isNotBlank();
			assertThat(target.extra()).matches("|total|part|baseline=[\\d.]+");
		});
	}

	@ParameterizedTest
	@MethodSource("written")
	void actuals_haveAValueUnlessWithheld(RealDocument document, GoldPhrases gold) {
		String number = "-?[\\d.]+";
		assertThat(gold.actuals()).doesNotHaveDuplicates().allSatisfy((actual) -> {
			assertThat(actual.value() == null).isEqualTo(actual.extra().equals("withheld"));
			assertThat(actual.unit()).isNotBlank();
			assertThat(actual.extra()).matches("|withheld|short|contacts|change|(before|outof|ratio|difference)="
					+ number + "|parts=" + number + "(," + number + ")+");
		});
	}

	@ParameterizedTest
	@MethodSource("written")
	void spans_lieOnWordsOfTheDocument(RealDocument document, GoldPhrases gold) {
		String text = document.text();
		assertThat(spans(gold)).allSatisfy((span) -> assertThat(span.end()).isLessThanOrEqualTo(text.length()))
			.allSatisfy((span) -> assertThat(span.of(text)).isNotBlank().isEqualTo(span.of(text).strip()));
	}

	static Stream<Object[]> written() {
		return Stream.of(RealDocument.values())
			.flatMap((document) -> GoldPhrases.of(document).stream().map((gold) -> new Object[] { document, gold }));
	}

	private static Stream<Span> spans(GoldPhrases gold) {
		return Stream
			.of(gold.schedules().stream().map(GoldSchedule::span), gold.targets().stream().map(GoldTarget::span),
					gold.actuals().stream().map(GoldActual::span))
			.flatMap(Function.identity());
	}

	private static boolean isOrdered(Interval interval) {
		LocalDate start = interval.start();
		LocalDate end = interval.end();
		return (start == null || end == null) ? start != end : !end.isBefore(start);
	}

	private static boolean isDay(Interval interval) {
		return Optional.ofNullable(interval.start()).equals(Optional.ofNullable(interval.end()));
	}

	private static boolean isMonth(Interval interval) {
		LocalDate start = interval.start();
		return start != null && start.getDayOfMonth() == 1 && start.plusMonths(1).minusDays(1).equals(interval.end());
	}

	private static boolean isFiscalYears(Interval interval) {
		LocalDate start = interval.start();
		LocalDate end = interval.end();
		return start != null && end != null && MonthDay.from(start).equals(FIRST_OF_APRIL)
				&& MonthDay.from(end).equals(LAST_OF_MARCH);
	}

}
