package jp.meguri.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A problem as JSON, in both languages.
 */
final class ProblemBody {

	private static final String TYPE = "urn:meguri:problem:";

	private final Texts texts;

	ProblemBody(Texts texts) {
		this.texts = texts;
	}

	Map<String, @Nullable Object> of(MeguriProblem problem, Locale locale, String path, @Nullable String correlation) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("type", TYPE + problem.name());
		body.put("title", sentence(problem, "title", locale));
		body.put("detail", sentence(problem, "detail", locale));
		body.put("status", problem.status());
		body.put("instance", path);
		body.put("i18n", Map.of("ja", sentences(problem, Locale.JAPANESE), "en", sentences(problem, Locale.ENGLISH)));
		body.put("correlation", correlation);
		if (!problem.errors().isEmpty()) {
			body.put("errors", problem.errors().stream().map(this::error).toList());
		}
		body.putAll(problem.extensions());
		return body;
	}

	private Map<String, String> sentences(MeguriProblem problem, Locale locale) {
		return Map.of("title", sentence(problem, "title", locale), "detail", sentence(problem, "detail", locale));
	}

	private String sentence(MeguriProblem problem, String part, Locale locale) {
		return this.texts.text(locale, "problem." + problem.name() + "." + part, problem.arguments().toArray());
	}

	private Map<String, String> error(FieldError error) {
		List<Object> arguments = error.arguments();
		Map<String, String> body = new LinkedHashMap<>();
		body.put("pointer", error.pointer());
		body.put("key", error.key());
		body.put("ja", this.texts.ja("field." + error.key(), arguments.toArray()));
		body.put("en", this.texts.en("field." + error.key(), arguments.toArray()));
		return body;
	}

}
