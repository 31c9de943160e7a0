package jp.meguri.local.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The issuer is derived from the request's address, so only the addresses of the demo
 * cities under {@code localhost} may pass: nobody gets a token that names another issuer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AddressRule extends OncePerRequestFilter {

	private static final Set<String> OPEN = Set.of("/", "/error", "/mail", "/script-token");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!"localhost".equals(request.getServerName())) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST, "The provider answers as localhost only");
		}
		else if (isOpen(request.getRequestURI()) || CityOfRequest.find(request).isPresent()) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
	}

	private static boolean isOpen(String path) {
		return OPEN.contains(path) || path.startsWith("/mail/");
	}

}
