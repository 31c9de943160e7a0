package jp.meguri.catalog.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;

/**
 * The invented cities. Nothing here is taken from a real one.
 */
final class DemoCities {

	private final String issuers;

	/**
	 * @param issuers address of the identity provider; a city's slug is appended
	 */
	DemoCities(String issuers) {
		this.issuers = issuers;
	}

	List<DemoCity> all() {
		return List.of(nagisa(), tsukimi());
	}

	private DemoCity nagisa() {
		String slug = "nagisa";
		DemoOffice office = new DemoOffice(slug, issuer(slug)).department("civic", "くらし協働部", "鈴木 一郎")
			.section("civic", "civic-collab", "協働推進課", "高橋 誠")
			.section("civic", "civic-counter", "市民窓口課", "")
			.department("environment", "環境部", "伊藤 恵")
			.section("environment", "environment-recycle", "資源循環課", "")
			.planningDivision("planning", "政策企画課", "山田 薫")
			.person("sato", "佐藤 花", "STAFF@civic")
			.person("suzuki", "鈴木 一郎", "HEAD@civic")
			.person("takahashi", "高橋 誠", "STAFF@civic-collab")
			.person("tanaka", "田中 実", "STAFF@environment")
			.person("ito", "伊藤 恵", "HEAD@environment", "STAFF@civic")
			.person("yamada", "山田 薫", "PLANNING@planning")
			.person("kobayashi", "小林 望", "READER@planning");
		DemoEdition comprehensive = new DemoEdition(slug, "comprehensive-plan", "総合計画").heading("1", "1", "人と人がつながるまち")
			.heading("1-1", "1-1", "市民と行政の協働")
			.leaf("1-1-1", "1-1-①", "地域活動の担い手づくり")
			.leaf("1-1-2", "1-1-②", "市民活動を支える場の充実")
			.leaf("1-1-3", "1-1-③", "多文化がともに暮らす地域づくり")
			.heading("1-2", "1-2", "開かれた窓口")
			.leaf("1-2-1", "1-2-①", "手続きのオンライン化")
			.leaf("1-2-2", "1-2-②", "わかりやすい窓口案内")
			.heading("2", "2", "海と緑を未来へつなぐまち")
			.heading("2-1", "2-1", "資源の循環")
			.leaf("2-1-1", "2-1-①", "ごみの減量と分別の推進")
			.leaf("2-1-2", "2-1-②", "食品ロスの削減")
			.leaf("2-1-3", "2-1-③", "海岸の美化")
			.heading("2-2", "2-2", "脱炭素の推進")
			.leaf("2-2-1", "2-2-①", "公共施設の省エネルギー化")
			.leaf("2-2-2", "2-2-②", "再生可能エネルギーの利用拡大")
			.heading("3", "3", "持続可能な市政運営")
			.heading("3-1", "3-1", "効率的な行政運営")
			.leaf("3-1-1", "3-1-①", "行政評価の活用")
			.leaf("3-1-2", "3-1-②", "データに基づく政策立案");
		DemoEdition basic = new DemoEdition(slug, "basic-policy", "基本政策").leaf("1", "1", "自治会活動の負担軽減")
			.leaf("2", "2", "書かない窓口の実現")
			.leaf("3", "3", "市民活動センターの夜間開館")
			.leaf("4", "4", "生ごみ資源化の拡大")
			.leaf("5", "5", "海岸清掃パートナー制度の創設")
			.leaf("6", "6", "公共施設の照明のLED化")
			.leaf("7", "7", "若者の市政参加の推進")
			.leaf("8", "8", "政策評価の見える化");
		return new DemoCity(city(slug, "なぎさ市"), office.units(), office.persons(),
				List.of(comprehensive.plan(), basic.plan()),
				List.of(comprehensive.edition("前期基本計画", 2024, 2028), basic.edition("基本政策2024", 2024, 2027)),
				List.of(grades(slug)), List.of(runningYear(slug), pastYear(slug)));
	}

	private DemoCity tsukimi() {
		String slug = "tsukimi";
		DemoOffice office = new DemoOffice(slug, issuer(slug)).department("civic", "市民部", "")
			.planningDivision("planning", "企画課", "林 光")
			.person("mori", "森 あかり", "STAFF@civic")
			.person("hayashi", "林 光", "PLANNING@planning");
		DemoEdition comprehensive = new DemoEdition(slug, "comprehensive-plan", "総合計画").heading("1", "1", "月の見えるまち")
			.leaf("1-1", "1-(1)", "市民サービスの向上")
			.leaf("1-2", "1-(2)", "地域の見守り");
		return new DemoCity(city(slug, "つきみ市"), office.units(), office.persons(), List.of(comprehensive.plan()),
				List.of(comprehensive.edition("第2次基本計画", 2023, 2027)), List.of(grades(slug)),
				List.of(runningYear(slug), pastYear(slug)));
	}

	private MunicipalityChanged city(String slug, String name) {
		return new MunicipalityChanged(DemoCity.id(slug, "municipality"), slug, name, false, List.of(issuer(slug)));
	}

	private String issuer(String slug) {
		return this.issuers + "/" + slug;
	}

	private static GradingSchemeChanged grades(String slug) {
		return new GradingSchemeChanged(DemoCity.id(slug, "grades"), "目標の達成度", 2024, 2028,
				List.of(new GradeDefinition("A", "達成", "目標を達成した"), new GradeDefinition("B", "おおむね達成", "おおむね達成したが課題が残る"),
						new GradeDefinition("C", "一部未達成", "一部が未達成で見直しが必要"),
						new GradeDefinition("D", "未達成", "達成が難しく抜本的な見直しが必要")));
	}

	private static CycleChanged runningYear(String slug) {
		Window goals = window(slug, WindowKind.GOALS, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
		Window reports = window(slug, WindowKind.REPORTS, LocalDate.of(2026, 11, 1), LocalDate.of(2027, 3, 31));
		return new CycleChanged(DemoCity.id(slug, "cycle/2026"), 2026, CycleMode.LIVE, List.of(Round.YEAR_END),
				List.of(goals, reports));
	}

	private static CycleChanged pastYear(String slug) {
		return new CycleChanged(DemoCity.id(slug, "cycle/2025"), 2025, CycleMode.BACK_LOADING, List.of(Round.YEAR_END),
				List.of());
	}

	private static Window window(String slug, WindowKind kind, LocalDate first, LocalDate last) {
		return new Window(DemoCity.id(slug, "window/2026/" + kind), kind,
				(kind == WindowKind.REPORTS) ? Round.YEAR_END : null, startOf(first), startOf(last.plusDays(1)), 1, "",
				List.of());
	}

	private static Instant startOf(LocalDate day) {
		return day.atStartOfDay(FiscalYear.ZONE).toInstant();
	}

}
