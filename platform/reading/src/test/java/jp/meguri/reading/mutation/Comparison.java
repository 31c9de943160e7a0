package jp.meguri.reading.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * What became of the facts of a document in the reading of its mutant.
 *
 * @param facts facts of the original of which enough characters are left
 * @param found those the mutant's reading says too
 * @param silent those it neither says nor leaves with a remark or a leftover
 * @param wrong what the mutant's reading says and the original does not
 */
record Comparison(int facts, int found, List<String> silent, List<String> wrong) {

	/** Less of a fact left than this, and nobody can know it any more. */
	private static final double LEFT = 0.6;

	private static final double SAID = 0.7;

	private static final double FOREIGN = 0.3;

	static Comparison of(List<Fact> truth, int length, Mutant mutant, Reading reading) {
		List<Fact> said = Fact.of(reading);
		@Nullable String[] labels = new String[length];
		truth.forEach((fact) -> fact.characters().forEach((i) -> labels[i] = fact.owner() + " " + fact.field()));
		Map<Integer, String> owners = owners(truth, length, mutant, said);
		@Nullable String[] saidLabels = new String[length];
		List<String> wrong = new ArrayList<>();
		for (Fact fact : said) {
			String label = owners.get(fact.owner()) + " " + fact.field();
			int own = 0;
			int foreign = 0;
			for (int i : fact.characters().map(mutant::origin).filter((o) -> o >= 0).toArray()) {
				saidLabels[i] = label;
				if (Objects.equals(labels[i], label)) {
					own++;
				}
				else if (fact.exact() || labels[i] != null) {
					foreign++;
				}
			}
			boolean isWrong = fact.exact() ? foreign > own : foreign > FOREIGN * (own + foreign);
			if (isWrong) {
				wrong.add(label + ": " + words(fact, mutant));
			}
		}
		return count(truth, mutant, reading, saidLabels, wrong);
	}

	private static String words(Fact fact, Mutant mutant) {
		StringBuilder words = new StringBuilder();
		fact.characters().limit(40).forEach((i) -> words.append(mutant.charAt(i)));
		return words.toString();
	}

	/** Whose characters an owner of the mutant's reading mostly holds. */
	private static Map<Integer, String> owners(List<Fact> truth, int length, Mutant mutant, List<Fact> said) {
		int[] ownerAt = new int[length];
		Arrays.fill(ownerAt, Fact.SHEET);
		truth.forEach((fact) -> fact.characters().forEach((i) -> ownerAt[i] = fact.owner()));
		Map<Integer, Map<Integer, Integer>> votes = new HashMap<>();
		for (Fact fact : said) {
			fact.characters()
				.map(mutant::origin)
				.filter((o) -> o >= 0)
				.forEach((o) -> votes.computeIfAbsent(fact.owner(), (owner) -> new HashMap<>())
					.merge(ownerAt[o], 1, Integer::sum));
		}
		Map<Integer, String> owners = new HashMap<>();
		votes.forEach((owner, count) -> owners.put(owner,
				String.valueOf(count.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey())));
		owners.put(Fact.SHEET, String.valueOf(Fact.SHEET));
		return owners;
	}

	private static Comparison count(List<Fact> truth, Mutant mutant, Reading reading, @Nullable String[] saidLabels,
			List<String> wrong) {
		int[] places = new int[saidLabels.length];
		Arrays.fill(places, -1);
		for (int i = 0; i < mutant.length(); i++) {
			if (mutant.origin(i) >= 0) {
				places[mutant.origin(i)] = i;
			}
		}
		boolean[] noted = noted(mutant, reading);
		int facts = 0;
		int found = 0;
		List<String> silent = new ArrayList<>();
		for (Fact fact : truth) {
			int[] left = fact.characters().filter((i) -> places[i] >= 0).toArray();
			if (left.length == 0 || left.length < LEFT * fact.characters().count()) {
				continue;
			}
			facts++;
			String label = fact.owner() + " " + fact.field();
			long same = Arrays.stream(left).filter((i) -> label.equals(saidLabels[i])).count();
			if (same >= SAID * left.length) {
				found++;
			}
			else if (Arrays.stream(left).noneMatch((i) -> noted[places[i]])) {
				silent.add(label + ": " + words(fact, left, places, mutant));
			}
		}
		return new Comparison(facts, found, silent, wrong);
	}

	private static String words(Fact fact, int[] left, int[] places, Mutant mutant) {
		StringBuilder words = new StringBuilder();
		Arrays.stream(left).limit(40).forEach((i) -> words.append(mutant.charAt(places[i])));
		return words.toString();
	}

	private static boolean[] noted(Mutant mutant, Reading reading) {
		boolean[] noted = new boolean[mutant.length()];
		List<Span> spans = new ArrayList<>(reading.leftovers().stream().map(Leftover::span).toList());
		spans.addAll(reading.remarks().stream().map(Remark::span).toList());
		spans.forEach((span) -> Arrays.fill(noted, span.start(), span.end(), true));
		return noted;
	}

}
