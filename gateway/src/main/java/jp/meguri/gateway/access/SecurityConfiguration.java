package jp.meguri.gateway.access;

import java.util.Locale;
import jp.meguri.gateway.login.CityLogin;
import jp.meguri.gateway.login.SignOut;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.session.SignedIn;
import jp.meguri.gateway.web.UiAddresses;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Three doors: the management port, callers with a token, browsers with a session. What
 * is not named here is not there.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

	private static final String[] OPEN = { "/published/**", "/api/public/**" };

	/** Signed tokens without a session. */
	private static final String ORDERS_OF_PROVIDERS = "/logout/provider/*";

	/**
	 * Which endpoints exist on that port is a setting; a network policy guards the port.
	 */
	@Bean
	@Order(0)
	SecurityWebFilterChain managementPort(ServerHttpSecurity http) {
		return bare(http).securityMatcher(SecurityConfiguration::isManagement)
			.authorizeExchange((exchange) -> exchange.anyExchange().permitAll())
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.build();
	}

	/** No cookie is read here, so there is nothing a foreign page could use. */
	@Bean
	@Order(1)
	SecurityWebFilterChain withToken(ServerHttpSecurity http, BearerAuthentication authentication) {
		var bearer = new AuthenticationWebFilter(authentication);
		bearer.setServerAuthenticationConverter(new ServerBearerTokenAuthenticationConverter());
		bearer.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
		bearer.setAuthenticationFailureHandler(
				new ServerAuthenticationEntryPointFailureHandler((exchange, failure) -> Mono.error(invalidToken())));
		return bare(http).securityMatcher(SecurityConfiguration::bringsToken)
			.addFilterAt(bearer, SecurityWebFiltersOrder.AUTHENTICATION)
			.authorizeExchange((exchange) -> exchange.anyExchange().authenticated())
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain withSession(ServerHttpSecurity http, SessionContext context, CsrfOfSession csrf,
			CsrfHeader csrfHeader, CityLogin cityLogin, SignOut signOut) {
		return bare(http).securityContextRepository(context)
			.authorizeExchange((exchange) -> exchange.pathMatchers(HttpMethod.GET, OPEN)
				.permitAll()
				.pathMatchers(HttpMethod.HEAD, OPEN)
				.permitAll()
				.pathMatchers(HttpMethod.GET, UiAddresses.ALL)
				.permitAll()
				.pathMatchers(HttpMethod.HEAD, UiAddresses.ALL)
				.permitAll()
				.pathMatchers(HttpMethod.POST, ORDERS_OF_PROVIDERS)
				.permitAll()
				.pathMatchers("/api/**")
				.authenticated()
				.anyExchange()
				.denyAll())
			.oauth2Login(cityLogin::configure)
			.logout((logout) -> logout
				.requiresLogout(ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/logout"))
				.logoutHandler(signOut)
				.logoutSuccessHandler(signOut))
			.csrf((spec) -> spec.csrfTokenRepository(csrf)
				.csrfTokenRequestHandler(csrfHeader)
				.requireCsrfProtectionMatcher(SecurityConfiguration::changesSomethingInSession)
				.accessDeniedHandler((exchange, denied) -> Mono.error(Problem.of(HttpStatus.FORBIDDEN, "csrf"))))
			.build();
	}

	@Bean
	ServerExchangeRejectedHandler rejectedRequests() {
		return (exchange, rejected) -> Mono.error(Problem.malformed());
	}

	/** Without Spring's own headers, pages, request cache: these are ours. */
	private static ServerHttpSecurity bare(ServerHttpSecurity http) {
		return http.headers(ServerHttpSecurity.HeaderSpec::disable)
			.requestCache((cache) -> cache.requestCache(NoOpServerRequestCache.getInstance()))
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((exchange, missing) -> Mono.error(missing(exchange)))
				.accessDeniedHandler((exchange, denied) -> Mono.error(Problem.notFound())));
	}

	private static Problem missing(ServerWebExchange exchange) {
		boolean signInHelps = exchange.getRequest().getURI().getRawPath().startsWith("/api/");
		return signInHelps ? Problem.unauthenticated() : Problem.notFound();
	}

	private static Problem invalidToken() {
		return Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated")
			.with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
	}

	private static Mono<MatchResult> isManagement(ServerWebExchange exchange) {
		return result(WebServerApplicationContext.hasServerNamespace(exchange.getApplicationContext(), "management"));
	}

	private static Mono<MatchResult> bringsToken(ServerWebExchange exchange) {
		var path = exchange.getRequest().getURI().getRawPath();
		var given = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		return result(path.startsWith("/api/") && !path.startsWith("/api/public/") && given != null
				&& given.toLowerCase(Locale.ROOT).startsWith("bearer"));
	}

	private static Mono<MatchResult> changesSomethingInSession(ServerWebExchange exchange) {
		if (!OwnPages.changesSomething(exchange.getRequest())) {
			return MatchResult.notMatch();
		}
		return exchange.getSession().flatMap((session) -> result(SignedIn.in(session).isPresent()));
	}

	private static Mono<MatchResult> result(boolean matches) {
		return matches ? MatchResult.match() : MatchResult.notMatch();
	}

}
