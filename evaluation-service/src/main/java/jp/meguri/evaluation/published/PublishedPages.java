package jp.meguri.evaluation.published;

import java.time.Duration;
import java.util.List;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Municipality;
import jp.meguri.evaluation.published.PublishedReleases.Listed;
import jp.meguri.evaluation.published.PublishedReleases.Published;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * 公表ページ: readable by anyone, without signing in and without JavaScript.
 */
@Controller
class PublishedPages {

	private static final CacheControl FRESH = CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();

	private final PublishedReleases releases;

	private final Directory directory;

	PublishedPages(PublishedReleases releases, Directory directory) {
		this.releases = releases;
		this.directory = directory;
	}

	@GetMapping("/published/{city}")
	Mono<Rendering> city(@PathVariable String city, ServerWebExchange exchange) {
		return this.releases.ofCity(city)
			.flatMap((releases) -> releases.isEmpty() ? emptyCity(city)
					: Mono.just(PublishedCity.of(city, releases.get(0).cityName(), releases)))
			.map((index) -> page("published/city").modelAttribute("city", index).build())
			.switchIfEmpty(notFound())
			.doOnNext((rendering) -> secure(exchange));
	}

	@GetMapping("/published/{city}/{year}/{unit}")
	Mono<Rendering> current(@PathVariable String city, @PathVariable int year, @PathVariable String unit,
			ServerWebExchange exchange) {
		return sheet(city, year, unit, this.releases.current(city, year, unit)).doOnNext((page) -> secure(exchange));
	}

	@GetMapping("/published/{city}/{year}/{unit}/editions/{edition}")
	Mono<Rendering> edition(@PathVariable String city, @PathVariable int year, @PathVariable String unit,
			@PathVariable int edition, ServerWebExchange exchange) {
		return sheet(city, year, unit, this.releases.edition(city, year, unit, edition))
			.doOnNext((page) -> secure(exchange));
	}

	private Mono<Rendering> sheet(String city, int year, String unit, Mono<Published> release) {
		return release.map((published) -> PublishedSheet.of(published.document(), published.superseded()))
			.flatMap((sheet) -> this.releases.editions(city, year, unit).map((editions) -> page(sheet, editions)))
			.switchIfEmpty(notFound());
	}

	// A city that has published nothing yet has an empty index; an unknown one has none.
	private Mono<PublishedCity> emptyCity(String slug) {
		return this.directory.municipalityBySlug(slug)
			.filter((city) -> !city.operations())
			.map((Municipality city) -> PublishedCity.of(slug, city.name(), List.of()));
	}

	private static Rendering page(PublishedSheet sheet, List<Listed> editions) {
		List<Listed> others = editions.stream().filter((listed) -> listed.edition() != sheet.edition()).toList();
		return page("published/sheet").modelAttribute("sheet", sheet).modelAttribute("otherEditions", others).build();
	}

	private static Rendering.Builder<?> page(String view) {
		return Rendering.view(view).header("Cache-Control", FRESH.getHeaderValue());
	}

	private static Mono<Rendering> notFound() {
		return Mono.fromSupplier(() -> Rendering.view("published/not-found").status(HttpStatus.NOT_FOUND).build());
	}

	private static void secure(ServerWebExchange exchange) {
		PageSecurity.apply(exchange.getResponse().getHeaders());
	}

}
