package jp.meguri.reading.target;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of domain guide 6.1 and what goes with them.
 */
class TargetReaderTest {

	private static final PhraseContext YEAR = new PhraseContext(2026, new PlanPeriod(2025, 2029));

	private static List<Target> read(String text) {
		List<Target> targets = TargetReader.read(text, YEAR);
		for (Target target : targets) {
			assertThat(target.span().of(text)).isEqualTo(target.rawPhrase());
			Indicator indicator = target.indicator();
			if (indicator != null) {
				assertThat(indicator.span().of(text)).isEqualTo(indicator.phrase());
			}
		}
		return targets;
	}

	/** Comparator, ? if it is not printed, value and unit. */
	private static String code(Target target) {
		Quantity quantity = target.quantity();
		return target.comparator() + (target.comparatorStated() ? "" : "?")
				+ ((quantity != null) ? " " + quantity.value().toPlainString() + " " + quantity.unit() : "");
	}

	private static String codes(String text) {
		return read(text).stream().map(TargetReaderTest::code).collect(Collectors.joining("; "));
	}

	private static String indicators(String text) {
		return read(text).stream()
			.map(Target::indicator)
			.map((indicator) -> (indicator != null) ? indicator.phrase() : "-")
			.collect(Collectors.joining("; "));
	}

