package jp.meguri.notifications.mail;

import java.util.Locale;
import jp.meguri.notifications.notice.Notice;
import jp.meguri.notifications.notice.Wording;
import org.springframework.stereotype.Component;

/**
 * The words of a letter: Japanese first, English below.
 */
@Component
class Letter {

	private final Wording wording;

	private final MailProperties properties;

	Letter(Wording wording, MailProperties properties) {
		this.wording = wording;
		this.properties = properties;
	}

	String subject(Notice notice) {
		return this.wording.text("mail.subject", Locale.JAPANESE, sentence(notice, Locale.JAPANESE));
	}

	String body(Notice notice, String name) {
		String link = this.properties.publicUrl().resolve(notice.link()).toString();
		String own = notice.facts().text().isEmpty() ? "" : notice.facts().text() + "\n\n";
		return part(notice, name, own, link, Locale.JAPANESE) + "\n--------\n\n"
				+ part(notice, name, "", link, Locale.ENGLISH);
	}

	private String part(Notice notice, String name, String own, String link, Locale locale) {
		return """
				%s

				%s

				%s%s
				%s

				%s
				""".formatted(this.wording.text("mail.greeting", locale, name), sentence(notice, locale), own,
				this.wording.text("mail.open", locale), link, this.wording.text("mail.footer", locale));
	}

	private String sentence(Notice notice, Locale locale) {
		return this.wording.notice(notice.kind(), notice.facts(), notice.count(), locale);
	}

}
