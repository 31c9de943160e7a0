package jp.meguri.reading.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.phrase.PhraseContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of domain guide 6.2 and what goes with them.
 */
class ActualReaderTest {

	private static List<Actual> read(String text) {
		List<Actual> actuals = ActualReader.read(text, PhraseContext.of(2026));
		assertThat(actuals).allSatisfy((actual) -> assertThat(actual.span().of(text)).isEqualTo(actual.rawPhrase()));
		return actuals;
	}

	private static String codes(String text) {
		return read(text).stream().map(ActualReaderTest::code).collect(Collectors.joining("; "));
	}

	private static String code(Actual actual) {
		Quantity quantity = actual.quantity();
		Comparator comparator = actual.comparator();
		return ((comparator != null) ? comparator + " " : "") + ((quantity != null) ? quantity.ja() : "WITHHELD");
	}

	private static @Nullable String figure(@Nullable Figure figure) {
		return (figure != null) ? figure.quantity().ja() : null;
	}

	/** Domain guide 6.2, in the table's order. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			労働相談214件(前年同期比1.55倍), 214件
			"相談5,272件(前年同期比5.35倍)", "5,272件"
			特殊詐欺被害は64件と前年の141件から大きく減少しました, 64件
			"194,401世帯に給付", "194,401世帯"
			"409,532人に支給", "409,532人"
			給付率99.7%, 99.7%
			勉強会を2回実施しました, 2回
			地域づくり計画策定(1校区)等, 1校区
			オンライン化済行政手続数は、47手続から449手続に増加した, 449手続
			改選時に32名であった欠員は、令和5年度末には25名となった, 25人
			"登録者数が1,600名を超え", "GT 1,600人"
			受講者が30名に留まったため, 30人
			800人以上の市民の参加を得た, GE 800人
			延べ 456件の相談, 456件
			"受講者34,679名", "34,679人"
			延べ 64人、50基、51世帯の支援に着手, 64人; 50基; 51世帯
			２社 ９件 ５件, 2社; 9件; 5件
			6つの公共施設を巡る, ""
			NATS 4市の連携, ""
			市内６校区の全地域会議, ""
			市内15地区の福祉委員会, ""
			5地区で活動, ""
			3つの専門委員会, ""
			"高齢者1,500人を対象に調査", ""
			定数94人, ""
			50周年記念, ""
			講座２回 参加者数 54名, 2回; 54人
			講座１回 参加者数 ９名, 1回; 9人
			合計43件（窓口16件、電話27件）, 43件
			事業数は940件 = 655件 + 285件, 940件
			"25事業 − 19事業 = 6事業", 6事業
			将来負担比率 ▲18.9%, ▲18.9%
			基金残高40.6億円, "40億6,000万円"
			経費 50億8千9百万円, "50億8,900万円"
			"貸付 12,610千円", "1,261万円"
			"収入 10,478,600円", "10,478,600円"
			約100億円の経費, APPROX 100億円
			"ふるさと納税 1,263,695千円 - (475,257千円) =788,438千円", "788,438,000円"
			2.1ポイント上回った, 2.1ポイント
			約8割が回答, APPROX 80%
			"2,708,327件 (対前年比617,290件)", "2,708,327件"
			"面積 54.0ha、15,577.43㎡", "54ha; 15,577.43㎡"
			協定数(公募6/非公募1), 6; 1
			滞納分徴収率 - %, WITHHELD
			"年度末残高8億円以上を目標としていたが、9億円を確保した", 9億円
			協議には課長他3人が出席, ""
			"(他1協定、2施設を延長)", 1協定; 2施設
			相談のでは5件で、は5件で、は5件で、は9件, ""
			4月 5件、5月 5件、6月 5件、7月 5件, 5件; 5件; 5件; 5件
			""")
	void figure_isRead(String text, String expected) {
		assertThat(codes(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			"普通財産売却額(9件) 16,000千円", 普通財産売却額; 普通財産売却額
			座談会4回開催41名参加, 座談会; 参加
			市長への手紙151件, 市長への手紙
			"整備面積 A=54.0ha", A
			活動へ参加している(世帯) 市民の割合(アンケート) 66.4%, 活動へ参加している(世帯) 市民の割合
			地域づくり計画策定(1校区)等, 地域づくり計画策定
			2件の申請があった, 申請
			講座２回 参加者数 54名, 講座; 参加者数
			障がい者理解促進事業２回, 障がい者理解促進事業
			相談受付延べ件数 456件, 相談受付延べ件数
			防犯カメラの増設（令和8年度50基）, 防犯カメラの増設
			"手続数は、47手続から449手続に", 手続数
			新たに51世帯の支援に着手, 支援
			年に４回開催, -
			制度に満足している 50.0%, 制度に満足している
			""")
	void indicator_isTheNounBesideTheFigure(String text, String expected) {
		assertThat(read(text).stream()
			.map((actual) -> (actual.indicator() != null) ? actual.indicator().phrase() : "-")
			.collect(Collectors.joining("; "))).isEqualTo(expected);
	}

	@Test
	void partOfAWhole_hasTheWholeBesideIt() {
		Actual done = read("計画する25事業中19事業を完了").get(0);
		assertThat(code(done)).isEqualTo("19事業");
		assertThat(figure(done.beside().outOf())).isEqualTo("25事業");
	}

	@Test
	void changeOfAFigure_isSigned() {
		assertThat(read("採用により6名増員")).extracting(ActualReaderTest::code, Actual::tone)
			.containsExactly(Tuple.tuple("6人", Actual.Tone.CHANGE));
		assertThat(read("相談は3件減少した")).extracting(ActualReaderTest::code).containsExactly("▲3件");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			労働相談214件(前年同期比1.55倍), 前年同期比 1.55倍 false
			"2,708,327件 (対前年比617,290件)", "対前年比 617,290件 true"
			参加者54名（前年度比3名減）, 前年度比 ▲3人 true
			""")
	void comparison_isARatioOrADifference(String text, String expected) {
		Actual.Comparison comparison = read(text).get(0).beside().comparison();
		assertThat(comparison).isNotNull();
		assertThat(comparison.basis() + " " + comparison.ratio().ja() + " " + comparison.difference())
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "特殊詐欺被害は64件と前年の141件から大きく減少しました, 141件, LESS_IS_BETTER", "行政手続数は、47手続から449手続に増加, 47手続, MORE_IS_BETTER",
			"欠員 32名 → 25名, 32人, LESS_IS_BETTER", "改選時に32名であった欠員は、令和5年度末には25名, 32人, MORE_IS_BETTER",
			"加入率 32.6%（H27:35.4%）, 35.4%, MORE_IS_BETTER" })
	void valueBefore_standsBesideTheActual(String text, String before, Direction direction) {
		Actual actual = read(text).get(0);
		assertThat(figure(actual.beside().before())).isEqualTo(before);
		assertThat(actual.direction()).isEqualTo(direction);
	}

	@Test
	void valueThatWasReached_hasTheTimeBesideIt() {
		Period period = read("令和7年12月の改選時に32名であった欠員は、令和8年度末には25名となった").get(0).period();
		assertThat(period).isEqualTo(new Period(Period.Kind.AS_OF, null, LocalDate.of(2027, 3, 31)));
	}

	@Test
	void net_hasItsGrossAndItsDeduction() {
		Actual net = read("ふるさと納税 1,263,695千円 - (475,257千円) =788,438千円").get(0);
		assertThat(net.components()).extracting(ActualReaderTest::figure)
			.containsExactly("1,263,695,000円", "▲475,257,000円");
		assertThat(net.remarks()).isEmpty();
		assertThat(read("ふるさと納税 1,263,695千円 - (475,257千円) =788,000千円").get(0).remarks()).extracting(Remark::key)
			.containsExactly("sum-mismatch");
	}

	@Test
	void partsOfASum_standInIt() {
		Actual total = read("合計43件（窓口16件、電話27件）").get(0);
		assertThat(total.components()).extracting(ActualReaderTest::figure).containsExactly("16件", "27件");
		assertThat(total.remarks()).isEmpty();
		assertThat(read("相談件数は43件となり、この内16件が認定され、残りの27件は続いている").get(0).components())
			.extracting(ActualReaderTest::figure)
			.containsExactly("16件", "27件");
		assertThat(read("事業数は940事業あり、現状維持が655事業、改善が285事業となった").get(0).components()).extracting(ActualReaderTest::figure)
			.containsExactly("655事業", "285事業");
		assertThat(read("6事業の未実施理由・計画見直しのため(3事業)・工事の変更のため(2事業)・その他(1事業)").get(0).components())
			.extracting(ActualReaderTest::figure)
			.containsExactly("3事業", "2事業", "1事業");
		assertThat(codes("出席6人、講座3回、委員会に2人、説明会に4人")).isEqualTo("6人; 3回; 2人; 4人");
		assertThat(read("合計43件（窓口16件、電話26件）").get(0).remarks()).extracting(Remark::key).containsExactly("sum-mismatch");
	}

	@Test
	void tone_tellsContactsAndWhatFellShort() {
		assertThat(read("延べ 456件の相談").get(0).tone()).isEqualTo(Actual.Tone.CONTACTS);
		assertThat(read("相談受付延べ件数 456件").get(0).tone()).isEqualTo(Actual.Tone.CONTACTS);
		assertThat(read("延べ床面積 456㎡").get(0).tone()).isEqualTo(Actual.Tone.PLAIN);
		assertThat(read("受講者が30名に留まったため").get(0).tone()).isEqualTo(Actual.Tone.SHORT);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
			労働相談214件(前年同期比1.55倍) | 労働相談 214件（前年同期比 1.55倍、2026/4/1～2027/3/31）
			アクセス 2,708件 (対前年比617件) | アクセス 2,708件（対前年比 +617件、2026/4/1～2027/3/31）
			行政手続数は、47手続から449手続に増加 | 行政手続数 449手続（以前 47手続、2026/4/1～2027/3/31）
			25事業中19事業を完了 | 19事業（25事業のうち、2026/4/1～2027/3/31）
			合計43件（窓口16件、電話27件） | 合計 43件（内訳 16件 + 27件、2026/4/1～2027/3/31）
			相談受付延べ件数 456件 | 相談受付延べ件数 延べ456件（2026/4/1～2027/3/31）
			受講者が30名に留まったため | 受講者 30人に留まる（2026/4/1～2027/3/31）
			採用により6名増員 | +6人（2026/4/1～2027/3/31）
			約100億円の経費 | 経費 100億円程度（2026/4/1～2027/3/31）
			滞納分徴収率 - %（打切決算のため） | 滞納分徴収率 値の記載なし（打切決算のため、2026/4/1～2027/3/31）
			年度末残高 9億円 | 残高 9億円（2027/3/31現在）
			""")
	void figure_isDescribedInJapanese(String text, String expected) {
		assertThat(read(text).get(0).describe(Locale.JAPANESE)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
			労働相談214件(前年同期比1.55倍) | 労働相談 214 件 (前年同期比 1.55 times, 2026/4/1 to 2027/3/31)
			受講者が30名に留まったため | 受講者 only 30 persons (2026/4/1 to 2027/3/31)
			行政手続数は、47手続から449手続に増加 | 行政手続数 449 手続 (before 47 手続, 2026/4/1 to 2027/3/31)
			滞納分徴収率 - % | 滞納分徴収率 not given (2026/4/1 to 2027/3/31)
			""")
	void figure_isDescribedInEnglish(String text, String expected) {
		assertThat(read(text).get(0).describe(Locale.ENGLISH)).isEqualTo(expected);
	}

	@Test
	void withheldFigure_mayHaveAReason() {
		Actual withheld = read("滞納分徴収率 - %（打切決算のため表示しない）").get(0);
		assertThat(withheld.withheld()).isTrue();
		assertThat(withheld.beside().reason()).isNotNull().extracting(Indicator::phrase).isEqualTo("打切決算のため表示しない");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "令和8年(2026年)3月から相互利用を開始しました。", "第3次計画", "5-1-③", "-", "H26.8.29付け",
			"おくやみハンドブックを作成しました。(10月)", "電話 06-1234-5678", "18歳以上", "10周年", "3密" })
	void textWithoutAFigure_readsNothing(String text) {
		assertThat(codes(text)).isEmpty();
	}

}
