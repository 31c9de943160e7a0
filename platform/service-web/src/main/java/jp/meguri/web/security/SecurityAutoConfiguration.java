package jp.meguri.web.security;

import java.time.InstantSource;
import java.util.stream.Stream;
import jp.meguri.web.PublicPaths;
import jp.meguri.web.problem.ProblemWriter;
import jp.meguri.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerReactiveAuthenticationManagerResolver;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/**
 * Bearer tokens of the trusted issuers on {@code /api/**}, nothing else unless opened.
 */
@AutoConfiguration(after = jp.meguri.web.WebAutoConfiguration.class,
		beforeName = "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration")
@EnableWebFluxSecurity
@EnableConfigurationProperties(IdentityProperties.class)
class SecurityAutoConfiguration {

	private static final String[] HEALTH = { "/actuator/health/**", "/actuator/prometheus" };

	@Bean
	SecurityWebFilterChain apiSecurity(ServerHttpSecurity http, IdentityProperties identity,
			ObjectProvider<PublicPaths> publicPaths, ProblemWriter problems) {
		String[] open = publicPaths.stream().flatMap((paths) -> paths.patterns().stream()).toArray(String[]::new);
		ServerAuthenticationEntryPoint entryPoint = (exchange, ex) -> problems.write(exchange,
				Problems.unauthenticated());
		ServerAccessDeniedHandler denied = (exchange, ex) -> problems.write(exchange, Problems.forbidden());
		return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache((cache) -> cache.requestCache(NoOpServerRequestCache.getInstance()))
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.authorizeExchange((exchanges) -> authorize(exchanges, open))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(entryPoint).accessDeniedHandler(denied))
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(entryPoint)
				.accessDeniedHandler(denied)
				.authenticationManagerResolver(new JwtIssuerReactiveAuthenticationManagerResolver(
						new TrustedIssuers(identity, InstantSource.system()))))
			.build();
	}

	private static void authorize(AuthorizeExchangeSpec exchanges, String[] open) {
		exchanges.pathMatchers(HEALTH).permitAll();
		if (Stream.of(open).findAny().isPresent()) {
			exchanges.pathMatchers(open).permitAll();
		}
		exchanges.pathMatchers("/api/**").authenticated().anyExchange().denyAll();
	}

}
