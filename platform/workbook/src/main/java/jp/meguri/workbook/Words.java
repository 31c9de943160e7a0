package jp.meguri.workbook;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.events.content.ReportContent.Outcome;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;

/**
 * The words of a closed list, as the screens show them.
 */
final class Words<E extends Enum<E>> {

	static final Words<GoalKind> KINDS = new Words<>(GoalKind.class, "使命・方針", "当年度目標", "中期目標");

	static final Words<Tag> TAGS = new Words<>(Tag.class, "重点", "新規", "拡充");

	static final Words<Round> ROUNDS = new Words<>(Round.class, "期首", "期中", "期末", "決算後");

	static final Words<Outcome> OUTCOMES = new Words<>(Outcome.class, "未報告", "予定どおり", "遅れ", "実施済", "実施済（遅れ）", "一部実施",
			"代替実施", "次年度へ延期", "継続", "中止");

	static final Words<Certainty> CERTAINTIES = new Words<>(Certainty.class, "見込み", "速報", "確報");

	static final Words<NextStep> NEXT_STEPS = new Words<>(NextStep.class, "継続", "拡大", "改善", "縮小", "完了", "廃止");

	static final Words<PlanLink.Choice> CHOICES = new Words<>(PlanLink.Choice.class, "計画の項目", "該当なし", "記載のまま");

	static final Words<Responsibility.Role> ROLES = new Words<>(Responsibility.Role.class, "主管", "共管", "関係", "不明");

	static final Words<PhraseDecision.Decision> DECISIONS = new Words<>(PhraseDecision.Decision.class, "確認", "訂正",
			"日付ではない");

	private final Map<E, String> words;

	/**
	 * @param words one for each constant, in their order
	 */
	private Words(Class<E> type, String... words) {
		this.words = new EnumMap<>(type);
		E[] constants = type.getEnumConstants();
		if (constants.length != words.length || Arrays.stream(words).distinct().count() != words.length) {
			throw new IllegalStateException("words of " + type.getSimpleName());
		}
		for (int i = 0; i < words.length; i++) {
			this.words.put(constants[i], words[i]);
		}
	}

	String of(E constant) {
		return this.words.getOrDefault(constant, "");
	}

	Optional<E> find(String word) {
		String wanted = word.strip();
		return this.words.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(wanted))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	List<String> all() {
		return List.copyOf(this.words.values());
	}

}
