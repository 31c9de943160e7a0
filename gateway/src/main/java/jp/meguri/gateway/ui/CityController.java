package jp.meguri.gateway.ui;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import jp.meguri.directory.Directory;
import jp.meguri.directory.Municipality;
import jp.meguri.gateway.login.IdentityProperties;

/**
 * The cities one can sign in to, by name, for the page that asks. Readable by anyone: it
 * says no more than their public pages do.
 */
@RestController
class CityController {

	private final Directory directory;

	private final IdentityProperties identity;

	CityController(Directory directory, IdentityProperties identity) {
		this.directory = directory;
		this.identity = identity;
	}

	@GetMapping("/api/public/cities")
	Mono<CitiesView> cities() {
		return Flux.fromIterable(this.identity.cities())
			.concatMap((provider) -> this.directory.municipalityBySlug(provider.slug()))
			.filter((city) -> !city.operations())
			.map(CityView::of)
			.collectList()
			.map(CitiesView::new);
	}

	record CitiesView(List<CityView> items) {
	}

	record CityView(String slug, String name) {

		static CityView of(Municipality city) {
			return new CityView(city.slug(), city.name());
		}

	}

}
