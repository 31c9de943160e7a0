package jp.meguri.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.meguri.directory.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * An instant as people read it, Japanese time. Ends are printed inclusively: what closes
 * on 1 January at 0:00 is open until 31 December (「12月31日まで」).
 */
public final class PrintedTime {

	private static final DateTimeFormatter JA_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.JAPANESE);

	private static final DateTimeFormatter JA_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm", Locale.JAPANESE);

	private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

	private static final DateTimeFormatter EN_TIME = DateTimeFormatter.ofPattern("d MMMM yyyy H:mm", Locale.ENGLISH);

	private final @Nullable ZonedDateTime time;

	private final boolean wholeDay;

	private PrintedTime(@Nullable ZonedDateTime time, boolean wholeDay) {
		this.time = time;
		this.wholeDay = wholeDay;
	}

	/** A beginning. */
	public static PrintedTime from(@Nullable Instant instant) {
		ZonedDateTime time = (instant != null) ? instant.atZone(FiscalYear.ZONE) : null;
		return new PrintedTime(time, time != null && isMidnight(time));
	}

	/** An end that is itself no longer inside. */
	public static PrintedTime until(@Nullable Instant instant) {
		ZonedDateTime time = (instant != null) ? instant.atZone(FiscalYear.ZONE) : null;
		boolean midnight = time != null && isMidnight(time);
		return new PrintedTime((time != null && midnight) ? time.minusDays(1) : time, midnight);
	}

	public String in(Locale locale) {
		if (this.time == null) {
			return "";
		}
		boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
		DateTimeFormatter day = english ? EN_DAY : JA_DAY;
		DateTimeFormatter minute = english ? EN_TIME : JA_TIME;
		return (this.wholeDay ? day : minute).format(this.time);
	}

	@Override
	public String toString() {
		return in(Locale.JAPANESE);
	}

	private static boolean isMidnight(ZonedDateTime time) {
		return time.toLocalTime().equals(LocalTime.MIDNIGHT);
	}

}
