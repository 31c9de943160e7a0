package jp.meguri.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.Round;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SheetExportTest {

	@Test
	void json_comesBackIdentical() {
		IntStream.range(0, 200).mapToObj(RandomSheet::of).forEach((sheet) -> {
			byte[] json = SheetJson.write(sheet);
			assertThat(SheetJson.read(json)).isEqualTo(sheet);
		});
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SheetJson.read("{\"x\":1}".getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			=1+1       | '=1+1
			＝１       | '＝１
			@SUM(A1)   | '@SUM(A1)
			＋5        | '＋5
			-cmd       | '-cmd
			-18.9      | -18.9
			+5         | +5
			-1,234     | -1,234
			-50%       | -50%
			-          | '-
			say "海"   | say ""海""
			150人      | 150人
			""")
	void csv_cannotBeTakenForAFormula(String value, String written) {
		assertThat(csv(value)).contains(",\"" + written + "\",");
	}

	@Test
	void csv_beginsWithItsMark_andEndsItsRowsForWindows() {
		assertThat(csv("一\n二")).startsWith("\ufeff\"年度\",\"区分\"").endsWith("\"\r\n").contains("\"一\n二\"");
		assertThat(csv("\t=1")).contains("\"'\t=1\"");
		assertThat(csv("\r=1")).contains("\"'\r=1\"");
	}

	@Test
	void csv_holdsEveryText() {
		SheetContent sheet = SampleContent.of("civic-2025.txt");
		String csv = new String(SheetCsv.write(sheet), StandardCharsets.UTF_8);
		sheet.goals().forEach((goal) -> {
			assertThat(csv).contains(goal.content().title());
			goal.content().actions().stream().map(Block::text).forEach((text) -> assertThat(csv).contains(text));
			goal.content().links().forEach((link) -> assertThat(csv).contains(link.title()));
			goal.reports()
				.forEach((report) -> report.content()
					.directions()
					.forEach((block) -> assertThat(csv).contains(block.text())));
		});
	}

	private static String csv(String value) {
		Figure figure = new Figure(new UUID(1, 1), null, "参加者数", value, null, Certainty.FINAL);
		ReportContent report = new ReportContent(List.of(), List.of(), List.of(), List.of(), List.of(figure), null,
				null);
		Goal goal = new Goal(new UUID(1, 2), GoalKind.ANNUAL_GOAL, 1, 1, GoalContent.EMPTY,
				List.of(new Report(new UUID(1, 3), Round.YEAR_END, 1, report)));
		SheetContent sheet = new SheetContent(new UUID(1, 4), new UUID(1, 5), 2025, List.of(goal));
		return new String(SheetCsv.write(sheet), StandardCharsets.UTF_8);
	}

}
