package jp.meguri.evaluation.published;

import java.util.Comparator;
import java.util.List;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Municipality;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The cities there are: names and short names, for the sign-in page and for readers.
 */
@RestController
class PublishingCities {

	private final Directory directory;

	PublishingCities(Directory directory) {
		this.directory = directory;
	}

	@GetMapping("/api/public/cities")
	Mono<Cities> cities() {
		return this.directory.municipalities().map(Cities::of);
	}

	record Cities(List<City> items) {

		static Cities of(List<Municipality> all) {
			return new Cities(all.stream()
				.filter((city) -> !city.operations())
				.sorted(Comparator.comparing(Municipality::slug))
				.map((city) -> new City(city.slug(), city.name()))
				.toList());
		}

	}

	record City(String slug, String name) {
	}

}
