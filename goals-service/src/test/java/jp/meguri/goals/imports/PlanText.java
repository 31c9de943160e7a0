package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.NextStepDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.PhaseDraft;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.GradeLegend;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.PlanDraft.TermDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;

/**
 * The results of an invented reform plan of なぎさ市 as its reader gives them.
 */
final class PlanText {

	private final StringBuilder source = new StringBuilder();

	private final Reading reading;

	/**
	 * @param label makes it another document
	 */
	PlanText(String label) {
		Passage page = print("・・・P8");
		Passage caption = print("なぎさ市行政改革実施計画の取組み結果");
		List<GradeLegend> legend = List.of(new GradeLegend("A", print("Ａ"), print("目標を達成")),
				new GradeLegend("B", print("Ｂ"), print("ほぼ達成")));
		NodeDraft policy = node(null, 1, "基本方針", List.of(1), "1", "財政を健全に保つ");
		NodeDraft category = node(policy.at(), 2, "取り組みの項目", List.of(1, 1), "①", "歳入を増やす");
		NodeDraft empty = node(policy.at(), 2, "取り組みの項目", List.of(1, 2), "②", "支出を見直す");
		List<CommitmentDraft> rows = List.of(
				row(category.at(), "No.1", "使っていない土地を貸す", "B", NextStepDraft.Step.CONTINUE, "協働推進課", "環境部", "全ての課等"),
				row(category.at(), "No.1", "広告の収入を増やす", "A", NextStepDraft.Step.EXPAND, "財産活用課"),
				row(null, "", "寄附を増やす", null, null));
		PlanDraft plan = new PlanDraft(List.of(policy, category, empty), rows, legend,
				List.of(new TermDraft(print("※1"), print("指定管理者"), print("公の施設の管理を任された団体"))));
		Remark remark = new Remark(new Span(0, 4), "lead-unclear", "主管課が分かりません。", "The lead is not clear.", true);
		Remark notice = new Remark(new Span(4, 6), "look-alike", "似た文字を読み替えました。", "A look-alike was folded.", false);
		print(label);
		this.reading = new Reading(Reading.Family.PDCA_RESULTS,
				new SheetHeader(Passage.NONE, Passage.NONE, Passage.NONE, List.of(page, caption)),
				new YearProposal(null, List.of()), List.of(), List.of(), List.of(), List.of(), plan,
				List.of(remark, notice), List.of());
	}

	String source() {
		return this.source.toString();
	}

	Reading reading() {
		return this.reading;
	}

	private NodeDraft node(Integer parent, int level, String levelName, List<Integer> path, String code, String title) {
		Passage printed = print(code);
		return new NodeDraft(printed.span().start(), parent, level, levelName, path, printed, print(title), List.of());
	}

	private CommitmentDraft row(Integer node, String number, String title, String grade, NextStepDraft.Step next,
			String... sections) {
		Passage printedNumber = number.isEmpty() ? Passage.NONE : print(number);
		Passage printedTitle = print(title);
		List<ResponsibilityDraft> responsible = new ArrayList<>();
		for (int i = 0; i < sections.length; i++) {
			boolean group = sections[i].startsWith("全て");
			Role role = (i == 0) ? Role.PRIMARY : (group ? Role.RELATED : Role.CO_LEAD);
			responsible.add(new ResponsibilityDraft(role, print(sections[i]), group));
		}
		Map<Part, List<Entry>> texts = new EnumMap<>(Part.class);
		texts.put(Part.DIRECTION, List.of(entry(0, "", "計画的に進めます。")));
		Entry initiative = entry(1, "ア", "公募します");
		Entry below = entry(2, "・", "7月に要項を公表する");
		Passage period = print("令和8年度");
		PhaseDraft phase = new PhaseDraft(initiative.at(), period, List.of(entry(1, "・", "10月～3月に貸し付ける")));
		Entry last = entry(1, "イ", "貸付先を調べる");
		texts.put(Part.ACTIONS, List.of(initiative, below, last));
		TargetDraft target = new TargetDraft(print("ア"), initiative.at(), entry(1, "・", "貸付収入 5,000千円以上"));
		texts.put(Part.PROGRESS, List.of(entry(0, "", "12件を貸し付けた。")));
		texts.put(Part.PROCESS_EVALUATION, List.of(entry(0, "", "公募の時期が遅れた。")));
		texts.put(Part.IMPROVEMENT, List.of(entry(1, "・", "来年度は4月に公募する。")));
		return new CommitmentDraft(printedTitle.span().start(), node, printedNumber, printedTitle, responsible,
				List.of(print("第1期財政計画")), texts, List.of(target), List.of(phase),
				(grade != null) ? new GradeDraft(grade, print(grade)) : null,
				(next != null) ? new NextStepDraft(next, print("継続")) : null);
	}

	private Entry entry(int level, String marker, String text) {
		int at = this.source.length();
		Span markerSpan = marker.isEmpty() ? null : print(marker).span();
		return new Entry(level, marker, markerSpan, print(text), List.of(), at, null);
	}

	private Passage print(String text) {
		int start = this.source.length();
		this.source.append(text);
		Passage printed = new Passage(text, List.of(new Span(start, this.source.length())));
		this.source.append('\n');
		return printed;
	}

}
