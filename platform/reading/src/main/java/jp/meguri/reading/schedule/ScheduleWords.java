package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.schedule.ScheduleEntry.Confidence;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;

/**
 * A schedule in the words that stand in grey under a text: 「2024/7/1～2025/3/31」,
 * 「2024年11月」, 「通年」.
 */
abstract sealed class ScheduleWords {

	private static final ScheduleWords JA = new Ja();

	private static final ScheduleWords EN = new En();

	static ScheduleWords of(Locale locale) {
		return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? JA : EN;
	}

	final String describe(ScheduleEntry entry) {
		if (entry.kind() == Kind.MULTI) {
			return entry.parts().stream().map(this::describe).collect(Collectors.joining(and()));
		}
		String words = (entry.recurrence() != null) ? recurrence(entry.recurrence()) : said(entry.kind(), time(entry));
		return (entry.confidence() == Confidence.DOUBTFUL) ? doubtful(words) : words;
	}

	/** Of 7月開始 the month counts, not how long it runs. */
	private String time(ScheduleEntry entry) {
		LocalDate start = entry.start();
		if (entry.kind() == Kind.START && start != null) {
			return (entry.precision() == Precision.MONTH) ? month(YearMonth.from(start)) : day(start);
		}
		return time(start, entry.end());
	}

	/** The shortest name of these days: a month, fiscal years, years, or the days. */
	private String time(@Nullable LocalDate start, @Nullable LocalDate end) {
		if (start == null) {
			return (end != null) ? day(end) : "";
		}
		if (end == null) {
			return range(day(start), "");
		}
		if (start.equals(end)) {
			return day(start);
		}
		YearMonth month = YearMonth.from(start);
		if (start.getDayOfMonth() == 1 && end.equals(month.atEndOfMonth())) {
			return month(month);
		}
		FiscalYear first = FiscalYear.of(start);
		FiscalYear last = FiscalYear.of(end);
		if (start.equals(first.first()) && end.equals(last.last())) {
			return between(fiscalYear(first), fiscalYear(last));
		}
		if (start.getDayOfYear() == 1 && end.plusDays(1).getDayOfYear() == 1) {
			return between(year(start.getYear()), year(end.getYear()));
		}
		return range(day(start), day(end));
	}

	private String between(String first, String last) {
		return first.equals(last) ? first : range(first, last);
	}

	/** What is said of a time, which may be empty. */
	abstract String said(Kind kind, String time);

	abstract String recurrence(Recurrence recurrence);

	abstract String day(LocalDate day);

	abstract String month(YearMonth month);

	abstract String fiscalYear(FiscalYear year);

	abstract String year(int year);

	abstract String range(String first, String last);

	abstract String and();

	abstract String doubtful(String words);

	private static final class Ja extends ScheduleWords {

		@Override
		String said(Kind kind, String time) {
			return switch (kind) {
				case ALL_YEAR -> "通年";
				case PERIODIC -> "定期的";
				case CONTINUING -> "継続";
				case AS_NEEDED -> "随時";
				case START -> time + "開始";
				case BY, PENDING -> time + "まで";
				case AS_OF -> time + "時点";
				case DEFERRED -> time + "に延期";
				case GRADUAL -> time.isEmpty() ? "順次" : time + "、順次";
				case PLAN_PERIOD -> "計画期間（" + time + "）";
				case COMPARISON -> "前年との比較";
				case BASELINE -> "基準：" + time;
				case RECURRING -> "繰り返し";
				case DURATION -> "期間の長さ";
				default -> time.isEmpty() ? "時期は未定" : time;
			};
		}

		@Override
		String recurrence(Recurrence recurrence) {
			String per = switch (recurrence.per()) {
				case DAY -> "日";
				case WEEK -> "週";
				case MONTH -> "月";
				case YEAR -> "年";
			};
			return (recurrence.count() == 1) ? "毎" + per : per + recurrence.count() + "回";
		}

		@Override
		String day(LocalDate day) {
			return day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
		}

		@Override
		String month(YearMonth month) {
			return month.getYear() + "年" + month.getMonthValue() + "月";
		}

		@Override
		String fiscalYear(FiscalYear year) {
			return year.value() + "年度";
		}

		@Override
		String year(int year) {
			return year + "年";
		}

		@Override
		String range(String first, String last) {
			return first + "～" + last;
		}

		@Override
		String and() {
			return "、";
		}

		@Override
		String doubtful(String words) {
			return words + "（要確認）";
		}

	}

	private static final class En extends ScheduleWords {

		@Override
		String said(Kind kind, String time) {
			return switch (kind) {
				case ALL_YEAR -> "all year";
				case PERIODIC -> "regularly";
				case CONTINUING -> "continuing";
				case AS_NEEDED -> "as needed";
				case START -> "starts " + time;
				case BY, PENDING -> "by " + time;
				case AS_OF -> "as of " + time;
				case DEFERRED -> "deferred to " + time;
				case GRADUAL -> time.isEmpty() ? "step by step" : time + ", step by step";
				case PLAN_PERIOD -> "plan period (" + time + ")";
				case COMPARISON -> "compared with the year before";
				case BASELINE -> "baseline: " + time;
				case RECURRING -> "recurring";
				case DURATION -> "length of time";
				default -> time.isEmpty() ? "no date" : time;
			};
		}

		@Override
		String recurrence(Recurrence recurrence) {
			String per = recurrence.per().name().toLowerCase(Locale.ROOT);
			return switch (recurrence.count()) {
				case 1 -> "every " + per;
				case 2 -> "twice a " + per;
				default -> recurrence.count() + " times a " + per;
			};
		}

		@Override
		String day(LocalDate day) {
			return day.getDayOfMonth() + " " + name(day.getMonth()) + " " + day.getYear();
		}

		@Override
		String month(YearMonth month) {
			return name(month.getMonth()) + " " + month.getYear();
		}

		@Override
		String fiscalYear(FiscalYear year) {
			return "FY" + year.value();
		}

		@Override
		String year(int year) {
			return String.valueOf(year);
		}

		@Override
		String range(String first, String last) {
			return last.isEmpty() ? "from " + first : first + " – " + last;
		}

		@Override
		String and() {
			return "; ";
		}

		@Override
		String doubtful(String words) {
			return words + " (please check)";
		}

		private static String name(Month month) {
			return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
		}

	}

}
