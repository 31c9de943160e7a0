package jp.meguri.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every sentence people read, Japanese and English. A module names its bundles, one per
 * line, in {@code META-INF/meguri/messages}.
 */
public final class Texts {

	private static final String INDEX = "classpath*:META-INF/meguri/messages";

	private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

	public Texts() {
		this.source.setBasenames(bundles().toArray(String[]::new));
		this.source.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.source.setFallbackToSystemLocale(false);
	}

	public String ja(String key, Object... arguments) {
		return text(Locale.JAPANESE, key, arguments);
	}

	public String en(String key, Object... arguments) {
		return text(Locale.ENGLISH, key, arguments);
	}

	public String text(Locale locale, String key, Object... arguments) {
		Object[] printed = Stream.of(arguments).map((argument) -> printed(locale, argument)).toArray();
		return this.source.getMessage(key, printed, key, locale);
	}

	private static Object printed(Locale locale, Object argument) {
		return (argument instanceof PrintedTime time) ? time.in(locale) : argument;
	}

	private static List<String> bundles() {
		try {
			Resource[] found = new PathMatchingResourcePatternResolver().getResources(INDEX);
			return Stream.of(found).flatMap(Texts::lines).distinct().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Resource index) {
		try {
			return index.getContentAsString(StandardCharsets.UTF_8).lines().filter((line) -> !line.isBlank());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
