package jp.meguri.reading;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Mark;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;

class GoalSheetTest {

	@Test
	void evaluatedSheet_isReadCompletely() {
		Reading reading = Faithful.read(SampleSheet.civic());
		assertThat(reading.fiscalYear().value()).isEqualTo(2025);
		assertThat(reading.header().unit().text()).isEqualTo("くらし協働部");
		assertThat(reading.mission()).hasSize(2);
		assertThat(reading.policies()).extracting(Entry::level).containsExactly(0, 1, 1, 1);
		assertThat(reading.review()).hasSize(3);
		assertThat(outline(reading)).containsExactly("ANNUAL 1 7/0/3/2 1-1-1 1-1-2 5",
				"ANNUAL 2 4/0/2/1 2-1-3 7 2-2-1 8", "ANNUAL 3 5/0/2/3 1-2-2 2", "ANNUAL 4 3/0/2/1 none none",
				"MID_TERM 1 2/2/0/0 1-1-1 1-1-2 5", "MID_TERM 2 1/2/0/0 2-1-3 none", "MID_TERM 3 2/3/0/0 1-2-2 2 8");
		assertThat(reading.goals().get(0).tags()).extracting(Mark::kind).containsExactly(Mark.Kind.PRIORITY);
		assertThat(unread(reading)).isEmpty();
	}

	@Test
	void sheetOfTheRunningYear_hasNoResultsYet() {
		Reading reading = Faithful.read(SampleSheet.environment());
		assertThat(reading.fiscalYear().value()).isEqualTo(2026);
		assertThat(reading.mission()).extracting(Entry::marker).containsExactly("（１）", "（２）", "（３）");
		assertThat(reading.review()).isEmpty();
		assertThat(reading.goals().get(0).body()).extracting(Entry::level).containsExactly(1, 2, 3, 3, 2, 1, 2);
		assertThat(reading.goals()).allSatisfy((goal) -> assertThat(goal.achievements()).isEmpty());
		assertThat(outline(reading)).containsExactly("ANNUAL 1 7/0/0/0 4-1-1 4-1-2 21", "ANNUAL 2 3/0/0/0 4-2-1 24",
				"MID_TERM 1 1/2/0/0 4-1-1 21", "MID_TERM 2 1/1/0/0 4-3-1 none");
		assertThat(reading.leftovers()).filteredOn((left) -> left.kind() == Leftover.Kind.PLACEHOLDER).hasSize(5);
		assertThat(unread(reading)).isEmpty();
	}

	static Stream<Arguments> markups() {
		return Stream.of(markup("without tags", SampleSheet::withoutTags), markup("Markdown", SampleSheet::asMarkdown),
				markup("HTML tables", SampleSheet::asHtml), markup("full width", SampleSheet::inFullWidth),
				markup("CRLF", (sheet) -> sheet.replace("\n", "\r\n")));
	}

	private static Arguments markup(String name, UnaryOperator<String> markup) {
		return Arguments.of(name, markup);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("markups")
	void anotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		for (String sheet : List.of(SampleSheet.civic(), SampleSheet.environment())) {
			Reading expected = Faithful.read(sheet);
			Reading reading = Faithful.read(markup.apply(sheet));
			assertThat(texts(reading)).containsExactlyElementsOf(texts(expected));
			assertThat(outline(reading)).containsExactlyElementsOf(outline(expected));
			assertThat(reading.fiscalYear().value()).isEqualTo(expected.fiscalYear().value());
			assertThat(unread(reading)).isEmpty();
		}
	}

	@Test
	void anotherForm_isReadByItsHeads() {
		Reading reading = Faithful.read(SampleSheet.otherForm());
		assertThat(reading.fiscalYear().value()).isEqualTo(2025);
		assertThat(reading.header().unit().text()).isEqualTo("健康部");
		assertThat(reading.mission()).hasSize(2);
		assertThat(reading.policies()).extracting(Entry::level).containsExactly(0, 1, 1);
		assertThat(outline(reading)).containsExactly("ANNUAL 1 2/0/1/1 2-1-3 2-1-4 5", "ANNUAL 2 1/0/1/1 none 6",
				"MID_TERM 1 1/2/0/0 2-1-3 none");
		assertThat(unread(reading)).isEmpty();
		assertThat(reading.decisions()).isZero();
	}

