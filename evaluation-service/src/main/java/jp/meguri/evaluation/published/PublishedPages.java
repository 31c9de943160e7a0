package jp.meguri.evaluation.published;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Municipality;
import jp.meguri.evaluation.published.PublishedReleases.Listed;
import jp.meguri.evaluation.published.PublishedReleases.Published;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

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
	Mono<Rendering> current(@PathVariable String city, @PathVariable String year, @PathVariable String unit,
			ServerWebExchange exchange) {
		return number(year).flatMap((number) -> sheet(city, number, unit, this.releases.current(city, number, unit)))
			.switchIfEmpty(notFound())
			.doOnNext((page) -> secure(exchange));
	}

	@GetMapping("/published/{city}/{year}/{unit}/editions/{edition}")
	Mono<Rendering> edition(@PathVariable String city, @PathVariable String year, @PathVariable String unit,
			@PathVariable String edition, ServerWebExchange exchange) {
		return Mono.zip(number(year), number(edition))
			.flatMap((numbers) -> sheet(city, numbers.getT1(), unit,
					this.releases.edition(city, numbers.getT1(), unit, numbers.getT2())))
			.switchIfEmpty(notFound())
			.doOnNext((page) -> secure(exchange));
	}

	@GetMapping("/published/**")
	Mono<Rendering> nothing(ServerWebExchange exchange) {
		return notFound().doOnNext((page) -> secure(exchange));
	}

	@GetMapping(path = "/published/assets/published.css", produces = "text/css;charset=UTF-8")
	Mono<ResponseEntity<Resource>> style() {
		return Mono.just(ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
			.header("X-Content-Type-Options", "nosniff")
			.body(new ClassPathResource("published-assets/published.css")));
	}

	// What is no number is no address either: the page that is not there.
	private static Mono<Integer> number(String text) {
		return NUMBER.matcher(text).matches() ? Mono.just(Integer.valueOf(text)) : Mono.empty();
	}

	private Mono<Rendering> sheet(String city, int year, String unit, Mono<Published> release) {
		return release.map((published) -> PublishedSheet.of(published.document(), published.superseded()))
			.flatMap((sheet) -> this.releases.editions(city, year, unit).map((editions) -> page(sheet, editions)));
	}

	// A city that has published nothing yet has an empty index; an unknown one has none.
	private Mono<PublishedCity> emptyCity(String slug) {
		return this.directory.municipalityBySlug(slug)
			.filter((city) -> !city.operations())
			.map((Municipality city) -> PublishedCity.of(slug, city.name(), List.of()));
	}

	private static Rendering page(PublishedSheet sheet, List<Listed> editions) {
		List<Listed> others = editions.stream().filter((listed) -> listed.edition() != sheet.edition()).toList();
		boolean newer = others.stream().anyMatch((listed) -> listed.edition() > sheet.edition());
		return page("published/sheet").modelAttribute("sheet", sheet)
			.modelAttribute("otherEditions", others)
			.modelAttribute("newer", newer)
			.build();
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
