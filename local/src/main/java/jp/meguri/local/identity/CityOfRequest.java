package jp.meguri.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Which city's provider a request is meant for: the first part of its path.
 */
final class CityOfRequest {

	private CityOfRequest() {
	}

	static Optional<DemoCity> find(HttpServletRequest request) {
		var parts = request.getRequestURI().split("/", 3);
		return (parts.length > 1) ? DemoCity.withSlug(parts[1]) : Optional.empty();
	}

	/** Behind {@link AddressRule}, which lets no other request pass. */
	static DemoCity of(HttpServletRequest request) {
		return find(request).orElseThrow();
	}

}
