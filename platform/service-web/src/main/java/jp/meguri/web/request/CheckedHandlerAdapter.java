package jp.meguri.web.request;

import java.util.List;
import java.util.stream.Stream;
import jp.meguri.directory.Actor;
import jp.meguri.web.Access;
import jp.meguri.web.Etags;
import jp.meguri.web.HasRevision;
import jp.meguri.web.MeguriProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Runs the checks every handler under {@code /api} has in common, in a fixed order and
 * before its body is read: who is asking, with what right, on fresh rights, with known
 * parameters. Then sets the ETag of what comes back.
 */
public final class CheckedHandlerAdapter implements HandlerAdapter, Ordered {

	static final String ACTOR = Actor.class.getName();

	private final RequestMappingHandlerAdapter handlers;

	private final Callers callers;

	private final StrictParameters parameters = new StrictParameters();

	public CheckedHandlerAdapter(RequestMappingHandlerAdapter handlers, jp.meguri.directory.Directory directory) {
		this.handlers = handlers;
		this.callers = new Callers(directory);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return this.handlers.supports(handler);
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		HandlerMethod method = (HandlerMethod) handler;
		if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
			return this.handlers.handle(exchange, handler);
		}
		return admit(exchange, method).then(Mono.fromRunnable(() -> check(exchange, method)))
			.then(Mono.defer(() -> this.handlers.handle(exchange, handler)))
			.map((result) -> withEtag(exchange, result));
	}

	private Mono<Actor> admit(ServerWebExchange exchange, HandlerMethod method) {
		if (!needsActor(method)) {
			return Mono.empty();
		}
		return this.callers.admit(exchange, method).doOnNext((actor) -> exchange.getAttributes().put(ACTOR, actor));
	}

	/** Whether the handler says who may call it. */
	static boolean needsActor(HandlerMethod method) {
		return method.hasMethodAnnotation(Access.class) || method.getBeanType().isAnnotationPresent(Access.class)
				|| Stream.of(method.getMethodParameters())
					.anyMatch((parameter) -> parameter.getParameterType() == Actor.class);
	}

	private void check(ServerWebExchange exchange, HandlerMethod method) {
		this.parameters.check(exchange, method);
		List<String> encoding = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING);
		if (encoding.stream().anyMatch((value) -> !"identity".equalsIgnoreCase(value))) {
			throw new MeguriProblem(415, "unsupported-media-type");
		}
	}

	private static HandlerResult withEtag(ServerWebExchange exchange, HandlerResult result) {
		if (!(result.getReturnValue() instanceof Mono<?> answer)) {
			return result;
		}
		Mono<?> tagged = answer.doOnNext((value) -> tag(exchange, value));
		return new HandlerResult(result.getHandler(), tagged, result.getReturnTypeSource(), result.getBindingContext())
			.setExceptionHandler(result.getExceptionHandler());
	}

	private static void tag(ServerWebExchange exchange, @Nullable Object value) {
		if (value instanceof HasRevision view) {
			exchange.getResponse().getHeaders().setETag(Etags.of(view.revision()));
		}
	}

}
