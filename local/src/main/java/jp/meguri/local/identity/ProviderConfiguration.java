package jp.meguri.local.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The provider: Spring Authorization Server with one issuer per city.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderProperties.class)
class ProviderConfiguration {

	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

	@Bean
	AuthorizationServerSettings authorizationServerSettings() {
		return AuthorizationServerSettings.builder().multipleIssuersAllowed(true).build();
	}

	/** The keys of the issuer that the running request is meant for, and no others. */
	@Bean
	JWKSource<SecurityContext> keysOfIssuer(IssuerKeys keys) {
		return (selector, context) -> {
			var issuer = AuthorizationServerContextHolder.getContext().getIssuer();
			var city = DemoCity.withSlug(issuer.substring(issuer.lastIndexOf('/') + 1)).orElseThrow();
			return selector.select(keys.of(city));
		};
	}

	@Bean
	JwtDecoder jwtDecoder(JWKSource<SecurityContext> keysOfIssuer) {
		return OAuth2AuthorizationServerConfiguration.jwtDecoder(keysOfIssuer);
	}

	@Bean
	PasswordEncoder clientSecrets() {
		return new RandomSecrets();
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http, GatewayClients clients) {
		var signIns = new SignInPerCity();
		var signOut = new SignOutPerCity(signIns, clients);
		http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc((oidc) -> oidc
				.logoutEndpoint((end) -> end.logoutResponseHandler(signOut).errorResponseHandler(signOut)));
		});
		http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
		http.securityContext((context) -> context.securityContextRepository(signIns));
		http.exceptionHandling((exceptions) -> exceptions.defaultAuthenticationEntryPointFor(
				ProviderConfiguration::toSignIn, new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) {
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		http.securityContext((context) -> context.securityContextRepository(new SignInPerCity()));
		http.csrf((csrf) -> csrf.ignoringRequestMatchers("/script-token"));
		http.requestCache((cache) -> cache.requestCache(new HttpSessionRequestCache()));
		http.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY)));
		http.formLogin((login) -> login.loginPage("/login")
			.loginProcessingUrl("/{city}/login")
			.authenticationDetailsSource(CityOfRequest::of)
			.failureHandler((request, response, failure) -> response
				.sendRedirect("/" + CityOfRequest.of(request).slug() + "/login?error")));
		return http.build();
	}

	private static void toSignIn(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException {
		response.sendRedirect("/" + CityOfRequest.of(request).slug() + "/login");
	}

}
