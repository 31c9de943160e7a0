package jp.meguri.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The real sheet M20 of the domain guide, looked for as {@link ToyonakaSheetTest} does.
 * What is expected of it stands in {@code m20-gold.txt}: places from first to last
 * character and hashes without blanks, taken from the document by eye before the reader
 * existed. Lines {@code damaged} name places that were damaged by extraction: a remark
 * must stand there.
 */
class MinamiAlpsSheetTest {

	private static final Path DOCUMENT = documents().resolve("004_2935a94095a34f24.txt");

	private String source = "";

	private Reading reading = DocumentReader.read("");

	private static Path documents() {
		String configured = System.getProperty("meguri.documents");
		return (configured != null) ? Path.of(configured) : Path.of("../../../shared/documents");
	}

	@BeforeEach
	void read() throws IOException {
		assumeTrue(Files.exists(DOCUMENT), () -> "the real document is not here: " + DOCUMENT.toAbsolutePath());
		this.source = SourceDocument.decode("m20", Files.readAllBytes(DOCUMENT)).text();
		this.reading = Faithful.read(this.source);
	}

	@Test
	void reading_equalsTheGoldList() throws IOException {
		assertThat(PlanGold.of(this.reading)).containsExactlyElementsOf(
				gold().filter((line) -> !line.startsWith("damaged") && !line.startsWith("count")).toList());
	}

	@Test
	void damagedPlaces_haveARemark() throws IOException {
		List<Span> remarked = this.reading.remarks().stream().map(Remark::span).toList();
		gold().filter((line) -> line.startsWith("damaged")).forEach((line) -> {
			String[] place = line.split(" ")[2].split("-");
			Span damaged = new Span(Integer.parseInt(place[0]), Integer.parseInt(place[1]));
			assertThat(remarked).as(line)
				.anyMatch((span) -> span.start() <= damaged.start() && damaged.end() <= span.end());
		});
	}

	private static Stream<String> gold() throws IOException {
		try (var in = MinamiAlpsSheetTest.class.getResourceAsStream("/m20-gold.txt")) {
			assertThat(in).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
		}
	}

	@Test
	void reading_findsEveryPartOfTheSheet() throws IOException {
		assertThat(this.reading.family()).isEqualTo(Reading.Family.PDCA_RESULTS);
		assertThat(this.reading.fiscalYear().value()).isEqualTo(2020);
		assertThat(this.reading.fiscalYear().evidence()).hasSizeGreaterThan(10);
		List<CommitmentDraft> rows = plan(this.reading).commitments();
		List<Integer> levels = Stream.of(1, 2, 3).map(this::nodes).toList();
		List<String> grades = rows.stream()
			.map((row) -> (row.grade() != null) ? row.grade().code() : "none")
			.sorted()
			.toList();
		long targets = rows.stream().filter((row) -> !row.targets().isEmpty()).count();
		long leaderless = rows.stream().filter((row) -> !has(row, Role.PRIMARY)).count();
		System.out.printf("M20: nodes %s, rows %d, with targets %d (%d targets), grades %s, without lead %d%n", levels,
				rows.size(), targets, rows.stream().mapToInt((row) -> row.targets().size()).sum(),
				PlanGold.count(grades), leaderless);
		System.out.printf("M20: remarks %d, decisions %d: %s%n", this.reading.remarks().size(),
				this.reading.decisions(), PlanGold.count(this.reading.remarks().stream().map(Remark::key).toList()));
		System.out.printf("M20: leftovers %s, characters unread %d of %d%n",
				PlanGold.count(this.reading.leftovers().stream().map((left) -> left.kind().name()).toList()),
				unread().mapToInt((left) -> left.text().length()).sum(), this.source.length());
		assertThat(levels).containsExactly(4, 5, 12);
		assertThat(rows).hasSize(38);
		assertThat(PlanGold.count(grades)).isEqualTo(java.util.Map.of("A", 10L, "B", 26L, "C", 1L, "none", 1L));
		assertThat(leaderless).isEqualTo(5);
		assertThat(this.reading.decisions()).isLessThanOrEqualTo(50);
	}

	private int nodes(int level) {
		return (int) plan(this.reading).nodes().stream().filter((node) -> node.level() == level).count();
	}

	private static boolean has(CommitmentDraft row, Role role) {
		return row.responsibilities().stream().anyMatch((one) -> one.role() == role);
	}

	@Test
	void levels_haveTheNamesOfTheForm() {
		assertThat(plan(this.reading).nodes()).extracting(NodeDraft::levelName)
			.containsOnly("基本方針", "取り組みの方針", "取り組みの項目");
	}

	@Test
	void primaryIsMarked_orTheOnlyOne() {
		for (CommitmentDraft row : plan(this.reading).commitments()) {
			List<Role> roles = row.responsibilities().stream().map(ResponsibilityDraft::role).toList();
			assertThat(roles).doesNotContain(Role.UNKNOWN);
			assertThat(roles.stream().filter((role) -> role == Role.PRIMARY).count()).isLessThanOrEqualTo(1);
		}
		assertThat(plan(this.reading).commitments()).filteredOn((row) -> has(row, Role.CO_LEAD)).hasSize(5);
	}

	@Test
	void sixRatesInOneCell_staySixInOneEntry() {
		String rates = plan(this.reading).commitments()
			.get(5)
			.text(Part.PROGRESS)
			.stream()
			.map((entry) -> entry.text().text())
			.reduce("", String::concat);
		assertThat(rates.chars().filter((c) -> c == '%').count()).isEqualTo(6);
	}

	@Test
	void leftovers_areTagsRulesFormLabelsAndTheScatteredRow() {
		List<Span> decisions = this.reading.remarks().stream().filter(Remark::decision).map(Remark::span).toList();
		assertThat(unread()).allMatch((left) -> decisions.stream()
			.anyMatch((span) -> span.start() <= left.span().start() && left.span().end() <= span.end()));
		assertThat(this.reading.leftovers()).filteredOn((left) -> left.kind() == Leftover.Kind.PLACEHOLDER)
			.allMatch((left) -> left.text().matches("[-_]"));
		assertThat(this.reading.leftovers()).filteredOn((left) -> left.kind() == Leftover.Kind.RULE)
			.allMatch((left) -> left.text().matches("[●・·、 ]+"));
	}

	private Stream<Leftover> unread() {
		return this.reading.leftovers().stream().filter((left) -> left.kind() == Leftover.Kind.UNREAD);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jp.meguri.reading.GoalSheetTest#markups")
	void sheetInAnotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		Reading other = Faithful.read(markup.apply(this.source));
		assertThat(keys(other)).containsExactlyElementsOf(keys(this.reading));
		assertThat(other.fiscalYear().value()).isEqualTo(2020);
		assertThat(other.decisions()).isEqualTo(this.reading.decisions());
	}

	private static List<String> keys(Reading reading) {
		return Faithful.passages(reading).stream().map((passage) -> Width.key(passage.text())).toList();
	}

	private static PlanDraft plan(Reading reading) {
		return Objects.requireNonNull(reading.plan());
	}

}
