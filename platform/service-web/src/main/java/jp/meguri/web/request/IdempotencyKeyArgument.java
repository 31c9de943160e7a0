package jp.meguri.web.request;

import java.util.List;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.MeguriProblem;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads {@code Idempotency-Key}.
 */
public final class IdempotencyKeyArgument implements HandlerMethodArgumentResolver {

	private static final String HEADER = "Idempotency-Key";

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == IdempotencyKey.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
		return Mono.fromSupplier(() -> read(exchange.getRequest().getHeaders().getOrEmpty(HEADER)));
	}

	static IdempotencyKey read(List<String> values) {
		if (values.isEmpty()) {
			throw new MeguriProblem(400, "idempotency-key-required");
		}
		if (values.size() > 1) {
			throw new MeguriProblem(400, "idempotency-key-malformed");
		}
		return IdempotencyKey.of(values.get(0));
	}

}
