package jp.meguri.gateway.problem;

import jp.meguri.gateway.web.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers every failure that no one else answered. Nothing of the failure itself goes to
 * the caller; what is our fault goes to the log with the correlation id.
 */
@Component
@Order(-10)
final class ProblemAnswers implements ErrorWebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAnswers.class);

	private final ProblemWriter writer;

	private final Refusals refusals;

	ProblemAnswers(ProblemWriter writer, Refusals refusals) {
		this.writer = writer;
		this.refusals = refusals;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		var problem = ProblemOf.of(failure);
		tell(exchange, problem, failure);
		return this.writer.write(exchange, problem);
	}

	private void tell(ServerWebExchange exchange, Problem problem, Throwable failure) {
		if (problem.name().equals("internal")) {
			logger.error("Request {} failed", Correlation.of(exchange), failure);
		}
		else if (problem.status().is5xxServerError()) {
			logger.warn("Request {} ends as {}: {}", Correlation.of(exchange), problem.name(), failure.toString());
		}
		else {
			this.refusals.count(exchange, problem);
		}
	}

}
