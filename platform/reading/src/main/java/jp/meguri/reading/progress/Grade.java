package jp.meguri.reading.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft.NextStepDraft.Step;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * A printed grade: a letter, a sign or a word, and what the document says it means.
 *
 * @param code the grade, look-alikes folded
 * @param printed the grade as printed
 * @param meaning the meaning without its brackets, or empty
 */
record Grade(String code, Run printed, Run meaning) {

	private static final Pattern VALUE = Pattern.compile("(?<code>[A-ESАВСΑΒ]|[◎○◯〇●△▲×✕☓-]|[1-5]" + "|"
			+ Width.spread("(?:計画以上|概ね|おおむね|ほぼ|やや|大幅に|目標を?)?(?:順調|遅延|遅れ|達成|未達成|未実施|実施済み?|実施中?|完了|中止|停滞)") + ")"
			+ "\\s*[:]?\\s*(?:\\((?<meaning>.+)\\))?");

	private static final Map<String, Step> STEPS = steps();

	private static final Pattern STEP = Pattern.compile("(" + String.join("|", STEPS.keySet()) + ")(実施|して実施|する|していく)?");

	/** The grade this value is, or null. */
	static @Nullable Grade of(Run value) {
		Matcher matcher = VALUE.matcher(value.folded());
		if (!matcher.matches()) {
			return null;
		}
		Run meaning = (matcher.group("meaning") != null) ? value.part(matcher.start("meaning"), matcher.end("meaning"))
				: Run.EMPTY;
		return new Grade(plain(Width.undoubled(Width.key(matcher.group("code")))),
				value.part(matcher.start("code"), matcher.end("code")), meaning);
	}

	/** Cyrillic and Greek look-alikes and the three circles are one sign each. */
	private static String plain(String code) {
		return switch (code) {
			case "А", "Α" -> "A";
			case "В", "Β" -> "B";
			case "С" -> "C";
			case "◯", "〇" -> "○";
			case "✕", "☓" -> "×";
			default -> code;
		};
	}

	/** The next step this value is, or null where it is something else or a text. */
	static @Nullable Step stepOf(Run value) {
		Matcher matcher = STEP.matcher(Width.undoubled(value.key()));
		return matcher.matches() ? STEPS.get(matcher.group(1)) : null;
	}

	private static Map<String, Step> steps() {
		Map<String, Step> steps = new LinkedHashMap<>();
		List.of("継続", "現状維持", "現行どおり", "現行通り", "維持").forEach((word) -> steps.put(word, Step.CONTINUE));
		List.of("拡大", "拡充", "充実").forEach((word) -> steps.put(word, Step.EXPAND));
		List.of("改善", "見直し", "見直して継続").forEach((word) -> steps.put(word, Step.IMPROVE));
		List.of("縮小").forEach((word) -> steps.put(word, Step.REDUCE));
		List.of("完了", "終了").forEach((word) -> steps.put(word, Step.COMPLETE));
		List.of("廃止", "中止", "休止").forEach((word) -> steps.put(word, Step.ABOLISH));
		return steps;
	}

}
