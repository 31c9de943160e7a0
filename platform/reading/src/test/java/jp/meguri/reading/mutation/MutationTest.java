package jp.meguri.reading.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jp.meguri.reading.Faithful;
import jp.meguri.reading.SampleSheet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents of all families, damaged further by seed: the invented samples, and the real
 * ones where they are (see {@link jp.meguri.reading.ToyonakaSheetTest}). Every reading is
 * faithful; benign damage keeps nine facts of ten; what result sheets say after it is
 * never wrong. {@code -Dmeguri.mutations=N} tries other numbers of seeds.
 */
class MutationTest {

	private static final int SEEDS = Integer.getInteger("meguri.mutations", 1_000);

	/** Small documents come up more often than the real ones. */
	private static final int SAMPLES = 3;

	private static final Map<String, String> REAL = Map.of("T20", "000_312b01cd583a9926.txt", "O11",
			"002_f6dabd23c99f11df.txt", "K23", "003_d53926615c04e955.txt", "M20", "004_2935a94095a34f24.txt");

	private static final Set<String> RESULT_SHEETS = Set.of("M20", "results", "resultsOtherForm");

	/** Facts told wrongly of a thousand, all families together. */
	private static final int MOST_WRONG = 30;

	static Map<String, String> documents() throws IOException {
		Map<String, String> documents = new LinkedHashMap<>();
		documents.put("civic", SampleSheet.civic());
		documents.put("environment", SampleSheet.environment());
		documents.put("otherForm", SampleSheet.otherForm());
		documents.put("reform", SampleSheet.reform());
		documents.put("reformOtherForm", SampleSheet.reformOtherForm());
		documents.put("results", SampleSheet.results());
		documents.put("resultsOtherForm", SampleSheet.resultsOtherForm());
		Path folder = Path.of(System.getProperty("meguri.documents", "../../../shared/documents"));
		for (String name : List.of("T20", "O11", "K23", "M20")) {
			Path path = folder.resolve(REAL.getOrDefault(name, ""));
			if (Files.isRegularFile(path)) {
				documents.put(name, Files.readString(path));
			}
		}
		return documents;
	}

	@Test
	void damagedDocuments_keepTheirFactsAndSayNothingWrong() throws IOException {
		Map<String, String> documents = documents();
		Map<String, List<Fact>> truths = new HashMap<>();
		documents.forEach((name, source) -> truths.put(name, Fact.of(Faithful.read(source))));
		List<String> order = order(documents);
		Map<Mutation, Sum> sums = new EnumMap<>(Mutation.class);
		Sum results = new Sum();
		for (int seed = 0; seed < SEEDS; seed++) {
			String name = order.get(seed % order.size());
			String source = documents.getOrDefault(name, "");
			Mutation mutation = Mutation.values()[(seed / order.size()) % Mutation.values().length];
			Mutant mutant = new Mutant(source);
			mutation.damage(mutant, new Random(seed));
			Comparison comparison = Comparison.of(truths.getOrDefault(name, List.of()), source.length(), mutant,
					Faithful.read(mutant.text()));
			sums.computeIfAbsent(mutation, (key) -> new Sum()).add(comparison);
			if (mutation.isBenign() && RESULT_SHEETS.contains(name)) {
				results.add(comparison);
			}
		}
		sums.forEach((mutation, sum) -> System.out.printf("%-11s %s%n", mutation, sum));
		assertThat(results.wrong).isEmpty();
		sums.forEach((mutation, sum) -> {
			assertThat(sum.found).as(mutation.name()).isGreaterThan(mutation.isBenign() ? sum.facts * 9 / 10 : 0);
			assertThat(sum.wrong).as(mutation.name()).hasSizeLessThanOrEqualTo(sum.facts * MOST_WRONG / 1_000);
		});
	}

	private static List<String> order(Map<String, String> documents) {
		List<String> order = new ArrayList<>();
		for (int i = 0; i < SAMPLES; i++) {
			documents.keySet().stream().filter((name) -> !REAL.containsKey(name)).forEach(order::add);
		}
		documents.keySet().stream().filter(REAL::containsKey).forEach(order::add);
		return order;
	}

	private static final class Sum {

		private int seeds;

		private int facts;

		private int found;

		private int silent;

		private final List<String> wrong = new ArrayList<>();

		void add(Comparison comparison) {
			this.seeds++;
			this.facts += comparison.facts();
			this.found += comparison.found();
			this.silent += comparison.silent().size();
			this.wrong.addAll(comparison.wrong());
		}

		@Override
		public String toString() {
			return "seeds %3d, facts %6d, recall %.3f, missing without a word %d, wrong %d".formatted(this.seeds,
					this.facts, this.found / (double) Math.max(1, this.facts), this.silent, this.wrong.size());
		}

	}

}