	@Test
	void entriesThatNameAHeadingsWords_areNoHeadings() {
		String sheet = SampleSheet.civic()
			.replace("○窓口の混雑を減らします。 * 番号案内の配信：10月 ", "○窓口の基本方針")
			.replace("○日ごろの発信に力を入れます。</p>", "○中期目標の見直し</p>")
			.replace("- 親しみやすい窓口を通じて、市政への信頼を高める。", "- (2) 使命と役割を果たす方針");
		Reading reading = Faithful.read(sheet);
		assertThat(reading.mission()).hasSize(2);
		assertThat(reading.policies()).hasSize(4);
		assertThat(reading.goals().get(2).body()).hasSize(4);
		assertThat(reading.goals().get(3).body()).hasSize(3);
		assertThat(unread(reading)).isEmpty();
	}

	@Test
	void headingsRepeatedOnEachPage_areLabels() {
		String sheet = SampleSheet.civic().replace("\n\nNo\t当年度目標", "\n\n3. 当年度目標と目標設定に対する振り返り等\n\nNo\t当年度目標");
		Reading reading = Faithful.read(sheet);
		assertThat(texts(reading)).containsExactlyElementsOf(texts(Faithful.read(SampleSheet.civic())));
		assertThat(unread(reading)).isEmpty();
	}

	@Test
	void wrappedTitle_isOneTitle() {
		String sheet = SampleSheet.asHtml(SampleSheet.environment()).replace("きれいな海岸", "きれいな\n      海岸");
		assertThat(Faithful.read(sheet).goals().get(1).title().text()).isEqualTo("きれいな海岸");
	}

	@Test
	void headsGivenOnce_holdForAllGoals() {
		String heads = "\n\nNo\t当年度目標(当初設定)\t実績\t\n\t取組み事項及びその内容・スケジュール\t取組みを行った内容・成果\t課題・今後の方向性\n";
		String sheet = SampleSheet.civic();
		int first = sheet.indexOf(heads) + heads.length();
		String once = sheet.substring(0, first) + sheet.substring(first).replace(heads, "\n");
		assertThat(texts(Faithful.read(once))).containsExactlyElementsOf(texts(Faithful.read(sheet)));
	}

	@Test
	void missionBesideItsHeading_isRead() {
		String sheet = SampleSheet.civic()
			.replace("1. 部局の使命\n\n- ", "1. 部局の使命\t<p>")
			.replace("つくる。\n- ", "つくる。</p>\n<p>")
			.replace("高める。\n", "高める。</p>\n");
		assertThat(Faithful.read(sheet).mission()).hasSize(2);
	}

	@Test
	void paragraphBrokenIntoLines_isJoined() {
		String sheet = SampleSheet.civic().replace("延べ164人が", "延べ\n164人が");
		Entry joined = Faithful.read(sheet).goals().get(1).achievements().get(0);
		assertThat(joined.text().text()).startsWith("見守り講座を8回行い、延べ164人が参加しました。\n");
		assertThat(joined.text().spans()).hasSize(3);
	}

	@Test
	void characterReferencesAndInlineTags_areNoText() {
		String sheet = SampleSheet.civic().replace("夕市を7回開催しました。", "夕市&amp;朝市を<b>7回</b>開催&nbsp;しました。");
		Entry entry = Faithful.read(sheet).goals().get(0).achievements().get(0);
		assertThat(entry.text().text()).isEqualTo("夕市&朝市を7回開催\u00a0しました。");
	}

