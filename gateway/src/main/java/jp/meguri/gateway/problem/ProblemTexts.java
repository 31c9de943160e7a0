package jp.meguri.gateway.problem;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The sentences of problems in the languages people read here.
 */
@Component
final class ProblemTexts {

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	ProblemTexts() {
		this.messages.setBasename("messages/gateway");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	Text of(String name, Locale locale) {
		return new Text(text(name, "title", locale), text(name, "detail", locale));
	}

	private String text(String name, String part, Locale locale) {
		return this.messages.getMessage("problem." + name + "." + part, null, locale);
	}

	/** Short and long form of one refusal. */
	record Text(String title, String detail) {
	}

}
