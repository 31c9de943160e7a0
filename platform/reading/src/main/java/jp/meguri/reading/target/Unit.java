package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * What a number counts or measures.
 *
 * @param name the unit of the quantity: 円, %, ポイント, 人 or the counter in one spelling
 * @param factor what one printed unit is in that unit: 10 for 割
 * @param time whether it is a length of time
 */
record Unit(String name, BigDecimal factor, boolean time) {

	/**
	 * Counters. A counter that also begins other words is followed, behind a space, by
	 * the characters that make it one: 人 but not 人口.
	 */
	private static final List<String> COUNTERS = List.of("小学校区", "中学校区", "校区", "地区", "地域", "区画", "事業所 得", "事業者", "事業 費",
			"団体", "世帯", "案件", "提案", "協定", "施設", "品目", "種類", "項目", "拠点", "店舗", "会場", "講座", "教室", "コース", "グループ", "チーム",
			"クラス", "ケース", "サークル", "ブース", "プラン", "テーマ", "メニュー", "社 会員協団宅屋", "回 答線収転復路顧廊覧想目", "件 数名", "校 区長舎庭門",
			"区 域画分役民長内間別", "園 児長芸庭", "館 長内", "市 民町立内長役場外域政営", "町 民内長村会", "村 民内長", "基 本金準盤地礎幹", "戸 籍別建", "台 帳風所",
			"本 市町庁人部計年格文来土社会校館", "部 局署門長会分品内", "冊 子", "枚", "点 検字数在", "組 織合みむ", "店", "棟", "床", "頭", "匹", "羽", "隻",
			"便 利益", "席", "路線", "系統", "橋", "筆", "着 手工任実", "票 決", "位 置", "通 年常知信過行勤", "つ いなき", "個 人別所", "張", "食 品糧材育",
			"倍 増", "公演", "講演", "回線", "セット", "ページビュー", "アクセス", "フォロワー", "ダウンロード", "PV", "ha", "k㎡", "km", "㎞", "kg", "㎏",
			"kWh", "MWh", "kW", "MW", "トン", "cm", "キロ", "メートル", "ヘクタール", "平方メートル", "リットル", "dB", "㎢", "㎥", "曲", "話",
			"局 長", "所 属管在得", "作品", "ページ", "区間", "工区", "自治会", "町会", "団地", "公園", "学校", "小学校", "中学校", "市町村", "大学", "企業",
			"商品", "条例", "計画", "路");

	private static final List<String> TIMES = List.of("時間 外帯", "分 の野類別析譲担割", "秒", "日 本常程曜", "日間", "営業日", "週間", "か月",
			"カ月", "ヵ月", "ヶ月", "ケ月", "年 度生次目前後", "年間");

	private static final Map<String, String> SPELLINGS = Map.of("手続き", "手続", "箇所", "か所", "個所", "か所", "カ所", "か所", "ヵ所",
			"か所", "ヶ所", "か所", "ケ所", "か所", "㎡", "㎡", "m2", "㎡");

	static final Rule<Unit> RULE = Rule.first(of(Quantity.POINT, "1", "パーセントポイント", "%ポイント", "ポイント", "㌽"),
			of(Quantity.PERCENT, "1", "パーセント", "%", "㌫"), of(Quantity.PERCENT, "10", "割 合引当り高安"),
			of(Quantity.YEN, "1", "円 滑卓形周安高熟"), of(Quantity.PERSON, "1", "人分", "名分", "人 権口材事工員格類物生件的数ひ", "名 称簿前義所札物産目"),
			Rule.first(Rule.oneOf(SPELLINGS), Rule.word("手続", "か所"))
				.as((name) -> new Unit(name, BigDecimal.ONE, false)),
			words(COUNTERS).as((name) -> new Unit(name, BigDecimal.ONE, false)),
			words(TIMES).as((name) -> new Unit(name, BigDecimal.ONE, true)));

	private static Rule<Unit> of(String name, String factor, String... words) {
		return words(List.of(words)).as((word) -> new Unit(name, new BigDecimal(factor), false));
	}

	/** The longest of these words. */
	private static Rule<String> words(List<String> entries) {
		Map<Character, List<Word>> words = entries.stream()
			.map(Word::of)
			.sorted(Comparator.comparingInt((Word word) -> -word.chars.length()))
			.collect(Collectors.groupingBy((word) -> word.chars.charAt(0)));
		return (text, from) -> {
			for (Word word : words.getOrDefault(text.at(from), List.of())) {
				if (word.stands(text, from)) {
					return new Match<>(word.chars, from + word.chars.length());
				}
			}
			return null;
		};
	}

	/** One spelling for units that are the same: 3か所, 3カ所 and 3箇所, 名 and 人. */
	static String spelling(String printed) {
		return printed.equals("名") ? Quantity.PERSON : SPELLINGS.getOrDefault(printed, printed);
	}

	/**
	 * @param chars the word
	 * @param excluded characters that make it the beginning of another word
	 */
	private record Word(String chars, String excluded) {

		static Word of(String entry) {
			String[] parts = entry.split(" ");
			return new Word(parts[0], (parts.length > 1) ? parts[1] : "");
		}

		boolean stands(PhraseText text, int from) {
			int end = from + this.chars.length();
			return text.startsWith(this.chars, from) && (this.excluded.indexOf(text.at(end)) < 0 || text.isApart(end));
		}

	}

}
