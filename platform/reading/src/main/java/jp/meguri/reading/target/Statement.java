package jp.meguri.reading.target;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * Targets without a number: a decision to have none, a direction, all of a population.
 */
final class Statement {

	/** 数値的な目標を設定せず. */
	static final Rule<Comparator> NO_TARGET = Rule.word("数値的な目標", "数値的目標", "数値目標", "定量的な目標", "定量的目標", "目標数値", "目標値")
		.skip(Rule.maybe("を", "は", "については", "の"))
		.skip(Rule.maybe("特に", "あえて", "敢えて"))
		.skip(Rule.word("設定せず", "設定しない", "設定していない", "設定なし", "設定はしない", "設定は行わない", "設けず", "設けない", "定めず", "定めない", "掲げず",
				"掲げない", "置かない", "なし", "無し"))
		.as((words) -> Comparator.NONE);

	private static final Rule<Comparator> ZERO = Rule.word("ゼロ", "0件", "0人", "0円", "0")
		.skip(Rule.word("に近づけ", "へ近づけ", "に近付け", "を目指", "をめざ", "にする", "にし", "とする", "を達成", "の達成", "を継続", "化"))
		.skip(Rule.maybe("る"))
		.as((word) -> Comparator.ZERO);

	/** What a wish for more or less is said with; a plain 増加している tells a fact. */
	private static final Rule<String> WISH = Rule
		.word("に向け", "を図", "を目指", "をめざ", "させ", "するよう", "につな", "に努め", "に取り組", "に取組", "を進め", "を推進", "を促", "に資", "に寄与",
				"を実現", "を支援")
		.or((text, from) -> "、,".indexOf(text.at(from)) < 0 && Frame.closes(text, from) ? new Match<>("", from) : null);

	private static final Rule<Comparator> GROWTH = Rule
		.oneOf(Map.of("増加", Comparator.UP, "増大", Comparator.UP, "減少", Comparator.DOWN))
		.before(Rule.maybe("など", "等").lead(WISH));

	private static final Rule<Comparator> VERB = Rule.oneOf(Map.of("を増やす", Comparator.UP, "を増やし", Comparator.UP, "を減らす",
			Comparator.DOWN, "を減らし", Comparator.DOWN, "が増えるよう", Comparator.UP, "が減るよう", Comparator.DOWN));

	/** Of anything that can be counted. */
	static final Rule<Comparator> TREND = Rule.first(ZERO, GROWTH, VERB);

	/** Of what is measured only: 手続きの削減 is work to do. */
	static final Rule<Comparator> CUT = Rule.word("低減", "削減", "縮減", "減量")
		.before(Rule.maybe("など", "等").lead(WISH))
		.as((word) -> Comparator.DOWN);

	private static final Rule<String> EVERY = Rule.word("すべての", "全ての", "すべて", "全て", "全");

	/** Beginnings of words that do not speak of a population. */
	private static final Rule<String> NOT_EVERY = Rule.word("体", "国", "般", "庁的", "庁", "面", "力", "域", "市的", "く", "文",
			"額", "線", "長", "身", "開", "日", "年", "期", "会一致", "戸別", "て", "部門", "世代", "集中", "数値", "方位", "量");

	/** What can be counted, at the end of the word for it. */
	private static final String MEMBERS = "者員区校所課局戸件数人館園店室民議団体帯設域業部署級口会署";

	private static final int MOST_POPULATION = 12;

	private Statement() {
	}

	/** 全転入者, すべての校区等地域: what stands for a whole population, or null. */
	static @Nullable Match<String> population(PhraseText text, int from) {
		Match<String> every = EVERY.at(text, from);
		if (every == null || isInsideWord(text, from) || NOT_EVERY.at(text, every.end()) != null) {
			return null;
		}
		int end = every.end();
		while (end - every.end() < MOST_POPULATION && Naming.isNoun(text.at(end)) && !text.isApart(end)) {
			end++;
		}
		boolean prefix = every.value().equals("全");
		while (prefix && end > every.end() && MEMBERS.indexOf(text.at(end - 1)) < 0) {
			end--;
		}
		boolean found = end > every.end() + 1 || (end > every.end() && MEMBERS.indexOf(text.at(end - 1)) >= 0);
		return found && !text.startsWith("一律", end) ? new Match<>(text.chars(every.end(), end), end) : null;
	}

	/** 安全, 完全, 健全, 保全. */
	private static boolean isInsideWord(PhraseText text, int from) {
		return !text.isApart(from) && "安完健保万十不両".indexOf(text.at(from - 1)) >= 0;
	}

}
