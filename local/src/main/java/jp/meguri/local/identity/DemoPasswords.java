package jp.meguri.local.identity;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks login name and password against the list of the city whose page was used. The
 * factor tells when: ID tokens carry that time.
 */
@Component
final class DemoPasswords implements AuthenticationProvider {

	@Override
	public Authentication authenticate(Authentication attempt) {
		var city = (DemoCity) attempt.getDetails();
		if (!DemoCity.PASSWORD.equals(attempt.getCredentials())) {
			throw new BadCredentialsException("Wrong password");
		}
		return city.person(attempt.getName())
			.map((person) -> UsernamePasswordAuthenticationToken.authenticated(person.login(), null,
					List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))))
			.orElseThrow(() -> new BadCredentialsException("Unknown person"));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
