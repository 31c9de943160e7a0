package jp.meguri.reading;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.GradeLegend;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;

class PdcaSheetTest {

	@Test
	void resultSheet_isReadCompletely() {
		Reading reading = Faithful.read(SampleSheet.results());
		assertThat(reading.family()).isEqualTo(Reading.Family.PDCA_RESULTS);
		assertThat(reading.header().captions()).extracting((caption) -> caption.text())
			.containsExactly("第2次なぎさ市行政改革実施計画取組み結果", "令和7年11月 なぎさ市");
		assertThat(nodes(reading)).containsExactly("1 1 海と共に歩むまち", "2 ● 浜辺の資源を生かした仕事づくりと支え合い", "3 ① 浜辺の活用の推進",
				"3 ② 働く場の確保", "1 2 市の仕事の見直し", "2 ● 人を育て、組織の力を高める", "3 ① 人材の育成", "3 ② 市民への案内");
		assertThat(plan(reading).nodes()).extracting(NodeDraft::levelName).containsOnly("基本方針", "取り組みの方針", "取り組みの項目");
		assertThat(rows(reading)).containsExactly(
				"1 夕市の運営の引き継ぎ | PRIMARY:くらし協働課 CO_LEAD:観光課 RELATED:全ての課等* | なぎさ市観光計画 | A",
				"2 浜辺清掃の参加者の拡大 | PRIMARY:環境課 |  | B",
				"1 空き店舗の活用 | UNKNOWN:観光課 UNKNOWN:産業課 RELATED:商店街を所管する全ての課等* |  | B",
				"3 特別会計の安定した運営(港湾整備特別会計) | PRIMARY:港湾課 |  | B", " 特別会計の健全な運営(下水道事業特別会計) |  | なぎさ市下水道計画 | A",
				"1 研修の充実 | PRIMARY:人事課 RELATED:全ての課等* |  | C", "1 組織の見直し | PRIMARY:人事課 | ぎ市織定員組な適化正 | -",
				"1 分かりやすい案内 | PRIMARY:広報課 |  | A");
	}

	@Test
	void year_isTheOneOfTheHeads_notOfThePublication() {
		Reading reading = Faithful.read(SampleSheet.results());
		assertThat(reading.fiscalYear().value()).isEqualTo(2024);
		assertThat(reading.fiscalYear().evidence()).isNotEmpty()
			.allSatisfy((evidence) -> assertThat(evidence.span().of(SampleSheet.results())).contains("6"));
	}

	@Test
	void legend_isReadOnce_andRepeatsAreLabels() {
		Reading reading = Faithful.read(SampleSheet.results());
		assertThat(plan(reading).grades()).extracting(GradeLegend::code).containsExactly("A", "B", "C", "D");
		assertThat(plan(reading).grades().get(2).meaning().text()).isEqualTo("目標は未達成で、課題または改善の余地がある→ (計画どおりに進んでいないもの)");
		assertThat(reading.leftovers()).filteredOn((left) -> left.text().contains("未達成"))
			.extracting(Leftover::kind)
			.containsOnly(Leftover.Kind.LABEL);
	}

