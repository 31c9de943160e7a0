package jp.meguri.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Somebody signed in at one city is nobody at the next, although both share a cookie.
 */
final class SignInPerCity implements SecurityContextRepository {

	private final Map<String, SecurityContextRepository> ofCity = DemoCity.ALL.stream()
		.map(DemoCity::slug)
		.collect(Collectors.toUnmodifiableMap(Function.identity(), SignInPerCity::repository));

	private static SecurityContextRepository repository(String slug) {
		var repository = new HttpSessionSecurityContextRepository();
		repository.setSpringSecurityContextKey("SIGNED_IN_AT_" + slug);
		return repository;
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return CityOfRequest.find(request)
			.map(this::repository)
			.map((city) -> city.loadDeferredContext(request))
			.orElseGet(Nobody::new);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		repository(CityOfRequest.of(request)).saveContext(context, request, response);
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return CityOfRequest.find(request).map((city) -> repository(city).containsContext(request)).orElse(false);
	}

	private SecurityContextRepository repository(DemoCity city) {
		return Objects.requireNonNull(this.ofCity.get(city.slug()));
	}

	private static final class Nobody implements DeferredSecurityContext {

		@Override
		public SecurityContext get() {
			return SecurityContextHolder.createEmptyContext();
		}

		@Override
		public boolean isGenerated() {
			return true;
		}

	}

}
