package jp.meguri.reading.target;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * What the words behind an amount make of it. 3校区、 stands for itself, 3校区に設置 tells where,
 * 3つの課題 tells which.
 */
final class Frame {

	private static final String ENDS = "。、,;:)」』】〕]}/→※*○●◎■□◆◇☆★|<>〈〉《(（・\n" + PhraseText.END;

	private static final Rule<String> GOAL_VERB = Rule.word("達成", "目指", "めざ", "目標", "確保", "維持", "する", "し、", "設定", "到達",
			"引き上げ", "引上げ", "引き下げ", "引下げ", "抑制", "抑え", "縮減", "向上", "高め", "近づけ", "上回", "超", "見込", "計上", "とす", "とし", "な");

	private static final Rule<String> TO_GOAL = Rule.word("を", "に", "と", "へ", "の").lead(GOAL_VERB);

	/** 96億円以上を目標としていたが: what was aimed at, told again. */
	private static final Rule<String> AIM = Rule.word("を目標", "が目標", "の目標", "という目標", "とする目標", "を目指", "をめざ");

	private static final Rule<String> PREDICATE = Rule.word("のため", "であり", "であること", "となっており", "となるため");

	/** Work that is counted: 講座3回開催. */
	private static final Rule<String> DONE = Rule.word("開催", "実施", "発行", "配布", "配信", "達成", "確保", "認定", "登録", "成立", "養成",
			"育成", "訪問", "掲載", "公表", "参加", "行う", "行い", "行った", "程度", "維持", "受講", "支援", "作成", "策定", "締結", "増");

	private static final Rule<String> TAKEN_PART = Rule.word("参加", "受講", "登録", "来場", "来所", "利用", "認定", "成立", "応募");

	private static final Rule<String> REQUIREMENT = Rule.word("の団体", "の事業者", "の企業", "の法人", "の組織", "の会社", "の施設", "の世帯",
			"のグループ", "のサークル", "の場合", "の者", "の方", "の家庭", "の男女", "の住民", "の建", "の土地", "の契約", "の工事", "の寄附", "の寄付", "で構成",
			"で組織", "なら", "かつ", "であれば", "の額", "の規模");

	private Frame() {
	}

	/** Whether the amount before this place stands for itself. */
	static boolean closes(PhraseText text, int end) {
		char c = text.at(end);
		return ENDS.indexOf(c) >= 0 || (c >= '①' && c <= '⑳') || (text.isApart(end) && !isHiragana(c));
	}

	/** Whether the words behind only tell what the noun before is: 規模が291億円のため. */
	static boolean isPredicate(PhraseText text, int end) {
		return PREDICATE.at(text, end) != null;
	}

	/** Whether the words behind say that the amount shall be reached. */
	static boolean isGoal(PhraseText text, int end) {
		return TO_GOAL.at(text, end) != null;
	}

	/** Whether a result only tells again that the amount was aimed at. */
	static boolean isAim(PhraseText text, int end) {
		return AIM.at(text, end) != null;
	}

	/** Whether the amount counts the work named behind it. */
	static boolean isDone(PhraseText text, int end) {
		return DONE.at(text, end) != null;
	}

	/** Whether these characters are nothing but work that is counted. */
	static boolean isDone(PhraseText text, int from, int end) {
		Match<String> done = DONE.at(text, from);
		return done != null && done.end() == end;
	}

	/** Whether the words behind an amount of people or cases say what they did. */
	static boolean isTakenPart(PhraseText text, int end) {
		return TAKEN_PART.at(text, end) != null;
	}

	/** Whether the amount is a condition somebody or something has to meet. */
	static boolean isRequirement(PhraseText text, int end) {
		return REQUIREMENT.at(text, end) != null;
	}

	private static boolean isHiragana(char c) {
		return c >= 'ぁ' && c <= 'ん';
	}

}