	@Test
	void goalCutByAPage_isOneGoal() {
		String sheet = SampleSheet.civic();
		GoalDraft goal = Faithful.read(sheet).goals().get(2);
		assertThat(goal.number()).isEqualTo(3);
		assertThat(goal.body()).hasSize(5);
	}

	@Test
	void sentenceCutByAPage_isJoined() {
		String cut = SampleSheet.civic()
			.replace("番号案内の配信：10月 ",
					"番号案内の\n\nNo\t当年度目標(当初設定)\t実績\t\n\t取組み事項及びその内容・スケジュール\t取組みを行った内容・成果\t課題・今後の方向性\n\t配信：10月");
		Entry joined = Faithful.read(cut).goals().get(2).body().get(4);
		assertThat(joined.text().text()).isEqualTo("番号案内の配信：10月");
		assertThat(joined.text().spans()).hasSize(2);
	}

	@Test
	void missingParts_areRemarkedNotInvented() {
		String sheet = SampleSheet.civic();
		String withoutMidTerm = sheet.substring(0, sheet.indexOf("4. 中期目標"));
		Reading reading = Faithful.read(withoutMidTerm.substring(withoutMidTerm.indexOf("1. 部局の使命")));
		assertThat(reading.header().unit().isEmpty()).isTrue();
		assertThat(reading.goals()).hasSize(4);
		assertThat(keys(reading)).contains("header-missing", "section-missing");
	}

	@Test
	void codeWithoutTitle_andTitleWithoutCode_areRemarked() {
		String sheet = SampleSheet.civic()
			.replace("1-2-②\tわかりやすい窓口案内\t\t", "1-2-②\t\t\t")
			.replace("<p>5 海岸清掃パートナー制度の創設</p>", "<p>海岸清掃パートナー制度の創設</p>");
		Reading reading = Faithful.read(sheet);
		assertThat(keys(reading)).contains("link-without-title", "link-without-code");
		assertThat(reading.goals().get(0).links()).last().satisfies((link) -> {
			assertThat(link.path()).isEmpty();
			assertThat(link.title().text()).isEqualTo("海岸清掃パートナー制度の創設");
		});
	}

	@Test
	void linkNumberedLikeTheNextGoal_staysALink() {
		String sheet = SampleSheet.civic().replace("\n5\t海岸清掃パートナー制度の創設", "\n2\t海岸清掃パートナー制度の創設");
		assertThat(outline(Faithful.read(sheet))).contains("MID_TERM 1 2/2/0/0 1-1-1 1-1-2 2",
				"MID_TERM 2 1/2/0/0 2-1-3 none");
	}

	@Test
	void textWhoseColumnsAreLost_isLeftWithARemark() {
		String lines = SampleSheet.withoutTags(SampleSheet.civic()).replace("\t", " ");
		Reading reading = Faithful.read(lines);
		assertThat(reading.goals()).isEmpty();
		assertThat(reading.mission()).hasSize(2);
		assertThat(keys(reading)).contains("columns-lost");
		assertThat(unread(reading)).isNotEmpty();
	}

	@Test
	void linesUnderLabels_areReadWithoutATable() {
		Reading reading = Faithful.read("""
				部局：環境部
				1. 部局の使命
				(1) 海を守る。
				2. 取組方針
				方針
				○ごみを減ら
				します。
				取組の総括
				【今年度末に記載】
				3. 当年度目標
				1 きれいな海岸【重点】
				(1) 毎月の清掃：6回
				総合計画
				4-1-① 海と川を守ります。
				基本政策
				0
				取組みを行った内容・成果
				○清掃を6回行いました。
				2 めぐる資源
				(1) 再利用の場づくり
				""");
		assertThat(outline(reading)).containsExactly("ANNUAL 1 1/0/1/0 4-1-1 none", "ANNUAL 2 1/0/0/0");
		assertThat(reading.policies()).singleElement()
			.satisfies((entry) -> assertThat(entry.text().text()).isEqualTo("ごみを減らします。"));
		assertThat(unread(reading)).isEmpty();
	}

