package jp.meguri.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The real sheet T20 of the domain guide. It is not part of this repository: the test
 * looks for it in {@code ../shared/documents} beside the project (or
 * {@code -Dmeguri.documents}) and is skipped without it. What is expected of it stands in
 * {@code t20-gold.txt} as offsets, codes and hashes; every line was checked against the
 * document by eye.
 */
class ToyonakaSheetTest {

	private static final Path DOCUMENT = documents().resolve("000_312b01cd583a9926.txt");

	/** Words of the form, without blanks: all that may be left over besides markup. */
	private static final Set<String> FORM_LABELS = Set.of("部局", "補職", "氏名", "1.部局の使命",
			"2.使命を遂行するための取組方針と、それに基づく取組の総括方針取組の総括", "方針", "取組の総括", "3.当年度目標と目標設定に対する振り返り等", "No", "当年度目標(当初設定)", "実績",
			"取組事項及びその内容・スケジュール", "取組を行った内容・成果", "課題・今後の方向性", "総合計画", "基本政策", "4.中期目標(概ね今後4年間)",
			"取組事項及び取組にあたっての課題・めざす成果など", "スケジュール(工程)");

	private String source = "";

	private Reading reading = DocumentReader.read("");

	private static Path documents() {
		String configured = System.getProperty("meguri.documents");
		return (configured != null) ? Path.of(configured) : Path.of("../../../shared/documents");
	}

	@BeforeEach
	void read() throws IOException {
		assumeTrue(Files.exists(DOCUMENT), () -> "the real document is not here: " + DOCUMENT.toAbsolutePath());
		this.source = SourceDocument.decode("t20", Files.readAllBytes(DOCUMENT)).text();
		this.reading = Faithful.read(this.source);
	}

	@Test
	void reading_equalsTheGoldList() throws IOException {
		assertThat(Gold.of(this.reading)).containsExactlyElementsOf(gold());
	}

	private static List<String> gold() throws IOException {
		try (var in = ToyonakaSheetTest.class.getResourceAsStream("/t20-gold.txt")) {
			assertThat(in).isNotNull();
			return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jp.meguri.reading.GoalSheetTest#markups")
	void sheetInAnotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		Reading other = Faithful.read(markup.apply(this.source));
		assertThat(keys(other)).containsExactlyElementsOf(keys(this.reading));
		assertThat(other.fiscalYear().value()).isEqualTo(2020);
		assertThat(other.decisions()).isLessThanOrEqualTo(10);
		assertThat(other.leftovers()).extracting(Leftover::kind).doesNotContain(Leftover.Kind.UNREAD);
	}

	private static List<String> keys(Reading reading) {
		return Faithful.passages(reading).stream().map((passage) -> Width.key(passage.text())).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "002_f6dabd23c99f11df.txt", "003_d53926615c04e955.txt", "004_2935a94095a34f24.txt" })
	void documentsOfOtherFamilies_areNotReadAsGoalSheets(String name) throws IOException {
		Path other = documents().resolve(name);
		assumeTrue(Files.exists(other), () -> "the real document is not here: " + other.toAbsolutePath());
		Reading reading = Faithful.read(Files.readString(other));
		assertThat(reading.family()).isNotEqualTo(Reading.Family.DEPARTMENT_GOAL_SHEET);
		assertThat(reading.goals()).isEmpty();
	}

