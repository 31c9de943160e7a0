package jp.meguri.gateway.routes;

import java.net.URI;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * The routes to the four services. They are fixed at start; nothing at run time adds one.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {

	static final String STREAM = "stream";

	private static final int NO_LIMIT = -1;

	private final ServiceProperties services;

	private final UserToken userToken;

	private final StreamLimit streamLimit;

	private final StreamEnd streamEnd;

	ServiceRoutes(ServiceProperties services, UserToken userToken, StreamLimit streamLimit, StreamEnd streamEnd) {
		this.services = services;
		this.userToken = userToken;
		this.streamLimit = streamLimit;
		this.streamEnd = streamEnd;
	}

	@Bean
	RouteLocator routes(RouteLocatorBuilder builder) {
		return builder.routes()
			.route(STREAM, (route) -> stream(route))
			.route("imports", (route) -> imports(route))
			.route("catalog", (route) -> service(route, "catalog", this.services.catalog(), "/api/catalog/**"))
			.route("goals", (route) -> service(route, "goals", this.services.goals(), "/api/goals/**"))
			.route("evaluation",
					(route) -> service(route, "evaluation", this.services.evaluation(), "/api/evaluations/**"))
			.route("notification",
					(route) -> service(route, "notification", this.services.notification(), "/api/notifications/**"))
			.route("published", (route) -> open(route))
			.build();
	}

	private Buildable<Route> service(PredicateSpec route, String name, URI address, String path) {
		return route.path(path)
			.filters((filters) -> breaker(filters.filter(this.userToken), name))
			.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, this.services.patience().toMillis())
			.uri(address);
	}

	/**
	 * A stream is open for long: no time limit, and no breaker that would wait for it.
	 */
	private Buildable<Route> stream(PredicateSpec route) {
		return route.path("/api/notifications/stream")
			.filters((filters) -> filters.filter(this.streamLimit).filter(this.userToken).filter(this.streamEnd))
			.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, NO_LIMIT)
			.uri(this.services.notification());
	}

	/** Where whole documents are sent and read. */
	private Buildable<Route> imports(PredicateSpec route) {
		return route.path("/api/goals/imports", "/api/goals/forms", "/api/goals/forms/inspection")
			.and()
			.method(HttpMethod.POST)
			.filters((filters) -> breaker(filters.filter(this.userToken), "goals"))
			.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, this.services.importPatience().toMillis())
			.uri(this.services.goals());
	}

	/** What anyone may read goes without anybody's token. */
	private Buildable<Route> open(PredicateSpec route) {
		return route.path("/published/**", "/api/public/**")
			.filters((filters) -> breaker(filters, "evaluation"))
			.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, this.services.patience().toMillis())
			.uri(this.services.evaluation());
	}

	private static GatewayFilterSpec breaker(GatewayFilterSpec filters, String service) {
		return filters.circuitBreaker((config) -> config.setName(service));
	}

}
