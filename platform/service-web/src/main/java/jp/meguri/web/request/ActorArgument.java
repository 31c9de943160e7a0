package jp.meguri.web.request;

import jp.meguri.directory.Actor;
import jp.meguri.web.Problems;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands the caller that was admitted to the handler.
 */
public final class ActorArgument implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
		return Mono.<Object>justOrEmpty(exchange.getAttributes().get(CheckedHandlerAdapter.ACTOR))
			.switchIfEmpty(Mono.error(Problems::unauthenticated));
	}

}
