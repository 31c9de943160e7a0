package jp.meguri.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.PhaseDraft;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.PlanDraft.TermDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReformPlanTest {

	private final Reading reading = Faithful.read(SampleSheet.reform());

	private final PlanDraft plan = plan(this.reading);

	private static PlanDraft plan(Reading reading) {
		assertThat(reading.family()).isEqualTo(Reading.Family.REFORM_PLAN);
		PlanDraft plan = reading.plan();
		assertThat(plan).isNotNull();
		return plan;
	}

	private CommitmentDraft item(int index) {
		return this.plan.commitments().get(index);
	}

	@Test
	void areas_areARaggedTree() {
		assertThat(this.plan.nodes()).extracting(NodeDraft::level, NodeDraft::path, (node) -> node.title().text())
			.containsExactly(tuple(1, List.of(1), "海辺のまちの支え合い"), tuple(1, List.of(2), "市役所の力を高める"),
					tuple(2, List.of(2, 1), "窓口をやさしくする"), tuple(2, List.of(2, 2), "働き方を変える"));
		assertThat(this.plan.commitments()).extracting(CommitmentDraft::node)
			.containsExactly(at(0), at(0), at(2), at(3), at(3));
	}

	private int at(int node) {
		return this.plan.nodes().get(node).at();
	}

	@Test
	void initiatives_areATreeOfAnyDepth() {
		assertThat(item(0).text(Part.ACTIONS)).extracting((entry) -> entry.level() + entry.marker())
			.containsExactly("1ア", "2(ア)", "3A", "3B", "2(イ)", "2(ウ)", "2(I)", "1イ");
		assertThat(item(1).text(Part.ACTIONS)).extracting(Entry::level).containsExactly(0);
	}

	@Test
	void textBrokenAtAPageEnd_isOneText() {
		Entry broken = item(0).text(Part.ACTIONS).get(7);
		assertThat(broken.text().text()).isEqualTo("気づきメモ¹の活用 郵便局や新聞店と協定を結び、気づいたことを市に知らせてもらう。");
		assertThat(broken.text().spans()).hasSize(2);
	}

	@Test
	void phases_belongToTheInitiativeAboveThem() {
		List<Entry> own = item(2).text(Part.ACTIONS);
		assertThat(item(2).phases()).extracting((phase) -> phase.period().text(), PhaseDraft::under)
			.containsExactly(tuple("令和7年度", own.get(1).at()), tuple("令和8年度～", own.get(1).at()),
					tuple("令和8年度", own.get(2).at()), tuple("令和9年度～", own.get(2).at()), tuple("令和7年度", own.get(3).at()));
		assertThat(item(2).phases().get(4).actions()).extracting((entry) -> entry.level() + entry.marker())
			.containsExactly("1(ア)", "2※", "3◎", "4・", "4・", "1(イ)");
		assertThat(item(1).phases()).extracting(PhaseDraft::under).containsExactly(null, null);
	}

	@Test
	void phaseBelowSeveralEntries_belongsToTheInitiativeThatHoldsThem() {
		assertThat(item(0).phases()).extracting(PhaseDraft::under)
			.containsExactly(item(0).text(Part.ACTIONS).get(0).at(), item(0).text(Part.ACTIONS).get(0).at(),
					item(0).text(Part.ACTIONS).get(7).at());
		assertThat(remarks("phase-covers-several")).isEqualTo(2);
	}

	@Test
	void targets_citeTheirInitiatives() {
		List<Entry> own = item(2).text(Part.ACTIONS);
		assertThat(item(2).targets()).extracting((target) -> target.key().text(), TargetDraft::refersTo)
			.containsExactly(tuple("ア(ア)", own.get(1).at()), tuple("(イ)", own.get(2).at()), tuple("イ", own.get(3).at()),
					tuple("エ", null));
		assertThat(remarks("target-key-unresolved")).isEqualTo(1);
		assertThat(item(3).targets()).extracting(TargetDraft::refersTo).containsExactly(null, null);
		assertThat(item(1).targets()).hasSize(1);
		assertThat(remarks("target-none-by-decision")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1 海辺のまちの支え合い\n\n" })
	void titleWhoseCodeIsLost_isNoCaption(String area) {
		Reading other = Faithful
			.read(SampleSheet.reform().replace("1 海辺のまちの支え合い\n\n事項 1 - ①\t町内の見守りの輪づくり", area + "町内の見守りの輪づくり"));
		assertThat(other.header().captions()).extracting((caption) -> caption.text())
			.containsExactly("なぎさ市 市政改革プラン（令和7年度～令和10年度）");
		assertThat(other.leftovers()).filteredOn((left) -> left.kind() == Leftover.Kind.UNREAD)
			.extracting(Leftover::text)
			.contains("町内の見守りの輪づくり");
	}

	@Test
	void footnotes_becomeTheGlossary() {
		assertThat(this.plan.glossary())
			.extracting((term) -> term.mark().text(), (term) -> term.term().text(), (term) -> term.definition().text())
			.containsExactly(tuple("¹", "気づきメモ", "配達の途中で気になったことを一行で書く紙"), tuple("²", "書かない窓口", "職員が聞き取って書類を作る窓口"));
	}

	@Test
	void oddities_areRemarked() {
		assertThat(this.reading.fiscalYear().value()).isEqualTo(2025);
		assertThat(remarks("number-repeated")).isEqualTo(1);
		assertThat(remarks("sign-read-as")).isEqualTo(1);
		assertThat(this.reading.decisions()).isEqualTo(1);
		assertThat(this.reading.leftovers()).extracting(Leftover::kind).doesNotContain(Leftover.Kind.UNREAD);
	}

	private long remarks(String key) {
		return this.reading.remarks().stream().filter((remark) -> remark.key().equals(key)).count();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jp.meguri.reading.GoalSheetTest#markups")
	void anotherMarkup_readsTheSame(String name, UnaryOperator<String> markup) {
		Reading other = Faithful.read(markup.apply(SampleSheet.reform()));
		assertThat(shape(plan(other))).containsExactlyElementsOf(shape(this.plan));
		assertThat(other.fiscalYear().value()).isEqualTo(2025);
		assertThat(other.leftovers()).extracting(Leftover::kind).doesNotContain(Leftover.Kind.UNREAD);
	}

	/** Everything but the places. */
	private static List<String> shape(PlanDraft plan) {
		List<String> shape = new ArrayList<>();
		plan.nodes().forEach((node) -> shape.add(node.level() + key(node.title().text())));
		for (CommitmentDraft item : plan.commitments()) {
			shape.add(key(item.number().text() + item.title().text()));
			item.text(Part.ACTIONS)
				.forEach((entry) -> shape.add(entry.level() + key(entry.marker() + entry.text().text())));
			item.phases().forEach((phase) -> {
				shape.add(key(phase.period().text()) + (phase.under() == null));
				phase.actions().forEach((action) -> shape.add(action.level() + key(action.text().text())));
			});
			item.targets()
				.forEach((target) -> shape
					.add(key(target.key().text() + target.text().text().text()) + (target.refersTo() == null)));
		}
		plan.glossary().forEach((term) -> shape.add(key(term.term().text() + term.definition().text())));
		return shape;
	}

	private static String key(String text) {
		return Width.key(text).replace("*", "");
	}

	@Test
	void anotherForm_isReadByItsShapes() {
		Reading other = Faithful.read(SampleSheet.reformOtherForm());
		PlanDraft plan = plan(other);
		assertThat(plan.nodes()).extracting(NodeDraft::levelName, (node) -> node.code().text())
			.containsExactly(tuple("基本方針", "1"), tuple("基本方針", "2"));
		assertThat(plan.commitments()).extracting((item) -> item.number().text(), (item) -> item.title().text())
			.containsExactly(tuple("1-1", "会議を見える形にする"), tuple("2-1", "倉庫の整理"));
		CommitmentDraft first = plan.commitments().get(0);
		assertThat(first.responsibilities())
			.extracting((lead) -> lead.name().text(), CommitmentDraft.ResponsibilityDraft::role)
			.containsExactly(tuple("広報課", CommitmentDraft.Role.UNKNOWN), tuple("総務課", CommitmentDraft.Role.UNKNOWN));
		assertThat(first.text(Part.ACTIONS)).extracting(Entry::marker).containsExactly("①", "②");
		assertThat(first.phases()).extracting((phase) -> phase.actions().size()).containsExactly(1, 1, 1);
		assertThat(first.targets()).extracting(TargetDraft::refersTo)
			.containsExactly(first.text(Part.ACTIONS).get(0).at(), first.text(Part.ACTIONS).get(1).at());
		assertThat(plan.glossary()).extracting(TermDraft::term).isEmpty();
		assertThat(other.fiscalYear().value()).isEqualTo(2026);
		assertThat(other.leftovers()).extracting(Leftover::kind).doesNotContain(Leftover.Kind.UNREAD);
	}

	@Test
	void damagedPlan_losesNothing() {
		Random random = new Random(11);
		String source = SampleSheet.reform();
		for (int i = 0; i < 200; i++) {
			int cut = random.nextInt(source.length());
			int end = Math.min(source.length(), cut + random.nextInt(60));
			Faithful.read(source.substring(0, cut) + source.substring(end));
		}
	}

	@Test
	@Timeout(60)
	void longPlan_isReadInTime() {
		String actions = "4年間の主な取組\t" + "A a ア (ア) 令和7年度 ・ 見守り B ".repeat(3_000) + "\n";
		String targets = "目 標\t" + "ア イ(ア) 5件。 ".repeat(3_000) + "\n";
		Reading reading = DocumentReader.read("事項 1 - ①\t見守り\n趣旨・目的\tつながる。\n" + actions + targets);
		assertThat(plan(reading).commitments()).hasSize(1);
	}

}