	@Test
	void strayLine_isLeftWithARemark() {
		String sheet = SampleSheet.civic().replace("\n4. 中期目標", "\n※この表の数値は速報です。\n\n4. 中期目標");
		Reading reading = Faithful.read(sheet);
		assertThat(unread(reading)).containsExactly("※この表の数値は速報です。");
		assertThat(reading.remarks()).filteredOn((remark) -> remark.key().equals("unread")).hasSize(1);
	}

	@Test
	void documentOfAnotherFamily_isSaidToBeUnknown() {
		Reading reading = Faithful.read("行政改革実施計画の結果\n\n項目\t評価\n1\tＡ\n");
		assertThat(reading.family()).isEqualTo(Reading.Family.UNKNOWN);
		assertThat(reading.goals()).isEmpty();
		assertThat(keys(reading)).containsExactly("family-unknown");
	}

	@Test
	void yearOnTheFormsTitle_winsOverAllOthers() {
		Reading reading = Faithful.read("# 令和6年度 部局目標シート\n" + SampleSheet.civic());
		assertThat(reading.fiscalYear().value()).isEqualTo(2024);
		assertThat(reading.header().captions()).hasSize(1);
		assertThat(reading.goals()).hasSize(7);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void damagedSheet_neverLosesACharacter(int seed) {
		Random random = new Random(seed);
		StringBuilder sheet = new StringBuilder(
				(seed % 2 == 0) ? SampleSheet.civic() : SampleSheet.asHtml(SampleSheet.environment()));
		String noise = "\t\n |<>p/①(1)○*・-0１。：&amp;総合計画基本政策No年度目標中期";
		for (int i = 0; i < 40; i++) {
			int at = random.nextInt(sheet.length());
			if (random.nextBoolean()) {
				sheet.insert(at, noise.charAt(random.nextInt(noise.length())));
			}
			else {
				sheet.delete(at, Math.min(sheet.length(), at + random.nextInt(12)));
			}
		}
		Faithful.read(sheet.toString());
	}

	static IntStream seeds() {
		return IntStream.range(0, 60);
	}

	private static List<String> outline(Reading reading) {
		return reading.goals()
			.stream()
			.map((goal) -> "%s %d %d/%d/%d/%d %s"
				.formatted(goal.horizon(), goal.number(), goal.body().size(), goal.roadmap().size(),
						goal.achievements().size(), goal.directions().size(), links(goal))
				.strip())
			.toList();
	}

	private static String links(GoalDraft goal) {
		return goal.links()
			.stream()
			.map((link) -> link.noLink() ? "none"
					: link.path().stream().map(String::valueOf).collect(Collectors.joining("-")))
			.collect(Collectors.joining(" "));
	}

	private static List<String> texts(Reading reading) {
		return Faithful.passages(reading).stream().map((passage) -> Width.key(passage.text())).toList();
	}

	private static List<String> unread(Reading reading) {
		return reading.leftovers()
			.stream()
			.filter((left) -> left.kind() == Leftover.Kind.UNREAD)
			.map(Leftover::text)
			.toList();
	}

	private static List<String> keys(Reading reading) {
		return reading.remarks().stream().map(Remark::key).distinct().toList();
	}

	@Test
	void goalWithoutNumberBelowARepeatedHead_isNotReadIntoTheOneAbove() {
		Reading damaged = Faithful.read(SampleSheet.civic().replace("\n3\t待たない窓口", "\n\t待たない窓口"));
		assertThat(damaged.remarks()).extracting(Remark::key).contains("number-missing");
		assertThat(damaged.goals()).filteredOn((goal) -> goal.title().text().equals("見守りのまちづくり"))
			.singleElement()
			.satisfies((goal) -> assertThat(goal.links()).hasSize(2));
		assertThat(damaged.leftovers()).extracting(Leftover::text).anyMatch((text) -> text.contains("待たない窓口の実現"));
	}

}
