package jp.meguri.evaluation.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.meguri.evaluation.published.PublishedReleases.Listed;

/**
 * The index of a city.
 */
record PublishedCity(String slug, String name, List<Year> years) {

	static PublishedCity of(String slug, String name, List<Listed> releases) {
		Map<Integer, List<Listed>> byYear = releases.stream()
			.collect(Collectors.groupingBy(Listed::fiscalYear, LinkedHashMap::new, Collectors.toList()));
		return new PublishedCity(slug, name,
				byYear.entrySet()
					.stream()
					.map((entry) -> new Year(entry.getKey(), Wareki.fiscalYear(entry.getKey()), entry.getValue()))
					.toList());
	}

	record Year(int year, String label, List<Listed> sheets) {
	}

}
