package jp.meguri.web.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a JSON body: broken or loosely typed is 400, a well-formed value
 * that means nothing is 422.
 */
final class JsonProblems {

	private static final Map<Class<?>, String> KEYS = Map.of(LocalDate.class, "date", Instant.class, "instant",
			UUID.class, "id", String.class, "characters");

	private static final int ECHO = 64;

	private JsonProblems() {
	}

	static MeguriProblem of(JacksonException failure) {
		String pointer = pointer(failure.getPath());
		if (failure instanceof UnrecognizedPropertyException unknown) {
			return new MeguriProblem(400, "unknown-property",
					List.of(FieldError.of(pointer, "unknown", abbreviated(unknown.getPropertyName()))));
		}
		if (failure instanceof InvalidFormatException invalid) {
			return Problems.validation(pointer, keyOf(invalid.getTargetType()));
		}
		if (failure instanceof InvalidTypeIdException) {
			return Problems.validation(pointer, "choice");
		}
		if (failure instanceof InputCoercionException) {
			return Problems.validation(pointer, "number");
		}
		return Problems.malformed(pointer, "malformed");
	}

	private static String keyOf(Class<?> type) {
		if (type.isEnum()) {
			return "choice";
		}
		return KEYS.getOrDefault(type, "number");
	}

	private static String pointer(List<Reference> path) {
		StringBuilder pointer = new StringBuilder();
		for (Reference step : path) {
			String name = step.getPropertyName();
			pointer.append('/').append((name != null) ? escaped(name) : Integer.toString(step.getIndex()));
		}
		return pointer.toString();
	}

	private static String escaped(String name) {
		return abbreviated(name).replace("~", "~0").replace("/", "~1");
	}

	private static String abbreviated(String text) {
		return (text.length() <= ECHO) ? text : text.substring(0, ECHO);
	}

}
