package jp.meguri.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.GradeLegend;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real progress sheet K23 of the domain guide ({@link RealDocument}); skipped without
 * it. Its boxes come out of order. {@code k23-gold.txt} was written from the document,
 * before there was a reader, by somebody who understands it; the reader may leave a fact
 * untied and remark it, but must never tie it wrongly.
 */
class KadomaProgressTest {

	private String source = "";

	private Reading reading = DocumentReader.read("");

	@BeforeEach
	void read() {
		this.source = RealDocument.K23.text();
		this.reading = Faithful.read(this.source);
	}

	@Test
	void sheet_hasTheFactsOfTheGoldListAndNoOther() throws IOException {
		Map<String, String> found = facts();
		Map<String, List<String>> wrong = new TreeMap<>();
		Map<String, Integer> same = new TreeMap<>();
		Map<String, Integer> untied = new TreeMap<>();
		for (String line : gold()) {
			String[] fact = split(line);
			String kind = kind(fact[0]);
			String value = found.get(fact[0]);
			if (fact[1].equals(value)) {
				same.merge(kind, 1, Integer::sum);
			}
			else if (value == null) {
				untied.merge(kind, 1, Integer::sum);
			}
			else {
				wrong.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(line + " was " + value);
			}
		}
		report(same, untied, wrong);
		assertThat(wrong).isEmpty();
		assertThat(same).containsEntry("node", 31)
			.containsEntry("title", 25)
			.containsEntry("step", 25)
			.containsEntry("grade", 25);
	}

	private void report(Map<String, Integer> same, Map<String, Integer> untied, Map<String, List<String>> wrong) {
		PlanDraft plan = plan(this.reading);
		System.out.printf("K23: %d nodes, %d items, %d with grade, %d with next step, legend of %d grades%n",
				plan.nodes().size(), plan.commitments().size(),
				plan.commitments().stream().filter((item) -> item.grade() != null).count(),
				plan.commitments().stream().filter((item) -> item.nextStep() != null).count(), plan.grades().size());
		System.out.println("K23 facts as in the gold list: " + same);
		System.out.println("K23 facts left untied: " + untied);
		System.out.println("K23 facts tied wrongly: " + wrong);
		System.out.println("K23 remarks: " + this.reading.remarks()
			.stream()
			.collect(Collectors.groupingBy((remark) -> remark.key() + (remark.decision() ? " (decision)" : ""),
					TreeMap::new, Collectors.counting())));
		System.out.println("K23 leftovers: " + leftovers(this.reading));
	}

	private static Map<Leftover.Kind, Long> leftovers(Reading reading) {
		return reading.leftovers()
			.stream()
			.collect(Collectors.groupingBy(Leftover::kind, TreeMap::new, Collectors.counting()));
	}

	@Test
	void nineItems_keepTheirGradeOrNextStepOpen() {
		List<CommitmentDraft> items = plan(this.reading).commitments();
		List<CommitmentDraft> open = items.stream()
			.filter((item) -> item.grade() == null || item.nextStep() == null)
			.toList();
		assertThat(open).hasSize(9);
		assertThat(open).allSatisfy((item) -> assertThat(this.reading.remarks())
			.anyMatch((remark) -> remark.decision() && remark.span().start() == item.at()
					&& (remark.key().equals("grade-untied") || remark.key().equals("step-untied"))));
		assertThat(open.stream().filter((item) -> item.grade() == null)).hasSize(3);
		assertThat(open.stream().filter((item) -> item.nextStep() == null)).hasSize(6);
	}

	@Test
	void whatIsUnread_isRemarked() {
		List<Span> asked = this.reading.remarks().stream().map(Remark::span).toList();
		assertThat(this.reading.leftovers()).filteredOn((leftover) -> leftover.kind() == Leftover.Kind.UNREAD)
			.allMatch((leftover) -> asked.stream()
				.anyMatch((span) -> span.start() <= leftover.span().start() && leftover.span().end() <= span.end()));
	}

