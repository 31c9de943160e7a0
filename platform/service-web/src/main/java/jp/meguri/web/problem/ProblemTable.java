package jp.meguri.web.problem;

import jp.meguri.database.Failures;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/**
 * Which failure is told as which problem; what is not in the table is our own fault.
 */
final class ProblemTable {

	private ProblemTable() {
	}

	static MeguriProblem of(Throwable failure) {
		if (failure instanceof MeguriProblem problem) {
			return problem;
		}
		if (cause(failure, DataBufferLimitException.class) != null) {
			return new MeguriProblem(413, "too-large");
		}
		if (failure instanceof ResponseStatusException refused) {
			return ofRefused(refused);
		}
		if (failure instanceof AuthenticationServiceException || Failures.isTransient(failure)) {
			return Problems.unavailable();
		}
		if (failure instanceof AuthenticationException) {
			return Problems.unauthenticated();
		}
		if (failure instanceof AccessDeniedException) {
			return Problems.forbidden();
		}
		if (failure instanceof DuplicateKeyException) {
			return Problems.alreadyExists();
		}
		return new MeguriProblem(500, "internal");
	}

	private static MeguriProblem ofRefused(ResponseStatusException refused) {
		if (refused instanceof WebExchangeBindException invalid) {
			return Problems.validation(invalid.getFieldErrors()
				.stream()
				.map((error) -> FieldError.of("/" + error.getField().replace('.', '/'), "invalid"))
				.toList());
		}
		if (refused instanceof ServerWebInputException input) {
			return ofInput(input);
		}
		return ofStatus(refused.getStatusCode().value());
	}

	private static MeguriProblem ofInput(ServerWebInputException input) {
		MeguriProblem own = cause(input, MeguriProblem.class);
		if (own != null) {
			return own;
		}
		JacksonException json = cause(input, JacksonException.class);
		if (json != null) {
			return JsonProblems.of(json);
		}
		boolean inPath = input.getMethodParameter() != null
				&& input.getMethodParameter().hasParameterAnnotation(PathVariable.class);
		if (inPath && cause(input, TypeMismatchException.class) != null) {
			return Problems.notFound();
		}
		return Problems.malformed();
	}

	private static MeguriProblem ofStatus(int status) {
		return switch (status) {
			case 401 -> Problems.unauthenticated();
			case 403 -> Problems.forbidden();
			case 404 -> Problems.notFound();
			case 405 -> new MeguriProblem(405, "method-not-allowed");
			case 406 -> new MeguriProblem(406, "not-acceptable");
			case 413 -> new MeguriProblem(413, "too-large");
			case 415 -> new MeguriProblem(415, "unsupported-media-type");
			case 503 -> Problems.unavailable();
			default -> (status >= 400 && status < 500) ? new MeguriProblem(status, "malformed")
					: new MeguriProblem(500, "internal");
		};
	}

	private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
