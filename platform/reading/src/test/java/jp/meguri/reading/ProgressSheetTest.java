package jp.meguri.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.NextStepDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.GradeLegend;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ProgressSheetTest {

	private final Reading reading = Faithful.read(SampleSheet.progress());

	private final PlanDraft plan = plan(this.reading);

	private static PlanDraft plan(Reading reading) {
		assertThat(reading.family()).isEqualTo(Reading.Family.PLAN_PROGRESS);
		PlanDraft plan = reading.plan();
		assertThat(plan).isNotNull();
		return plan;
	}

	private CommitmentDraft item(String title) {
		return this.plan.commitments()
			.stream()
			.filter((item) -> item.title().text().equals(title))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void tree_isThatOfThePagesWithNotesFromTheOverview() {
		assertThat(this.plan.nodes()).extracting(NodeDraft::level, (node) -> node.title().text(), NodeDraft::path)
			.containsExactly(tuple(1, "つながりを育むまちづくり", List.of(1)), tuple(2, "学びの場づくり", List.of(1, 1)),
					tuple(3, "自然にふれる学び", List.of()), tuple(3, "読書に親しむ習慣", List.of()),
					tuple(1, "安心して暮らせるまちづくり", List.of(2)), tuple(2, "相談の窓口づくり", List.of(2, 2)),
					tuple(3, "身近な相談", List.of()), tuple(2, "災害への備え", List.of(2, 3)), tuple(3, "逃げる備え", List.of()),
					tuple(3, "食べる備え", List.of()));
		assertThat(this.plan.nodes().get(5).notes()).extracting(Passage::text).containsExactly("Ｐ14－15", "（なぎさ市見守り計画）");
	}

	@Test
	void itemInOrder_hasEverything() {
		CommitmentDraft item = item("避難の道しるべの設置");
		assertThat(leads(item)).containsExactly(tuple("港湾安全課", Role.PRIMARY));
		assertThat(text(item, Part.PROGRESS)).isEqualTo("令和６年度に道しるべを40か所に立てた。");
		assertThat(text(item, Part.ISSUES)).isEqualTo("夜でも読めるものに替えていく。");
		assertThat(item.grade()).extracting("code").isEqualTo("B");
		assertThat(item.nextStep()).extracting("step").isEqualTo(NextStepDraft.Step.IMPROVE);
		assertThat(leads(item("炊き出しの練習"))).containsExactly(tuple("港湾安全課", Role.UNKNOWN), tuple("給食課", Role.UNKNOWN));
	}

	@Test
	void textsOutOfOrder_areTiedByTheirWordsAndAskedFor() {
		CommitmentDraft reading = item("読書応援隊の活動");
		assertThat(text(reading, Part.PROGRESS)).isEqualTo("読書応援隊は令和６年度に３隊が加わり、市内の全部の小学校で読み聞かせを行った。");
		assertThat(leads(reading)).containsExactly(tuple("図書館", Role.PRIMARY));
		CommitmentDraft school = item("浜辺の学校の開講");
		assertThat(text(school, Part.PROGRESS)).startsWith("浜辺の学校を年に６回開き、延べ240人が貝や海藻のくらしを学んだ。");
		assertThat(text(school, Part.ISSUES)).isEqualTo("船の見学は天候に左右されるため、室内の催しの準備が課題。");
		assertThat(keys()).contains("tied-by-words", "divided-by-words");
	}

	@Test
	void gradesOutOfOrder_areNeverGuessed() {
		for (String title : List.of("出前の相談会の開催", "電話での相談の受け付け")) {
			CommitmentDraft item = item(title);
			assertThat(item.grade()).isNull();
			assertThat(item.nextStep()).isNull();
			assertThat(item.text(Part.PROGRESS)).isNotEmpty();
			assertThat(this.reading.remarks()).filteredOn((remark) -> remark.span().start() == item.at())
				.extracting(Remark::key)
				.contains("grade-untied", "step-untied");
		}
		assertThat(this.reading.leftovers()).filteredOn((leftover) -> leftover.kind() == Leftover.Kind.UNREAD)
			.extracting(Leftover::text)
			.as("the B is the first with its meaning and stands in the legend")
			.containsExactlyInAnyOrder("拡大", "Ａ", "継続");
	}

	@Test
	void gradesAllAlike_needNoOrder() {
		assertThat(List.of(item("浜辺の学校の開講"), item("読書応援隊の活動"))).allSatisfy((item) -> {
			assertThat(item.grade()).extracting("code").isEqualTo("A");
			assertThat(item.nextStep()).extracting("step").isEqualTo(NextStepDraft.Step.CONTINUE);
		});
		assertThat(this.plan.grades()).extracting(GradeLegend::code, (grade) -> grade.meaning().text())
			.containsExactly(tuple("A", "目標に向けて順調である"), tuple("B", "取組が遅れている"));
		assertThat(this.reading.fiscalYear().value()).isEqualTo(2024);
	}

	private List<String> keys() {
		return this.reading.remarks().stream().map(Remark::key).toList();
	}

	private static String text(CommitmentDraft item, Part part) {
		return item.text(part).stream().map((entry) -> entry.text().text()).collect(Collectors.joining("\n"));
	}

	private static List<Tuple> leads(CommitmentDraft item) {
		return item.responsibilities().stream().map((lead) -> tuple(lead.name().text(), lead.role())).toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("markups")
	void anotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		Reading other = Faithful.read(markup.apply(SampleSheet.progress()));
		assertThat(shape(other)).containsExactlyElementsOf(shape(this.reading));
		assertThat(other.fiscalYear().value()).isEqualTo(2024);
	}

	@Test
	void anotherForm_isReadByItsColumnsAndLabels() {
		Reading other = Faithful.read(SampleSheet.progressOtherForm());
		PlanDraft plan = plan(other);
		assertThat(plan.nodes()).extracting(NodeDraft::levelName, (node) -> node.title().text())
			.containsExactly(tuple("施策の柱", "のびのび遊べるまち"), tuple("重点目標", "遊び場をふやす"), tuple("取組の方向", "外で遊ぶ"),
					tuple("取組の方向", "内で遊ぶ"), tuple("重点目標", "遊びを支える人をふやす"));
		List<CommitmentDraft> items = plan.commitments();
		assertThat(items).extracting((item) -> item.title().text())
			.containsExactly("砂場の手入れ", "水遊び場の開放", "おもちゃ図書館", "遊びの先生の養成");
		assertThat(items).extracting(CommitmentDraft::node)
			.containsExactly(at(plan, 2), at(plan, 2), at(plan, 3), at(plan, 4));
		assertThat(items).extracting((item) -> (item.grade() != null) ? item.grade().code() : "")
			.containsExactly("◎", "○", "△", "○");
		assertThat(items).extracting((item) -> (item.nextStep() != null) ? item.nextStep().step() : null)
			.containsExactly(NextStepDraft.Step.EXPAND, NextStepDraft.Step.CONTINUE, NextStepDraft.Step.IMPROVE, null);
		assertThat(text(items.get(0), Part.PROGRESS)).isEqualTo("12か所の砂場を入れ替えた。\n保護者と安全を確かめた。");
		assertThat(items.get(2).text(Part.ISSUES)).isEmpty();
		assertThat(text(items.get(3), Part.IMPROVEMENT)).startsWith("まずは放課後の教室");
		assertThat(plan.grades()).extracting(GradeLegend::code).containsExactly("◎", "○", "△");
		assertThat(other.fiscalYear().value()).isEqualTo(2024);
		assertThat(other.leftovers()).extracting(Leftover::kind).doesNotContain(Leftover.Kind.UNREAD);
	}

	private static int at(PlanDraft plan, int node) {
		return plan.nodes().get(node).at();
	}

	@Test
	void damagedSheet_losesNothing() {
		Random random = new Random(23);
		for (String source : List.of(SampleSheet.progress(), SampleSheet.progressOtherForm())) {
			for (int i = 0; i < 100; i++) {
				int cut = random.nextInt(source.length());
				int end = Math.min(source.length(), cut + random.nextInt(60));
				Faithful.read(source.substring(0, cut) + source.substring(end));
			}
		}
	}

	static Stream<Arguments> markups() {
		return Stream.of(markup("HTML paragraphs", ProgressSheetTest::asHtml),
				markup("Markdown headings", ProgressSheetTest::asMarkdown),
				markup("full width", ProgressSheetTest::inFullWidth),
				markup("CRLF", (sheet) -> sheet.replace("\n", "\r\n")));
	}

	private static Arguments markup(String name, UnaryOperator<String> markup) {
		return Arguments.of(name, markup);
	}

	/** Each stretch without a blank line is a paragraph, its lines are broken by tags. */
	private static String asHtml(String sheet) {
		return Arrays.stream(sheet.split("\\n\\s*\\n"))
			.map((block) -> "<p>" + block.strip().replaceAll("\\s*\\n\\s*", "<br>") + "</p>")
			.collect(Collectors.joining("\n", "<html><body>\n", "\n</body></html>\n"));
	}

	private static String asMarkdown(String sheet) {
		return sheet.lines()
			.map((line) -> line.matches("基本(目標|施策).*[Ｐ）].*") ? "## " + line : line)
			.collect(Collectors.joining("\n"));
	}

	private static String inFullWidth(String sheet) {
		StringBuilder wide = new StringBuilder();
		for (char c : sheet.toCharArray()) {
			wide.append(("0123456789().:".indexOf(c) >= 0) ? (char) (c - '!' + '！') : c);
		}
		return wide.toString();
	}

	/** Everything but the places. */
	static List<String> shape(Reading reading) {
		PlanDraft plan = plan(reading);
		List<String> shape = new ArrayList<>();
		plan.nodes().forEach((node) -> shape.add(node.level() + Width.key(node.title().text()) + node.path()));
		for (CommitmentDraft item : plan.commitments()) {
			shape.add(Width.key(item.title().text()));
			item.responsibilities().forEach((lead) -> shape.add(lead.role() + Width.key(lead.name().text())));
			for (Part part : Part.values()) {
				shape.add(part + Width.key(item.text(part)
					.stream()
					.map((entry) -> entry.marker() + entry.text().text())
					.collect(Collectors.joining())));
			}
			shape.add(((item.grade() != null) ? item.grade().code() : "-")
					+ ((item.nextStep() != null) ? item.nextStep().step() : "-"));
		}
		return shape;
	}

	@Test
	void meetingWhoseFirstOnesAreNotThere_isTiedToNothing() {
		String end = "（目標に向けて順調である）\n\n\n\n基本目標Ⅱ 安心して暮らせるまちづくり\n\n基本施策３";
		assertThat(SampleSheet.progress()).contains(end);
		Reading more = Faithful.read(SampleSheet.progress().replace(end, "【第４回】会場の案内について話し合った。\n\n" + end));
		assertThat(shape(more)).isEqualTo(shape(Faithful.read(SampleSheet.progress())));
		assertThat(more.leftovers()).filteredOn((left) -> left.kind() == Leftover.Kind.UNREAD)
			.extracting(Leftover::text)
			.anyMatch((text) -> text.contains("会場の案内"));
	}

	@Test
	@Timeout(60)
	void longPage_isReadInTime() {
		String items = "取組内容／見守り\n\n福祉課\n\n".repeat(3_000);
		String grades = "■ 取組状況 ■ 課題\n\n訪ねた。\n\n■ 今後の方針：継続 ■ 評価：Ａ\n\n■ 評価：Ｂ\n\n".repeat(3_000);
		Reading reading = DocumentReader.read("基本施策１ 見守り\n\n" + items + grades);
		assertThat(plan(reading).commitments()).hasSize(3_000);
		assertThat(plan(reading).commitments()).allMatch((item) -> item.grade() == null);
	}

}