	@Test
	void legendAndYear_areThoseOfTheSheet() {
		assertThat(plan(this.reading).grades()).extracting(GradeLegend::code).containsExactly("A", "B");
		assertThat(this.reading.fiscalYear().value()).isEqualTo(2023);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jp.meguri.reading.ProgressSheetTest#markups")
	void sheetInAnotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		Reading other = Faithful.read(markup.apply(this.source));
		assertThat(ProgressSheetTest.shape(other)).containsExactlyElementsOf(ProgressSheetTest.shape(this.reading));
	}

	private static PlanDraft plan(Reading reading) {
		assertThat(reading.family()).isEqualTo(Reading.Family.PLAN_PROGRESS);
		PlanDraft plan = reading.plan();
		assertThat(plan).isNotNull();
		return plan;
	}

	/** What a line is about, and what it says. */
	private static String[] split(String line) {
		String[] words = line.split(" ", 4);
		return words[0].equals("item")
				? new String[] { String.join(" ", words[0], words[1],
						words[2].equals("section") ? "section " + words[3].split(" ")[0].split("-")[0] : words[2]),
						words[3] }
				: words[0].equals("legend") ? new String[] { line, "" }
						: new String[] { words[0] + " " + words[1], words[2] + " " + words[3] };
	}

	private static String kind(String key) {
		String[] words = key.split(" ");
		return words[0].equals("item") ? words[2] : words[0];
	}

	private Map<String, String> facts() {
		Map<String, String> facts = new TreeMap<>();
		PlanDraft plan = plan(this.reading);
		Map<Integer, PlanDraft.NodeDraft> nodes = new TreeMap<>();
		plan.nodes().forEach((node) -> {
			nodes.put(node.at(), node);
			String path = node.path().stream().map(String::valueOf).collect(Collectors.joining("-"));
			facts.put("node " + node.at(),
					"level %d parent %s path %s title %s %s notes %d".formatted(node.level(),
							(node.parent() != null) ? node.parent() : "-", path.isEmpty() ? "-" : path,
							at(node.title().span()), sha256(node.title().text()), node.notes().size()));
		});
		plan.grades().forEach((grade) -> facts.put("legend " + grade.code(), ""));
		for (CommitmentDraft item : plan.commitments()) {
			String key = "item " + item.at() + " ";
			facts.put(key + "title", at(item.title().span()) + " " + sha256(item.title().text()));
			if (item.node() != null && nodes.get(item.node()).level() == 3) {
				facts.put(key + "category", String.valueOf(item.node()));
			}
			item.responsibilities()
				.forEach((lead) -> facts.put(key + "section " + lead.name().span().start(),
						at(lead.name().span()) + " " + lead.role()));
			texts(item, Part.PROGRESS, key + "progress", facts);
			texts(item, Part.ISSUES, key + "issues", facts);
			facts.put(key + "step", (item.nextStep() != null) ? item.nextStep().step().name() : "untied");
			facts.put(key + "grade", (item.grade() != null) ? item.grade().code() : "untied");
		}
		return facts;
	}

	private static void texts(CommitmentDraft item, Part part, String key, Map<String, String> facts) {
		List<Entry> entries = item.text(part);
		if (!entries.isEmpty()) {
			Span last = entries.get(entries.size() - 1).text().span();
			String text = entries.stream()
				.map((entry) -> entry.marker() + entry.text().text())
				.collect(Collectors.joining());
			facts.put(key, entries.get(0).at() + "-" + last.end() + " " + sha256(text));
		}
	}

	private static String at(Span span) {
		return span.start() + "-" + span.end();
	}

	private static String sha256(String text) {
		try {
			byte[] bytes = text.replaceAll("[\\s　]", "").getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> gold() throws IOException {
		try (var in = KadomaProgressTest.class.getResourceAsStream("/k23-gold.txt")) {
			assertThat(in).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

}
