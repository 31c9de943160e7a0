package jp.meguri.web.request;

import java.util.stream.Stream;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Access;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who is calling, and turns away who has no business with the handler.
 */
final class Callers {

	private final Directory directory;

	Callers(Directory directory) {
		this.directory = directory;
	}

	Mono<Actor> admit(ServerWebExchange exchange, HandlerMethod handler) {
		return exchange.getPrincipal()
			.ofType(JwtAuthenticationToken.class)
			.switchIfEmpty(Mono.error(Problems::unauthenticated))
			.flatMap((token) -> actor(token.getToken()))
			.filter((actor) -> !actor.roles().isEmpty())
			.switchIfEmpty(Mono.error(Problems::noAssignment))
			.filter((actor) -> hasBusiness(actor, accessTo(handler)))
			.switchIfEmpty(Mono.error(Problems::forbidden))
			.delayUntil((actor) -> requireFreshDirectory(actor, exchange.getRequest().getMethod()));
	}

	private Mono<Actor> actor(Jwt token) {
		return this.directory.actorOf(String.valueOf(token.getClaimAsString("iss")), token.getSubject());
	}

	private Mono<Boolean> requireFreshDirectory(Actor actor, HttpMethod method) {
		if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
			return Mono.just(Boolean.TRUE);
		}
		return this.directory.isFresh(actor.municipality())
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(Problems::directoryStale));
	}

	private static boolean hasBusiness(Actor actor, @Nullable Access access) {
		if (access == null) {
			return actor.roles().stream().anyMatch((role) -> role.code() != RoleCode.OPERATOR);
		}
		return Stream.of(access.value()).anyMatch(actor::is);
	}

	private static @Nullable Access accessTo(HandlerMethod handler) {
		Access own = handler.getMethodAnnotation(Access.class);
		return (own != null) ? own : handler.getBeanType().getAnnotation(Access.class);
	}

}
