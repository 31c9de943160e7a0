package jp.meguri.gateway.login;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import jp.meguri.gateway.login.IdentityProperties.CityProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether a provider answers, asked before a browser is sent there: what a browser shows
 * of a dead address helps nobody. However many ask, a provider is asked once a second.
 */
@Component
final class ProviderReach {

	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private static final Duration REMEMBERED = Duration.ofSeconds(1);

	private final Map<String, Mono<Boolean>> ofCity;

	ProviderReach(IdentityProperties settings, ProviderClient client) {
		this.ofCity = settings.cities()
			.stream()
			.collect(Collectors.toUnmodifiableMap(CityProvider::slug, (city) -> asked(city, client)));
	}

	/** Whether the provider of this city answers. */
	Mono<Boolean> of(String city) {
		return this.ofCity.getOrDefault(city, Mono.just(false));
	}

	/** Any answer but one that says it cannot answer is one. */
	private static Mono<Boolean> asked(CityProvider city, ProviderClient client) {
		return client.http()
			.get()
			.uri(city.jwksUri())
			.exchangeToMono((answer) -> answer.releaseBody().thenReturn(!answer.statusCode().is5xxServerError()))
			.timeout(PATIENCE)
			.onErrorReturn(false)
			.cache((up) -> up ? REMEMBERED : Duration.ZERO, (failure) -> Duration.ZERO, () -> Duration.ZERO);
	}

}
