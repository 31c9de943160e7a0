package jp.meguri.evaluation.published;

import java.time.Duration;
import jp.meguri.evaluation.published.PublishedReleases.Published;
import jp.meguri.web.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The documents themselves: canonical bytes, with their SHA-256 as ETag.
 */
@RestController
@RequestMapping("/api/public/{city}/{year}/{unit}")
class PublishedDocuments {

	private static final CacheControl FRESH = CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();

	private final PublishedReleases releases;

	PublishedDocuments(PublishedReleases releases) {
		this.releases = releases;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> current(@PathVariable String city, @PathVariable Integer year,
			@PathVariable String unit) {
		return answer(this.releases.current(city, year, unit));
	}

	@GetMapping("/editions/{edition}")
	Mono<ResponseEntity<byte[]>> edition(@PathVariable String city, @PathVariable Integer year,
			@PathVariable String unit, @PathVariable Integer edition) {
		return answer(this.releases.edition(city, year, unit, edition));
	}

	private static Mono<ResponseEntity<byte[]>> answer(Mono<Published> release) {
		return release
			.map((published) -> ResponseEntity.ok()
				.eTag("\"" + published.document().sha256() + "\"")
				.cacheControl(FRESH)
				.header("X-Content-Type-Options", "nosniff")
				.contentType(MediaType.APPLICATION_JSON)
				.body(published.document().bytes()))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

}
