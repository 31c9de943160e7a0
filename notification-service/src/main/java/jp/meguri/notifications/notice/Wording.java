package jp.meguri.notifications.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import jp.meguri.directory.FiscalYear;
import jp.meguri.web.Texts;
import org.springframework.stereotype.Component;

/**
 * The sentences of notices, todos and mails, in Japanese and English.
 */
@Component
public class Wording {

	private final Texts texts;

	public Wording(Texts texts) {
		this.texts = texts;
	}

	public String notice(NoticeKind kind, Facts facts, int count, Locale locale) {
		return sentence("notice." + kind.name(), facts, count, locale);
	}

	public String sentence(String key, Facts facts, int count, Locale locale) {
		String title = facts.title().isEmpty() ? text("mail.nameless", locale) : facts.title();
		LocalDate dueOn = facts.dueOn();
		return text(key, locale, facts.unitName(), fiscalYear(facts.fiscalYear(), locale),
				text("what." + facts.what().name(), locale), Integer.toString(count), title,
				(dueOn != null) ? day(dueOn, locale) : "", facts.by(), facts.text());
	}

	public String text(String key, Locale locale, Object... args) {
		return this.texts.text(locale, key, args);
	}

	private static String fiscalYear(int year, Locale locale) {
		FiscalYear fiscalYear = new FiscalYear(year);
		return locale.getLanguage().equals("ja") ? fiscalYear.label() : fiscalYear.englishLabel();
	}

	/** 9月25日（金）, or 25 Sep 2026. */
	static String day(LocalDate day, Locale locale) {
		if (!locale.getLanguage().equals("ja")) {
			return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day);
		}
		return "%d月%d日（%s）".formatted(day.getMonthValue(), day.getDayOfMonth(),
				day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE));
	}

}
