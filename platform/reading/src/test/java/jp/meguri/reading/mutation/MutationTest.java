package jp.meguri.reading.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import jp.meguri.reading.Faithful;
import jp.meguri.reading.SampleSheet;
import jp.meguri.reading.draft.Reading;

/**
 * Documents of all families, damaged further by seed: the invented samples, and the real
 * ones where they are (see {@link jp.meguri.reading.ToyonakaSheetTest}). Every reading is
 * faithful, and keeps what {@link Floors} asks of its family.
 * {@code -Dmeguri.mutations=N} tries other numbers of seeds;
 * {@code -Dmeguri.mutations.document=K23} tries one document alone; it lists what is
 * wrong or missing, as {@code -Dmeguri.mutations.show=true} does for all.
 */
class MutationTest {

	private static final int SEEDS = Integer.getInteger("meguri.mutations", 1_000);

	private static final String ONLY = System.getProperty("meguri.mutations.document", "");

	private static final boolean SHOW = !ONLY.isEmpty() || Boolean.getBoolean("meguri.mutations.show");

	/** The seed whose damaged document is printed; none by default. */
	private static final int PRINTED = Integer.getInteger("meguri.mutations.print", -1);

	/** Small documents come up more often than the real ones. */
	private static final int SAMPLES = 3;

	private static final Map<String, String> REAL = Map.of("T20", "000_312b01cd583a9926.txt", "O11",
			"002_f6dabd23c99f11df.txt", "K23", "003_d53926615c04e955.txt", "M20", "004_2935a94095a34f24.txt");

	static Map<String, String> documents() throws IOException {
		Map<String, String> documents = new LinkedHashMap<>();
		documents.put("civic", SampleSheet.civic());
		documents.put("environment", SampleSheet.environment());
		documents.put("otherForm", SampleSheet.otherForm());
		documents.put("reform", SampleSheet.reform());
		documents.put("reformOtherForm", SampleSheet.reformOtherForm());
		documents.put("results", SampleSheet.results());
		documents.put("resultsOtherForm", SampleSheet.resultsOtherForm());
		documents.put("progress", SampleSheet.progress());
		documents.put("progressOtherForm", SampleSheet.progressOtherForm());
		Path folder = Path.of(System.getProperty("meguri.documents", "../../../shared/documents"));
		for (String name : List.of("T20", "O11", "K23", "M20")) {
			Path path = folder.resolve(REAL.getOrDefault(name, ""));
			if (Files.isRegularFile(path)) {
				documents.put(name, Files.readString(path));
			}
		}
		if (!ONLY.isEmpty()) {
			documents.keySet().retainAll(Set.of(ONLY));
		}
		return documents;
	}

	@Test
	void damagedDocuments_keepTheirFactsAndSayNothingWrong() throws IOException {
		Map<String, String> documents = documents();
		Map<String, Reading> originals = new HashMap<>();
		documents.forEach((name, source) -> originals.put(name, Faithful.read(source)));
		List<String> order = order(documents);
		Map<Reading.Family, Map<Mutation, Sum>> sums = new TreeMap<>();
		for (int seed = 0; seed < SEEDS; seed++) {
			String name = order.get(seed % order.size());
			Reading original = Objects.requireNonNull(originals.get(name));
			String source = documents.getOrDefault(name, "");
			Mutation mutation = Mutation.values()[(seed / order.size()) % Mutation.values().length];
			Mutant mutant = new Mutant(source);
			mutation.damage(mutant, new Random(seed));
			Comparison comparison = Comparison.of(Fact.of(original), source.length(), mutant,
					Faithful.read(mutant.text()));
			sums.computeIfAbsent(original.family(), (key) -> new TreeMap<>())
				.computeIfAbsent(mutation, (key) -> new Sum())
				.add(comparison);
			if (seed == PRINTED) {
				System.out.println(mutant.text());
			}
			if (SHOW) {
				String place = name + " " + seed + " " + mutation;
				comparison.wrong().forEach((fact) -> System.out.println(place + " wrong " + fact));
				comparison.silent().forEach((fact) -> System.out.println(place + " silent " + fact));
			}
		}
		sums.forEach((family, all) -> all
			.forEach((mutation, sum) -> System.out.printf("%-14s %-11s %s%n", family, mutation, sum)));
		if (!ONLY.isEmpty()) {
			return;
		}
		sums.forEach((family, all) -> all.forEach((mutation, sum) -> Floors.of(family, mutation)
			.check(family + " " + mutation, sum.facts, sum.found, sum.wrong, sum.silent)));
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

		private final List<String> silent = new ArrayList<>();

		private final List<String> wrong = new ArrayList<>();

		void add(Comparison comparison) {
			this.seeds++;
			this.facts += comparison.facts();
			this.found += comparison.found();
			this.silent.addAll(comparison.silent());
			this.wrong.addAll(comparison.wrong());
		}

		@Override
		public String toString() {
			return "seeds %3d, facts %6d, recall %.3f, missing without a word %d, wrong %d".formatted(this.seeds,
					this.facts, this.found / (double) Math.max(1, this.facts), this.silent.size(), this.wrong.size());
		}

	}

}
