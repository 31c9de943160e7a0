package jp.meguri.gateway.problem;

import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ProblemOfTest {

	@ParameterizedTest
	@MethodSource("failures")
	void everyFailure_isOneProblem(Throwable failure, int status, String name) {
		var problem = ProblemOf.of(failure);
		assertThat(problem.status().value()).isEqualTo(status);
		assertThat(problem.name()).isEqualTo(name);
	}

	static Stream<Arguments> failures() {
		return Stream.of(arguments(Problem.notFound(), 404, "not-found"),
				arguments(new RuntimeException("wrapped", Problem.tooLarge()), 413, "too-large"),
				arguments(new ConnectException("refused"), 503, "unavailable"),
				arguments(new RuntimeException(new ConnectException("refused")), 503, "unavailable"),
				arguments(new TimeoutException(), 504, "timeout"),
				arguments(new ReadTimeoutException(), 504, "timeout"),
				arguments(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT), 504, "timeout"),
				arguments(new ResponseStatusException(HttpStatus.NOT_FOUND), 404, "not-found"),
				arguments(new AccessDeniedException("no"), 403, "forbidden"),
				arguments(new IOException("reset"), 502, "bad-gateway"),
				arguments(new PrematureChannelClosureException("cut in the headers"), 502, "bad-gateway"),
				arguments(new IllegalStateException("a bug"), 500, "internal"));
	}

	@Test
	void aWrongMethod_isToldTheRightOnes() {
		var problem = ProblemOf
			.of(new MethodNotAllowedException(HttpMethod.PUT, Set.of(HttpMethod.POST, HttpMethod.GET)));
		assertThat(problem.status()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
		assertThat(problem.headers().get("Allow")).containsExactly("GET, POST");
	}

}
