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
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.PhaseDraft;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.wareki.YearMention;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real reform plan O11 of the domain guide ({@link RealDocument}); skipped without
 * it. {@code o11-gold.txt} was written from the document, before there was a reader:
 * offsets, paths, years and hashes.
 */
class OsakaPlanTest {

	private static final String KANA = "アイウエオカキクケコ";

	private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫";

	private String source = "";

	private Reading reading = DocumentReader.read("");

	@BeforeEach
	void read() {
		this.source = RealDocument.O11.text();
		this.reading = Faithful.read(this.source);
	}

	@Test
	void plan_hasEveryFactOfTheGoldList() throws IOException {
		List<String> expected = gold();
		List<String> found = new Facts(this.reading).lines();
		report();
		System.out.printf("O11 facts: %d of %d as in the gold list%n",
				expected.stream().filter(found::contains).count(), expected.size());
		assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
	}

	private void report() {
		PlanDraft plan = plan(this.reading);
		List<CommitmentDraft> items = plan.commitments();
		System.out.printf(
				"O11: %d nodes, %d items, %d initiatives, %d phases, %d targets (%d keyed, %d resolved), %d footnotes%n",
				plan.nodes().size(), items.size(),
				items.stream()
					.flatMap((item) -> item.text(Part.ACTIONS).stream())
					.filter(OsakaPlanTest::isInitiative)
					.count(),
				items.stream().mapToInt((item) -> item.phases().size()).sum(),
				items.stream().mapToInt((item) -> item.targets().size()).sum(),
				targets(items).filter((target) -> !target.key().isEmpty()).count(),
				targets(items).filter((target) -> target.refersTo() != null).count(), plan.glossary().size());
		Map<String, Long> remarks = this.reading.remarks()
			.stream()
			.collect(Collectors.groupingBy((remark) -> remark.key() + (remark.decision() ? " (decision)" : ""),
					TreeMap::new, Collectors.counting()));
		System.out.println("O11 remarks: " + remarks);
		System.out.println("O11 leftovers: " + leftovers(this.reading));
	}

	private static Stream<TargetDraft> targets(List<CommitmentDraft> items) {
		return items.stream().flatMap((item) -> item.targets().stream());
	}

	private static Map<Leftover.Kind, Long> leftovers(Reading reading) {
		return reading.leftovers()
			.stream()
			.collect(Collectors.groupingBy(Leftover::kind, TreeMap::new, Collectors.counting()));
	}

	@Test
	void leftovers_areOnlyTagsRulesAndFormLabels() {
		assertThat(this.reading.leftovers()).extracting(Leftover::kind)
			.containsOnly(Leftover.Kind.TAG, Leftover.Kind.RULE, Leftover.Kind.LABEL);
		TreeSet<String> labels = new TreeSet<>();
		this.reading.leftovers()
			.stream()
			.filter((leftover) -> leftover.kind() == Leftover.Kind.LABEL)
			.forEach((leftover) -> labels.add(Width.key(leftover.text())));
		assertThat(labels).containsExactlyInAnyOrder("事項", "趣旨・目的", "5年間の主な取組", "目標", ":");
	}

	@Test
	void remarks_sayWhatIsOddAndAskAlmostNothing() {
		assertThat(this.reading.remarks()).extracting("key")
			.contains("number-repeated", "sign-read-as", "target-none-by-decision", "year-proposed");
		assertThat(this.reading.decisions()).isEqualTo(1);
		assertThat(this.reading.fiscalYear().value()).isEqualTo(2011);
	}