	@Test
	void reading_findsEveryPartOfTheSheet() {
		assertThat(this.reading.family()).isEqualTo(Reading.Family.DEPARTMENT_GOAL_SHEET);
		assertThat(this.reading.fiscalYear().value()).isEqualTo(2020);
		assertThat(this.reading.mission()).hasSize(2).allMatch((entry) -> entry.level() == 0);
		assertThat(this.reading.policies()).extracting(Entry::level).containsExactly(0, 1, 1, 1, 1);
		assertThat(this.reading.review()).hasSize(5);
		assertThat(goals(GoalDraft.Horizon.ANNUAL)).extracting(GoalDraft::number).containsExactly(1, 2, 3, 4, 5, 6);
		assertThat(goals(GoalDraft.Horizon.MID_TERM)).extracting(GoalDraft::number)
			.containsExactly(1, 2, 3, 4, 5, 6, 7);
		assertThat(goals(GoalDraft.Horizon.ANNUAL)).allSatisfy((goal) -> {
			assertThat(goal.title().isEmpty()).isFalse();
			assertThat(goal.body()).isNotEmpty();
			assertThat(goal.achievements()).isNotEmpty();
			assertThat(goal.directions()).isNotEmpty();
		});
		assertThat(goals(GoalDraft.Horizon.MID_TERM)).allSatisfy((goal) -> assertThat(goal.roadmap()).isNotEmpty());
	}

	@Test
	void links_areThoseOfTheSheetInPrintedOrder() {
		assertThat(codes(GoalDraft.Horizon.ANNUAL)).containsExactly("5-1-③ 5-1-④ 35",
				"1-3-② 2-1-⑤ 39 41 2-4-② 4-3-② 40 47", "5-2-① 49", "5-1-③ 5-1-④ 13 14 10", "0-0-0 0", "0-0-0 0");
		assertThat(codes(GoalDraft.Horizon.MID_TERM)).containsExactly("5-1-③ 5-1-④ 35", "5-1-③ 5-1-④ 0", "2-4-② 0",
				"1-3-② 2-1-⑤ 39 41", "4-3-② 40", "5-2-① 49", "5-1-③ 5-1-④ 10 13 14");
		assertThat(links()).allMatch((link) -> link.noLink() == link.title().isEmpty());
		assertThat(links())
			.allMatch((link) -> link.dimension().equals(LinkDraft.BASIC_POLICY) == (link.path().size() == 1));
		assertThat(this.reading.goals().get(4).links()).extracting(LinkDraft::dimension, LinkDraft::noLink)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(LinkDraft.COMPREHENSIVE_PLAN, true),
					org.assertj.core.groups.Tuple.tuple(LinkDraft.BASIC_POLICY, true));
	}

	@Test
	void leftovers_areOnlyTagsRulesAndFormLabels() {
		assertThat(this.reading.leftovers()).extracting(Leftover::kind)
			.containsOnly(Leftover.Kind.TAG, Leftover.Kind.RULE, Leftover.Kind.LABEL);
		assertThat(left(Leftover.Kind.TAG))
			.allMatch((text) -> text.matches("(</?(p|ul)( style=\"[a-z: -]+\")?>|-|\\s)+"));
		assertThat(left(Leftover.Kind.RULE)).allMatch((text) -> text.matches("-+"));
		Set<String> labels = new TreeSet<>();
		left(Leftover.Kind.LABEL).forEach((text) -> labels.add(Width.key(text)));
		assertThat(labels).containsExactlyInAnyOrderElementsOf(FORM_LABELS);
	}

	@Test
	void registering_asksAtMostTenDecisions() {
		assertThat(this.reading.decisions()).isBetween(1L, 10L);
	}

	@Test
	void repeatedResult_isTiedToTheEntryItRepeats() {
		Entry repeat = this.reading.goals().get(4).achievements().get(0);
		Entry original = this.reading.goals().get(0).achievements().get(4);
		assertThat(repeat.repeatOf()).isEqualTo(original.at());
	}

	private List<GoalDraft> goals(GoalDraft.Horizon horizon) {
		return this.reading.goals().stream().filter((goal) -> goal.horizon() == horizon).toList();
	}

	private List<String> codes(GoalDraft.Horizon horizon) {
		return goals(horizon).stream()
			.map((goal) -> String.join(" ", goal.links().stream().map(LinkDraft::code).map(Passage::text).toList()))
			.toList();
	}

	private List<LinkDraft> links() {
		return this.reading.goals().stream().flatMap((goal) -> goal.links().stream()).toList();
	}

	private Stream<String> left(Leftover.Kind kind) {
		return this.reading.leftovers().stream().filter((leftover) -> leftover.kind() == kind).map(Leftover::text);
	}

}
