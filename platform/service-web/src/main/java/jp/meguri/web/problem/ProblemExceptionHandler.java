package jp.meguri.web.problem;

import jp.meguri.web.Correlation;
import jp.meguri.web.MeguriProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * The last stop of every failure, before Spring Boot's own.
 */
public final class ProblemExceptionHandler implements WebExceptionHandler, Ordered {

	private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);

	private final ProblemWriter writer;

	public ProblemExceptionHandler(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	public int getOrder() {
		return -2;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		// Only as it comes from the server: what a database's connection aborted with is
		// wrapped, and is a failure.
		if (failure instanceof AbortedException) {
			log.debug("The caller of {} hung up", exchange.getRequest().getPath().value());
			return Mono.empty();
		}
		MeguriProblem problem = ProblemTable.of(failure);
		if (problem.status() >= 500 && !(failure instanceof MeguriProblem)) {
			// Here, outside of the filters, the context has no correlation any more.
			String correlation = exchange.getAttribute(Correlation.KEY);
			log.atError()
				.addKeyValue(Correlation.KEY, correlation)
				.setCause(failure)
				.log("{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath().value());
		}
		if (failure instanceof MethodNotAllowedException refused) {
			exchange.getResponse().getHeaders().setAllow(refused.getSupportedMethods());
		}
		return this.writer.write(exchange, problem);
	}

}
