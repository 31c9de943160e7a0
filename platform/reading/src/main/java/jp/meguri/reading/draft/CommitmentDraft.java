package jp.meguri.reading.draft;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row or item of a plan somebody answers for: 具体的な取り組み項目, 取組内容, 事項.
 *
 * @param at where it begins: its identity within the draft
 * @param node {@code at} of the plan node it stands under, or null where it cannot be
 * told
 * @param number the number as printed; may be missing or stand twice
 * @param title the title as printed
 * @param responsibilities who leads and who takes part, in printed order
 * @param references names of other plans it refers to (関係する計画等)
 * @param texts its texts by part; parts without a text are absent
 * @param targets 目標, 達成目標
 * @param phases steps of several years (平成23年度 / 平成24年度～)
 * @param grade 達成度 or 評価, or null where there is none or it cannot be tied
 * @param nextStep 今後の方針, or null where there is none or it cannot be tied
 */
public record CommitmentDraft(int at, @Nullable Integer node, Passage number, Passage title,
		List<ResponsibilityDraft> responsibilities, List<Passage> references, Map<Part, List<Entry>> texts,
		List<TargetDraft> targets, List<PhaseDraft> phases, @Nullable GradeDraft grade,
		@Nullable NextStepDraft nextStep) {

	public CommitmentDraft {
		responsibilities = List.copyOf(responsibilities);
		references = List.copyOf(references);
		EnumMap<Part, List<Entry>> copy = new EnumMap<>(Part.class);
		texts.forEach((part, entries) -> copy.put(part, List.copyOf(entries)));
		texts = Collections.unmodifiableMap(copy);
		targets = List.copyOf(targets);
		phases = List.copyOf(phases);
	}

	/** The entries of a part; empty where the document has none. */
	public List<Entry> text(Part part) {
		return this.texts.getOrDefault(part, List.of());
	}

	/** The parts a commitment may have. */
	public enum Part {

		/** 趣旨・目的. */
		PURPOSE,
		/** 今後の取組方向: for the whole plan period. */
		DIRECTION,
		/** 5年間の主な取組, 計画内容（Plan） with 達成目安: a tree of entries. */
		ACTIONS,
		/** 取組状況（Do）. */
		PROGRESS,
		/** 課題・改善点. */
		ISSUES,
		/** 取組工程に対する評価（Check）. */
		PROCESS_EVALUATION,
		/** 見直し、改善事項（Action）. */
		IMPROVEMENT

	}

	/**
	 * @param role what it does
	 * @param name the section, body or group as printed
	 * @param group whether it names no unit but a selection (全ての課等)
	 */
	public record ResponsibilityDraft(Role role, Passage name, boolean group) {
	}

	/** Who does what. */
	public enum Role {

		/** 取組主管課 that leads: alone, or marked ●. */
		PRIMARY,
		/** 取組主管課 beside the leading one. */
		CO_LEAD,
		/** 関係課等. */
		RELATED,
		/** One of several leads without a mark: who leads is not printed. */
		UNKNOWN

	}

	/**
	 * @param key the initiative it cites as printed, e.g. ア or イ(ア); none without
	 * @param refersTo {@code at} of the cited entry among the actions, or null
	 * @param text the target's words
	 */
	public record TargetDraft(Passage key, @Nullable Integer refersTo, Entry text) {
	}

	/**
	 * @param under {@code at} of the initiative it belongs to among the actions, or null
	 * for the commitment itself
	 * @param period the years as printed
	 * @param actions what is done in them
	 */
	public record PhaseDraft(@Nullable Integer under, Passage period, List<Entry> actions) {

		public PhaseDraft {
			actions = List.copyOf(actions);
		}

	}

	/**
	 * @param code the grade as a plain letter, look-alikes folded
	 * @param printed the letter as printed
	 */
	public record GradeDraft(String code, Passage printed) {
	}

	/**
	 * @param step what it stands for
	 * @param printed the word as printed
	 */
	public record NextStepDraft(Step step, Passage printed) {

		/** 今後の方針. */
		public enum Step {

			/** 継続, 現状維持. */
			CONTINUE,
			/** 拡大. */
			EXPAND,
			/** 改善. */
			IMPROVE,
			/** 縮小. */
			REDUCE,
			/** 完了. */
			COMPLETE,
			/** 廃止. */
			ABOLISH

		}

	}

}