	/** Domain guide 6.1, in the table's order. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			説明会を開催：3校区以上, GE 3 校区
			支援：1校区, GE? 1 校区
			15校区程度(検討会含む), APPROX 15 校区
			毎年度2つ以上, GE 2 つ
			被害件数・被害額をゼロに近づける, ZERO
			消費者被害の減少に向けて, DOWN
			参加者数の増加, UP
			"出前講座等参加者数4,000人", GE? 4000 人
			"来場者 10,000人/年", GE? 10000 人
			参加者：150人, GE? 150 人
			認証事業者10社, GE? 10 社
			選定評価委員会2回（1月～3月）令和7年度（2025年度）継続, GE? 2 回
			設置の全数把握, ALL
			数値的な目標を設定せず、地域の取組を支える。, NONE
			5年間で50事業以上, GE 50 事業
			マッチング成立件数を300件以上とする。, GE 300 件
			学べたと答えた人の割合が60%以上である。, GE 60 %
			回答比率80%以上にする, GE 80 %
			理解度 80％, GE? 80 %
			回答割合を90%とする, GE? 90 %
			満足度75％を達成する, GE? 75 %
			平成23年度に120件以上の相談への対応を行う, GE 120 件
			全転入者（届出件数約13万件）に配布する, ALL
			全区で展開, ALL
			すべての校区等地域で開催, ALL
			弁護士1名を増員 (現在7名), DELTA 1 人
			市内8か所に開設, ""
			7工営所、8下水道センターを統合, ""
			23年度5区でモデル配置, ""
			モデル地域(4区7地域)での成果, ""
			1カ所に集約, ""
			形成から3カ年度間, ""
			実質公債費比率 6.5%以下 将来負担比率 31.8%以下, LE 6.5 %; LE 31.8 %
			基金残高 96億円以上の確保 (第6期財政計画値 96.4億円), GE 9600000000 円; GE? 9640000000 円
			物件費、維持補修費 50億4千7百万円, LE? 5047000000 円
			最終予算規模を291億円 とする, LE? 29100000000 円
			市税徴収率 98.5 / 22.0 / 95.0 %, GE? 98.5 %; GE? 22 %; GE? 95 %
			現年分徴収率 95.0% 滞繰分徴収率 23.0% 合計 77.0%, GE? 95 %; GE? 23 %; GE? 77 %
			"目標額 65,000千円 (25,000 + 40,000)", GE? 65000000 円; GE? 25000000 円; GE? 40000000 円
			"目標額65,000千円 ・売却額25,000千円 ・貸付額40,000千円", GE? 65000000 円; GE? 25000000 円; GE? 40000000 円
			"ふるさと応援 200,000千円以上 命名権 5,000千円以上 広告収入 600千円以上", GE 200000000 円; GE 5000000 円; GE 600000 円
			25事業, GE? 25 事業
			給水原価125円〈供給単価142円, LT 142 円
			収納率78.1%, GE? 78.1 %
			百歳体操の普及(高齢者600人程度), APPROX 600 人
			現年度分 98.5% / 滞納分徴収率 25.0%, GE? 98.5 %; GE? 25 %
			正規職員数 615人, LE? 615 人
			活動に参加している市民の割合 70%(H27:54.3%), GE? 70 %
			自治会の活動に満足している 50.0% (H27:35.4%), GE? 50 %
			すべての職員を研修対象とする, ALL
			""")
	void target_isRead(String text, String expected) {
		assertThat(codes(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			"通年実施、出前講座等参加者数4,000人", 出前講座等参加者数
			支援：1校区, 支援
			（7月 参加者：150人）, 参加者
			5年間での成立件数を300件以上とする。, 成立件数
			平成23年度に120件以上の相談への対応を行う, 相談への対応
			*地域自治組織:令和4年度(2022年度)までに15校区程度, 地域自治組織
			提案制度による提案数:(課題提示)毎年度2つ以上, 提案制度による提案数
			年度末基金残高 96億円以上の確保, 基金残高
			正規職員数 615人, 正規職員数
			自治会の活動に満足している 50.0%, 自治会の活動に満足している
			すべての職員を研修対象とする, すべての職員
			講座の申し込み者数は120人, 講座の申し込み者数
			""")
	void indicator_isTheNounBesideTheNumber(String text, String expected) {
		assertThat(indicators(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "令和8年度", "令和8年(2026年)12月末時点", "（11月～令和9年1月）", "5-1-③ 地域の力", "第3次総合計画", "第 3 次",
			"1. 説明会 (2) 相談", "電話 06-1234-5678", "0120-123-456", "H27.8.29付け", "P44-45", "18歳以上の男女", "10周年記念事業を行う",
			"No.3 2階 5丁目", "3年生以上", "一人ひとりに寄り添う", "一部を見直す", "二校区に広げる", "安全で健全なまち", "全国大会", "全庁的に取り組む", "6つの公共施設",
			"3つの専門委員会", "高齢者1,500人を対象に調査する", "定数94人", "4区7地域", "10人以上の団体に補助する", "サービスの向上を図る", "参加者が増加している",
			"需要の増加に伴い見直す", "24時間体制", "10日以内に提出する", "1人1台", "2市1町", "（ア）～（ウ）", "午前9時30分", "①②③", "v1.2.3", "約", "以上",
			"％", "▲", "3", "12,345" })
	void textWithoutATarget_readsNothing(String text) {
		assertThat(codes(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			研修受講率を80％超, GT 80 %
			苦情件数 10件未満, LT 10 件
			待ち時間を30分以内にする, LE 30 分
			認知度 約8割, APPROX 80 %
			満足度 2割5分以上, GE 25 %
			参加率 3分の2以上, GE 66.6667 %
			相談会 年3回, GE? 3 回
			苦情件数 20件, LE? 20 件
			時間外勤務時間 月45時間以内, LE 45 時間
			講座を3回開催, GE? 3 回
			経費を2割削減, DELTA -20 %
			収納率を1.5ポイント引き上げる, DELTA 1.5 ポイント
			3～5校区で説明会, ""
			説明会 3～5校区, GE 3 校区; LE 5 校区
			会員数 少なくとも１，０００名, GE 1000 人
			二校区以上, GE 2 校区
			3検討部会以上, GE 3 検討部会
			設置箇所 3カ所以上, GE 3 か所
			排出量 ▲5.5％, LE? -5.5 %
			苦情ゼロを目指す, ZERO
			全職員を対象に研修, ALL
			市内の全地域会議が集まる, ALL
			全市一律の支援を見直す, ""
			協働事業が増加するよう取り組む, UP
			参加者の増加など, UP
			相談の増加、多様化に応える, ""
			経費の削減を図る, DOWN
			様式の削減を図る, ""
			すべての補助金等について見直す, ALL
			歳出規模が291億円であり, LE? 29100000000 円
			"決算規模は1977.4万円とする", LE? 19774000 円
			""")
	void target_isReadInOtherWords(String text, String expected) {
		assertThat(codes(text)).isEqualTo(expected);
	}

	@Test
	void comparatorThatIsNotPrinted_followsTheDirection() {
		Target staff = read("正規職員数 615人").get(0);
		assertThat(staff.direction()).isEqualTo(Direction.LESS_IS_BETTER);
		assertThat(staff.comparator()).isEqualTo(Comparator.LE);
		assertThat(staff.comparatorStated()).isFalse();
		Target rate = read("滞納分徴収率 25.0%").get(0);
		assertThat(rate.direction()).isEqualTo(Direction.MORE_IS_BETTER);
		assertThat(rate.comparator()).isEqualTo(Comparator.GE);
	}

	@Test
	void bracketsBehindTheValue_holdBaselineBenchmarkAndPopulation() {
		Target share = read("市民の割合 70%(H27:54.3%)").get(0);
		assertThat(figure(share.figures().baseline())).isEqualTo("54.3%");
		assertThat(figure(read("弁護士1名を増員 (現在7名)").get(0).figures().baseline())).isEqualTo("7人");
		assertThat(figure(read("全転入者（届出件数約13万件）").get(0).figures().population())).isEqualTo("130,000件");
		assertThat(figure(read("給水原価125円〈供給単価142円").get(0).figures().versus())).isEqualTo("125円");
		assertThat(read("基金残高 96億円以上(財政計画値 96.4億円)")).extracting(Target::kind)
			.containsExactly(Target.Kind.BINDING, Target.Kind.BENCHMARK);
	}

	private static @Nullable String figure(@Nullable Figure figure) {
		return (figure != null) ? figure.quantity().ja() : null;
	}

	@Test
	void valuesBehindAHeadingOfOrientation_areBenchmarks() {
		assertThat(read("徴収率 98% [達成目安] 徴収率 97.5%\t件数 3件")).extracting(Target::kind)
			.containsExactly(Target.Kind.BINDING, Target.Kind.BENCHMARK, Target.Kind.BINDING);
	}

	@Test
	void partsThatAddUp_areTiedToTheirWhole() {
		assertThat(read("目標額65,000千円 ・売却額25,000千円 ・貸付額40,000千円")).extracting(Target::role)
			.containsExactly(Target.Role.TOTAL, Target.Role.PART, Target.Role.PART);
		assertThat(read("目標額 65,000千円 (25,000 + 40,000)")).extracting(Target::role)
			.containsExactly(Target.Role.TOTAL, Target.Role.PART, Target.Role.PART);
	}

	@ParameterizedTest
	@ValueSource(strings = { "目標額65,000千円 ・売却額25,000千円 ・貸付額30,000千円", "目標額 65,000千円 (25,000 + 30,000)" })
	void partsThatDoNotAddUp_areRemarked(String text) {
		assertThat(read(text).get(0).remarks()).extracting(Remark::key).containsExactly("sum-mismatch");
	}

	@ParameterizedTest
	@CsvSource({ "5年間で50事業以上, CUMULATIVE 2025-04-01 2030-03-31", "毎年度2つ以上, PER_YEAR 2025-04-01 2030-03-31",
			"来場者 10000人/年, PER_YEAR 2025-04-01 2030-03-31", "参加者 150人, WITHIN 2026-04-01 2027-03-31",
			"（7月 参加者：150人）, WITHIN 2026-07-01 2026-07-31", "選定評価委員会2回（1月～3月）, WITHIN 2027-01-01 2027-03-31",
			"令和9年度までに15校区程度, BY null 2028-03-31", "通年実施、出前講座等参加者数5000人, WITHIN 2026-04-01 2027-03-31",
			"令和8年度末基金残高 96億円, AS_OF null 2027-03-31" })
	void period_followsTheWordsBeside(String text, String expected) {
		Period period = read(text).get(0).period();
		assertThat(period.kind() + " " + period.start() + " " + period.end()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			出前講座等参加者数4,000人 | 出前講座参加者
			出前講座等参加者数 | 出前講座参加者
			出前講座等の参加者 | 出前講座参加者
			出前講座（再掲）参加者数の目標値 | 出前講座参加者
			取り組み件数 | 取組件
			ＳＮＳフォロワー数 | snsフォロワー
			""")
	void key_isEqualForSpellingsOfOneIndicator(String text, String key) {
		List<Target> targets = read(text);
		Indicator indicator = targets.isEmpty() ? new Indicator(text, new Span(0, text.length()))
				: targets.get(0).indicator();
		assertThat(indicator).isNotNull();
		assertThat(indicator.key()).isEqualTo(key);
	}

	@Test
	void description_saysHowItWasRead() {
		Target visitors = read("出前講座等参加者数4,000人").get(0);
		assertThat(visitors.describe(Locale.JAPANESE)).isEqualTo("出前講座等参加者数 4,000人以上（2026/4/1～2027/3/31）");
		assertThat(visitors.describe(Locale.ENGLISH))
			.isEqualTo("出前講座等参加者数 at least 4,000 persons (2026/4/1 to 2027/3/31)");
		assertThat(read("数値目標は設定しない").get(0).describe(Locale.JAPANESE)).isEqualTo("数値目標なし");
		assertThat(read("弁護士1名を増員 (現在7名)").get(0).describe(Locale.JAPANESE))
			.isEqualTo("弁護士 +1人（2026/4/1～2027/3/31、現状 7人）");
	}

}
