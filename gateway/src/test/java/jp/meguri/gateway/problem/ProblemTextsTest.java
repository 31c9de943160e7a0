package jp.meguri.gateway.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTextsTest {

	private static final Pattern NAMED = Pattern
		.compile("(?:Problem\\.of\\(HttpStatus\\.\\w+,|\\breturn of\\(HttpStatus\\.\\w+,|\\d{3},)\\s*\"([a-z-]+)\"");

	private final ProblemTexts texts = new ProblemTexts();

	@ParameterizedTest
	@MethodSource("names")
	void everyProblem_hasSentencesInBothLanguages(String name) {
		var ja = this.texts.of(name, Locale.JAPANESE);
		var en = this.texts.of(name, Locale.ENGLISH);
		assertThat(ja.title()).isNotBlank().isNotEqualTo(en.title());
		assertThat(ja.detail()).isNotBlank().isNotEqualTo(en.detail());
	}

	static Set<String> names() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			var names = files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap((file) -> NAMED.matcher(text(file)).results().map((found) -> found.group(1)))
				.collect(Collectors.toSet());
			assertThat(names).contains("not-found", "csrf", "too-large", "sign-in-failed", "timeout");
			return names;
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
