package jp.meguri.reading.target;

import java.util.List;

/**
 * Nouns whose growth or decline can be measured; サービスの向上 cannot.
 */
final class Measurable {

	private static final List<String> ENDINGS = List.of("数", "額", "率", "量", "満足度", "認知度", "件", "者", "人口", "被害", "事故",
			"コスト", "経費", "費", "残高", "世帯", "負担", "ごみ", "排出", "時間", "犯罪", "苦情", "滞納", "収入", "税収", "歳入", "歳出", "会員", "人員",
			"利用", "参加", "来場", "空き家", "自殺", "火災", "割合", "比率", "機会", "債務", "市債", "未収金", "収益", "売上", "寄附", "寄付");

	private Measurable() {
	}

	static boolean is(Indicator indicator) {
		String phrase = indicator.phrase();
		String bare = phrase.endsWith("等") ? phrase.substring(0, phrase.length() - 1) : phrase;
		return ENDINGS.stream().anyMatch(bare::endsWith);
	}

}