	@Test
	void textBrokenAtAPageEnd_isOneText() {
		List<Entry> broken = plan(this.reading).commitments()
			.stream()
			.flatMap((item) -> item.text(Part.ACTIONS).stream())
			.filter((entry) -> entry.text().spans().stream().anyMatch((span) -> span.of(this.source).startsWith("立など")))
			.toList();
		assertThat(broken).hasSize(1);
		assertThat(broken.get(0).text().text()).contains("体制の確立など");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jp.meguri.reading.GoalSheetTest#markups")
	void planInAnotherMarkup_hasTheSameParts(String name, UnaryOperator<String> markup) {
		Reading other = Faithful.read(markup.apply(this.source));
		assertThat(shape(other)).containsExactlyElementsOf(shape(this.reading));
		assertThat(leftovers(other)).doesNotContainKey(Leftover.Kind.UNREAD);
	}

	/** Titles, signs with their levels, years and cited initiatives, without places. */
	private static List<String> shape(Reading reading) {
		List<String> shape = new ArrayList<>();
		PlanDraft plan = plan(reading);
		plan.nodes().forEach((node) -> shape.add(node.path() + Width.key(node.title().text())));
		for (CommitmentDraft item : plan.commitments()) {
			shape.add(Width.key(item.number().text() + item.title().text()));
			item.text(Part.ACTIONS)
				.stream()
				.filter((entry) -> entry.level() > 0)
				.forEach((entry) -> shape.add(entry.level() + Width.key(entry.marker())));
			item.phases().forEach((phase) -> {
				shape.add(Width.key(phase.period().text()) + (phase.under() == null));
				phase.actions().forEach((action) -> shape.add(action.level() + Width.key(action.text().text())));
			});
			item.targets()
				.forEach((target) -> shape.add(Width.key(target.key().text() + ":" + target.text().text().text())
						+ (target.refersTo() == null)));
		}
		plan.glossary().forEach((term) -> shape.add(Width.key(term.term().text()).replace("*", "")));
		return shape;
	}

	private static PlanDraft plan(Reading reading) {
		PlanDraft plan = reading.plan();
		assertThat(reading.family()).isEqualTo(Reading.Family.REFORM_PLAN);
		assertThat(plan).isNotNull();
		return plan;
	}

	private static boolean isInitiative(Entry entry) {
		return entry.level() == 1 && entry.marker().length() == 1 && KANA.contains(entry.marker());
	}

	private static List<String> gold() throws IOException {
		try (var in = OsakaPlanTest.class.getResourceAsStream("/o11-gold.txt")) {
			assertThat(in).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

	/** The reading in the words of the gold list. */
	private final class Facts {

		private final Reading reading;

		private final List<String> lines = new ArrayList<>();

		Facts(Reading reading) {
			this.reading = reading;
		}

		List<String> lines() {
			PlanDraft plan = plan(this.reading);
			plan.nodes()
				.forEach((node) -> line("node %d parent %s level %d path %s title %s", node.at(),
						(node.parent() != null) ? node.parent() : "-", node.level(), path(node.path()),
						hashed(node.title())));
			plan.commitments().forEach(this::item);
			plan.glossary()
				.forEach((term) -> line("footnote %d number %d term %s definition %s", term.mark().span().start(),
						number(term.mark().text()), at(term.term()), at(term.definition())));
			return this.lines;
		}

		private void item(CommitmentDraft item) {
			String number = item.number().text();
			line("item %d code %s-%d node %d title %s", item.at(), number.substring(0, 1),
					CIRCLED.indexOf(number.charAt(number.length() - 1)) + 1, item.node(), hashed(item.title()));
			int top = 0;
			for (Entry entry : item.text(Part.ACTIONS)) {
				if (isInitiative(entry)) {
					top = KANA.indexOf(entry.marker()) + 1;
					line("initiative %d item %d path %d", entry.at(), item.at(), top);
				}
				else if (entry.marker().matches("\\([ア-コI]\\)")) {
					int sub = entry.marker().equals("(I)") ? 4 : KANA.indexOf(entry.marker().charAt(1)) + 1;
					assertThat(entry.level()).isEqualTo(2);
					line("sub-initiative %d item %d path %d/%d", entry.at(), item.at(), top, sub);
				}
				else if (!entry.marker().isEmpty()) {
					line(named(entry));
				}
			}
			item.phases().forEach(this::phase);
			item.targets()
				.forEach((target) -> line("target %d key %s refers %s",
						(target.key().isEmpty() && target.text().markerSpan() != null)
								? target.text().markerSpan().start() : target.text().text().span().start(),
						target.key().isEmpty() ? "none" : at(target.key()),
						(target.refersTo() != null) ? target.refersTo() : "-"));
		}

		private String named(Entry entry) {
			return switch (entry.marker()) {
				case "※" -> "note " + entry.at();
				case "◎" -> "box " + entry.at();
				case "・" -> "bullet " + entry.at();
				default -> "detail " + entry.at() + " " + entry.marker();
			};
		}

		private void phase(PhaseDraft phase) {
			boolean several = this.reading.remarks()
				.stream()
				.anyMatch((remark) -> remark.key().equals("phase-covers-several")
						&& remark.span().equals(phase.period().span()));
			line("phase %s %d%s under %s%s actions %d", at(phase.period()),
					YearMention.in(OsakaPlanTest.this.source, phase.period().span()).get(0).fiscalYear(),
					phase.period().text().endsWith("～") ? "~" : "", (phase.under() != null) ? phase.under() : "item",
					several ? " several" : "", phase.actions().size());
			phase.actions()
				.stream()
				.filter((action) -> "※◎".contains(action.marker()) && !action.marker().isEmpty())
				.forEach((action) -> line(named(action)));
		}

		private void line(String format, Object... facts) {
			this.lines.add(format.formatted(facts));
		}

		private static String path(List<Integer> path) {
			return path.stream().map(String::valueOf).collect(Collectors.joining("-"));
		}

		private static int number(String mark) {
			return Integer.parseInt(mark.chars()
				.mapToObj((c) -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
				.collect(Collectors.joining()));
		}

		private static String at(Passage passage) {
			Span span = passage.span();
			return span.start() + "-" + span.end();
		}

		private static String hashed(Passage passage) {
			return at(passage) + " " + sha256(passage.text());
		}

		private static String sha256(String text) {
			try {
				byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
				return HexFormat.of().formatHex(hash, 0, 8);
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