	@Test
	void plansTargetsAndActuals_areEntriesOfTheirRow() {
		CommitmentDraft market = plan(Faithful.read(SampleSheet.results())).commitments().get(0);
		assertThat(market.targets()).extracting((target) -> target.text().text().text())
			.containsExactly("夕市の開催 6回以上", "出店団体 20団体以上");
		assertThat(market.text(Part.ACTIONS)).extracting(Entry::level, (entry) -> entry.text().text())
			.containsExactly(tuple(1, "実行委員会を立ち上げる。"), tuple(0, "[達成目安] なぎさ市観光計画値"), tuple(1, "来場者 3,000人"));
		assertThat(market.text(Part.PROGRESS)).hasSize(3);
		assertThat(market.text(Part.DIRECTION)).singleElement()
			.satisfies((entry) -> assertThat(entry.text().text()).isEqualTo("夕市を市民の実行委員会が担える形にし、運営の手引きを整える。"));
		assertThat(market.text(Part.IMPROVEMENT)).hasSize(1);
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	@Test
	void damage_isRemarkedAndKept() {
		Reading reading = Faithful.read(SampleSheet.results());
		assertThat(keys(reading)).containsExactly("year-printed", "node-split", "node-split", "grade-look-alike",
				"lead-unclear", "row-scattered", "lead-missing", "row-scattered", "node-split", "node-split",
				"grade-missing", "reference-unclear", "words-repeated");
		assertThat(unread(reading)).containsExactly("・係留の料金を見直し、", "繰出金を抑える。", "現年分 97.2%", "・滞納のある人への相談を", "早めに行う。");
		assertThat(plan(reading).commitments().get(6).text(Part.PROGRESS)).singleElement()
			.satisfies((entry) -> assertThat(entry.text().text()).endsWith("のでは、のでは、のでは、のでは、"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jp.meguri.reading.GoalSheetTest#markups")
	void anotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		for (String sheet : List.of(SampleSheet.results(), SampleSheet.resultsOtherForm())) {
			Reading expected = Faithful.read(sheet);
			Reading reading = Faithful.read(sheet.startsWith("#") ? sheet.replace("\n", "\r\n") : markup.apply(sheet));
			assertThat(nodes(reading)).containsExactlyElementsOf(nodes(expected));
			assertThat(rows(reading)).containsExactlyElementsOf(rows(expected));
			assertThat(keys(reading)).containsExactlyElementsOf(keys(expected));
			assertThat(reading.fiscalYear().value()).isEqualTo(expected.fiscalYear().value());
		}
	}

	@Test
	void anotherTownsForm_isReadByItsHeads() {
		Reading reading = Faithful.read(SampleSheet.resultsOtherForm());
		assertThat(reading.family()).isEqualTo(Reading.Family.PDCA_RESULTS);
		assertThat(reading.fiscalYear().value()).isEqualTo(2023);
		assertThat(plan(reading).grades()).extracting(GradeLegend::code).containsExactly("A", "B", "C");
		assertThat(nodes(reading)).containsExactly("1 Ⅰ 住み続けられる町", "2 1-1 移動の手段", "1 Ⅱ にぎわう町", "2 2-1 漁港の活用");
		assertThat(plan(reading).nodes()).extracting(NodeDraft::levelName, NodeDraft::path)
			.containsExactly(tuple("基本目標", List.of(1)), tuple("施策", List.of(1, 1)), tuple("基本目標", List.of(2)),
					tuple("施策", List.of(2, 1)));
		assertThat(rows(reading)).containsExactly("1 乗合タクシーの運行 | PRIMARY:町民課 RELATED:福祉課 |  | A",
				"2 免許を返した人の支援 | PRIMARY:総務課 |  | B", "3 朝市の開催 | PRIMARY:水産課 RELATED:町民課 RELATED:観光協会 |  | C");
		assertThat(plan(reading).commitments().get(0).text(Part.PROGRESS)).hasSize(2);
		assertThat(unread(reading)).isEmpty();
	}

	@Test
	void headingWhoseWordsAreLost_isFoundByTheNumbersBelow() {
		String sheet = SampleSheet.results()
			.replace("\n取り組\t取り組み\t\t", "\n" + HEADS + "\t0 - 3\t①港の案内\t1\t航路の案内\t【取組主管課】 ・港湾課 【関係課等】"
					+ "\t・航路を知らせる。\t\t・掲示 3か所\t・掲示する。\t・掲示した。\t・終えた。\tA\t・続ける。\n\n取り組\t取り組み\t\t");
		Reading reading = Faithful.read(sheet);
		NodeDraft lost = plan(reading).nodes().get(7);
		assertThat(lost.level()).isEqualTo(2);
		assertThat(lost.code().isEmpty()).isTrue();
		assertThat(keys(reading)).contains("node-unreadable");
		assertThat(plan(reading).nodes().get(8).parent()).isEqualTo(lost.at());
	}

	private static final String HEADS = "基本\t取り組\t取り組み\t\t具体的な\t取組主管課\t\t関係する\t\t計画内容 (Plan)\t取組状況 (Do)\t取組工程に対する評価 (Check)\t\t見直し、改善事項\n";

	@Test
	void numbersThatBeginAnewWithoutAHeading_hangInTheAir() {
		Reading reading = Faithful.read(SampleSheet.results().replace("\n\t②市民への 案内", "\n\t①市民への 案内"));
		assertThat(plan(reading).nodes()).last().satisfies((node) -> assertThat(node.parent()).isNull());
		assertThat(keys(reading)).contains("node-unknown");
	}

	@Test
	void cellLostInARow_leavesWhatCannotBeTied() {
		Reading reading = Faithful
			.read(SampleSheet.results().replace("\t・案内を作る。\t", "\t").replace("\t・参加校 10校程度\t", "\t"));
		CommitmentDraft cleaning = plan(reading).commitments().get(1);
		assertThat(cleaning.title().text()).isEqualTo("浜辺清掃の参加者の拡大");
		assertThat(cleaning.responsibilities()).extracting(ResponsibilityDraft::role).containsExactly(Role.PRIMARY);
		assertThat(cleaning.texts()).containsOnlyKeys(Part.IMPROVEMENT);
		assertThat(Objects.requireNonNull(cleaning.grade()).code()).isEqualTo("B");
		assertThat(keys(reading)).contains("row-shifted");
		assertThat(String.join("", unread(reading))).contains("学校へ案内を送る。", "9校が参加した。");
	}

	@Test
	void headOfTheGradesLost_leavesTheTable() {
		Reading reading = Faithful.read(SampleSheet.resultsOtherForm()
			.replace(" 評価の理由 | 評価区分 |", " 評価の理由 |")
			.replace("| ・割引券を配る。 ", "")
			.replace("| 2-1 漁港の活用 ", ""));
		assertThat(plan(reading).commitments()).isEmpty();
		assertThat(keys(reading)).contains("row-shifted");
		assertThat(String.join("", unread(reading))).contains("58人に配った。", "窓口の案内が足りなかった。");
	}

	@Test
	void gradeInAnotherCell_isNotTaken() {
		Reading reading = Faithful
			.read(SampleSheet.results().replace("\tС\t・オンラインの研修を取り入れる。", "\t・オンラインの研修を取り入れる。\tС"));
		CommitmentDraft training = plan(reading).commitments().get(5);
		assertThat(training.grade()).isNull();
		assertThat(keys(reading)).contains("row-shifted");
		assertThat(unread(reading)).contains("С");
	}

	@Test
	void letterTheLegendDoesNotName_isNoGrade() {
		Reading reading = Faithful.read(SampleSheet.results().replace("\tС\t", "\tE\t"));
		assertThat(plan(reading).commitments().get(5).grade()).isNull();
		assertThat(keys(reading)).contains("grade-unreadable");
	}

	@Test
	void labelsThatLostABracket_stillTellWhoLeads() {
		String sheet = SampleSheet.results()
			.replace("【取組主管課】 ●くらし協働課", "取組主管課】 ●くらし協働課")
			.replace("【関係課等】 ・商店街", "【関係課等 ・商店街");
		assertThat(rows(Faithful.read(sheet))).containsExactlyElementsOf(rows(Faithful.read(SampleSheet.results())));
	}

	@Test
	void twoScatteredRows_areNotTied() {
		Reading reading = Faithful
			.read(SampleSheet.results().replace("\n早めに行う。\n", "\n早めに行う。\n\n2 もう一つの項目\n\n【取組主管課】\n\n税務課\n\n【関係課等】\n"));
		assertThat(plan(reading).commitments()).hasSize(7);
		assertThat(unread(reading)).contains("3 運営(港湾整備特", "2 もう一つの項目", "В");
	}

	@Test
	void rowCutByAPage_isOneRow() {
		String cut = SampleSheet.results()
			.replace("一覧を毎月更新する。\n", "一覧を毎月更新する。\n\n" + HEADS + "\t\t\t\t\t\t\t\t\t\t・来年も開く。\t\t\t\n");
		Reading reading = Faithful.read(cut);
		assertThat(plan(reading).commitments()).hasSize(8);
		assertThat(plan(reading).commitments().get(2).text(Part.PROGRESS)).extracting((entry) -> entry.text().text())
			.containsExactly("一覧を作り、3件の貸し借りが決まった。", "見学会を開いた。", "来年も開く。");
		assertThat(keys(reading)).contains("row-continued");
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void damagedSheet_neverLosesACharacter(int seed) {
		Random random = new Random(seed);
		StringBuilder sheet = new StringBuilder(
				(seed % 2 == 0) ? SampleSheet.results() : SampleSheet.asHtml(SampleSheet.results()));
		String noise = "\t\n |<>p/①1 ●・【】-A。：[]&amp;(Plan)取組主管課基本方針年度";
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

	private static PlanDraft plan(Reading reading) {
		return Objects.requireNonNull(reading.plan());
	}

	private static List<String> nodes(Reading reading) {
		return plan(reading).nodes()
			.stream()
			.map((node) -> node.level() + " " + Width.fold(node.code().text() + " " + node.title().text()))
			.toList();
	}

	private static List<String> rows(Reading reading) {
		return plan(reading).commitments().stream().map(PdcaSheetTest::row).toList();
	}

	private static String row(CommitmentDraft row) {
		GradeDraft grade = row.grade();
		return Width.fold("%s %s | %s | %s | %s".formatted(row.number().text(), row.title().text(),
				row.responsibilities().stream().map(PdcaSheetTest::who).collect(Collectors.joining(" ")),
				row.references().stream().map((name) -> name.text()).collect(Collectors.joining(" ")),
				(grade != null) ? grade.code() : "-"));
	}

	private static String who(ResponsibilityDraft one) {
		return one.role() + ":" + one.name().text() + (one.group() ? "*" : "");
	}

	private static List<String> unread(Reading reading) {
		return reading.leftovers()
			.stream()
			.filter((left) -> left.kind() == Leftover.Kind.UNREAD)
			.map(Leftover::text)
			.toList();
	}

	private static List<String> keys(Reading reading) {
		return reading.remarks().stream().map(Remark::key).toList();
	}

}
