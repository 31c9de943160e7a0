package jp.meguri.gateway.problem;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.meguri.gateway.web.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps account of what was refused: all of it as a number, a few a second as a line.
 * Neither tells a token, a body or a query.
 */
@Component
final class Refusals {

	private static final Logger logger = LoggerFactory.getLogger(Refusals.class);

	private static final int LINES_PER_SECOND = 10;

	private static final int LONGEST_PATH = 200;

	private final MeterRegistry meters;

	private final AtomicLong second = new AtomicLong();

	private final AtomicInteger lines = new AtomicInteger();

	Refusals(MeterRegistry meters) {
		this.meters = meters;
	}

	void count(ServerWebExchange exchange, Problem problem) {
		this.meters.counter("gateway.refusals", "problem", problem.name()).increment();
		if (mayWrite(System.nanoTime() / 1_000_000_000)) {
			logger.info("Request {} is refused: {} {} {}", Correlation.of(exchange), problem.name(),
					exchange.getRequest().getMethod(), path(exchange));
		}
	}

	boolean mayWrite(long now) {
		if (this.second.getAndSet(now) != now) {
			this.lines.set(0);
		}
		return this.lines.incrementAndGet() <= LINES_PER_SECOND;
	}

	/** Still encoded as it came, so that no line break can forge a line. */
	private static String path(ServerWebExchange exchange) {
		var path = exchange.getRequest().getURI().getRawPath();
		return (path.length() <= LONGEST_PATH) ? path : path.substring(0, LONGEST_PATH) + "…";
	}

}
