package jp.meguri.gateway.access;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a signed-in request through if its address exists, its sender has a role with
 * business there, and the unit in the address is one the sender may mean. The order of
 * answers is that of design guide 4: role before look-up, other city like nothing at all,
 * then the right at the unit.
 */
@Component
@Order(EdgeOrder.RIGHTS)
final class RouteRights extends EdgeFilter {

	private final RouteTable table;

	private final Directory directory;

	RouteRights(RouteTable table, Directory directory) {
		this.table = table;
		this.directory = directory;
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var path = exchange.getRequest().getPath().pathWithinApplication();
		if (!path.value().startsWith("/api/") || path.value().startsWith("/api/public/")) {
			return chain.filter(exchange);
		}
		return Mono.fromCallable(() -> route(exchange, path))
			.flatMap((route) -> actor().flatMap((actor) -> check(route, actor, path)))
			.doOnNext((actor) -> CallingActor.put(exchange, actor))
			.flatMap((actor) -> chain.filter(exchange));
	}

	private Route route(ServerWebExchange exchange, PathContainer path) {
		var method = exchange.getRequest().getMethod();
		List<Route> routes = this.table.at(path);
		if (routes.isEmpty()) {
			throw Problem.notFound();
		}
		return routes.stream()
			.filter((route) -> route.takes(method))
			.findFirst()
			.orElseThrow(() -> new MethodNotAllowedException(method,
					routes.stream().map(Route::method).collect(Collectors.toSet())));
	}

	private Mono<Actor> actor() {
		return ReactiveSecurityContextHolder.getContext()
			.map(SecurityContext::getAuthentication)
			.cast(CallerAuthentication.class)
			.map(CallerAuthentication::caller)
			.switchIfEmpty(Mono.error(Problem::unauthenticated))
			.flatMap((caller) -> this.directory.actorOf(caller.issuer(), caller.subject()))
			.filter((actor) -> !actor.roles().isEmpty())
			.switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.FORBIDDEN, "no-assignment")));
	}

	private Mono<Actor> check(Route route, Actor actor, PathContainer path) {
		if (!route.isFor(actor)) {
			return Mono.error(Problem::forbidden);
		}
		return unit(route, actor, path).then(fresh(route, actor)).thenReturn(actor);
	}

	private Mono<Void> unit(Route route, Actor actor, PathContainer path) {
		if (!route.namesUnit()) {
			return Mono.empty();
		}
		var unit = route.unitIn(path);
		return this.directory.unit(actor.municipality(), unit)
			.switchIfEmpty(Mono.error(Problem::notFound))
			.filter((found) -> route.unitRule().admits(actor, found.id()))
			.switchIfEmpty(Mono.error(Problem::forbidden))
			.then();
	}

	/** On an old copy somebody's assignment may have ended unheard. */
	private Mono<Void> fresh(Route route, Actor actor) {
		if (!route.changesSomething() || actor.isOperator()) {
			return Mono.empty();
		}
		return this.directory.isFresh(actor.municipality())
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "directory-stale")
				.retryAfter(Duration.ofSeconds(30))))
			.then();
	}

}
