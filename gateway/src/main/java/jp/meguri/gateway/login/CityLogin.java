package jp.meguri.gateway.login;

import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2LoginSpec;

/**
 * How browsers sign in. A type of its own: a bean of Spring's {@code Customizer} would be
 * applied to every filter chain there is.
 */
@FunctionalInterface
public interface CityLogin {

	void configure(OAuth2LoginSpec login);

}
