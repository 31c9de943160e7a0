package jp.meguri.local.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Signing out at one city leaves the sign-ins at others, and leads back to Meguri.
 */
final class SignOutPerCity implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final SignInPerCity signIns;

	private final GatewayClients clients;

	private final OidcLogoutAuthenticationSuccessHandler answer = new OidcLogoutAuthenticationSuccessHandler();

	SignOutPerCity(SignInPerCity signIns, GatewayClients clients) {
		this.signIns = signIns;
		this.clients = clients;
		this.answer.setLogoutHandler((request, response, person) -> end(request, response));
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		this.answer.onAuthenticationSuccess(request, response, authentication);
	}

	/**
	 * After a restart nobody is signed in, and no token is known: there is nothing to
	 * end. Whoever is signed in is not signed out by a token that is not theirs.
	 */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refusal) throws IOException {
		var home = request.getParameter("post_logout_redirect_uri");
		var client = this.clients.findByClientId(GatewayClients.CLIENT_ID);
		if (!this.signIns.containsContext(request) && client != null
				&& client.getPostLogoutRedirectUris().contains(home)) {
			response.sendRedirect(home);
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	private void end(HttpServletRequest request, HttpServletResponse response) {
		SecurityContextHolder.clearContext();
		this.signIns.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
	}

}
