package jp.meguri.reading.schedule;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleWordsTest {

	private static final PhraseContext CONTEXT = new PhraseContext(2024, new PlanPeriod(2024, 2028));

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7月～3月 | 2024/7/1～2025/3/31 | 1 Jul 2024 – 31 Mar 2025",
			"(11月) | 2024年11月 | Nov 2024", "通年実施 | 通年 | all year", "随時 | 随時 | as needed", "定期的に点検 | 定期的 | regularly",
			"継続して実施 | 継続 | continuing", "7月開始 | 2024年7月開始 | starts Jul 2024", "4月開始 | 2024年4月開始 | starts Apr 2024",
			"令和6年10月から | 2024/10/1～ | from 1 Oct 2024", "令和7年度中に | 2026/3/31まで | by 31 Mar 2026",
			"下半期 | 2024/10/1～2025/3/31 | 1 Oct 2024 – 31 Mar 2025", "令和7年度 | 2025年度 | FY2025",
			"令和6年度～令和9年度 | 2024年度～2027年度 | FY2024 – FY2027", "令和6年度～ | 2024年度～2028年度 | FY2024 – FY2028",
			"12月末時点 | 2024/12/31時点 | as of 31 Dec 2024", "前年 | 2023年 | 2023",
			"令和2年から令和4年まで | 2020年～2022年 | 2020 – 2022", "前年同期比 | 前年との比較 | compared with the year before",
			"次年度に延期 | 2025年度に延期 | deferred to FY2025", "順次設置 | 順次 | step by step",
			"令和7年度、順次 | 2025年度、順次 | FY2025, step by step", "5年間で | 計画期間（2024年度～2028年度） | plan period (FY2024 – FY2028)",
			"年３回 | 年3回 | 3 times a year", "月２回 | 月2回 | twice a month", "毎週日曜日 | 毎週 | every week",
			"【第１回】 | 繰り返し | recurring", "4月下旬 | 2024/4/21～2024/4/30 | 21 Apr 2024 – 30 Apr 2024",
			"令和7年1月7日(火) | 2025/1/7 | 7 Jan 2025", "(H27:54.3%) | 基準：2015年度 | baseline: FY2015",
			"【今年度末に記載】 | 2025/3/31まで | by 31 Mar 2025", "10年間 | 期間の長さ | length of time", "早期に | 時期は未定 | no date",
			"令和6年度(2025年度) | 2025年度（要確認） | FY2025 (please check)",
			"12月意見公募、3月制定 | 2024年12月、2025年3月 | Dec 2024; Mar 2025" })
	void entry_isDescribedInBothLanguages(String phrase, String ja, String en) {
		List<ScheduleEntry> entries = ScheduleReader.read(phrase, CONTEXT);
		assertThat(entries).singleElement().satisfies((entry) -> {
			assertThat(entry.describe(Locale.JAPANESE)).isEqualTo(ja);
			assertThat(entry.describe(Locale.ENGLISH)).isEqualTo(en);
		});
	}

}
