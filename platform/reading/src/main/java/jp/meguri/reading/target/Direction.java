package jp.meguri.reading.target;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether more or less of an indicator is better. It decides how a bare number is meant.
 */
public enum Direction {

	MORE_IS_BETTER, LESS_IS_BETTER;

	/** A Japanese compound says last what it is: 滞納分徴収率 is a rate of collection. */
	private static final List<String> LESS = List.of("費", "費用", "経費", "コスト", "原価", "単価", "債務", "負債", "地方債", "市債",
			"公債費比率", "将来負担比率", "負担額", "赤字", "借入", "借入金", "繰出金", "繰入金", "予算規模", "歳出", "歳出規模", "予算額", "決算規模", "正規職員",
			"正職員", "職員定数", "定員", "超過勤務", "時間外勤務", "残業", "被害", "事故", "災害", "火災", "犯罪", "刑法犯", "認知件数", "苦情", "クレーム", "滞納",
			"滞納額", "未納", "未収", "未収金", "不納欠損", "待機児童", "待ち", "待ち時間", "所要時間", "処理日数", "処理期間", "空き家", "空家", "離職", "退職",
			"欠員", "不登校", "自殺", "虐待", "いじめ", "ごみ", "排出量", "廃棄物", "廃棄", "消費量", "使用量", "CO2", "不法投棄", "放置自転車", "漏水", "ミス",
			"違反", "遅延", "不備", "死亡", "死者", "負傷", "感染者", "廃止", "空席", "空室", "耕作放棄", "荒廃", "騒音", "欠席", "未実施", "未策定", "未設置",
			"未達成");

	private static final List<String> MORE = List.of("徴収", "収納", "納付", "回収", "削減", "縮減", "節減", "抑制", "減量", "軽減", "解消",
			"解決", "防止", "対策", "改善", "達成", "満足", "参加", "受講", "受診", "利用", "相談", "講座", "研修", "訓練", "基金", "残高", "収入", "売却",
			"貸付", "認定", "認証", "策定", "整備", "設置", "実施", "開催", "リサイクル", "再生利用", "回答", "割合");

	/** Which way an indicator points; more is better where nothing says otherwise. */
	static Direction of(@Nullable Indicator indicator) {
		if (indicator == null) {
			return MORE_IS_BETTER;
		}
		String key = indicator.key();
		int less = last(key, LESS);
		return (isStaff(key) || less > last(key, MORE)) ? LESS_IS_BETTER : MORE_IS_BETTER;
	}

	/** How a number without a printed comparator is meant. */
	Comparator byDefault() {
		return (this == LESS_IS_BETTER) ? Comparator.LE : Comparator.GE;
	}

	private static boolean isStaff(String key) {
		return key.equals("職員") || key.endsWith("市職員") || key.equals("総職員");
	}

	/** Where the last of these words ends in the key. */
	private static int last(String key, List<String> words) {
		int last = -1;
		for (String word : words) {
			int at = key.lastIndexOf(word);
			last = (at >= 0) ? Math.max(last, at + word.length()) : last;
		}
		return last;
	}

}
