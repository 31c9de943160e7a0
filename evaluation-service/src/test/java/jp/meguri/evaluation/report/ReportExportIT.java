package jp.meguri.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.DemoCity;
import jp.meguri.evaluation.EvaluationIT;
import jp.meguri.evaluation.GoalFixture;
import jp.meguri.events.content.ReportContent;
import jp.meguri.workbook.GoalWorkbook;
import jp.meguri.workbook.SheetContent;
import jp.meguri.workbook.SheetJson;
import jp.meguri.workbook.SheetNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Results as files, over HTTP. */
class ReportExportIT extends EvaluationIT {

	private static final String EXPORT = "/api/evaluations/sheets/{year}/{unit}/export?format={format}";

	private int year;

	private GoalFixture goal;

	private ReportContent content;

	@BeforeEach
	void oneReport() {
		this.year = freshYear();
		this.goal = GoalFixture.annualGoal(DemoCity.CIVIC, this.year);
		UUID report = openReport(this.goal);
		this.content = content("\u200b交流会を12回開いた\n（延べ 456人）", "=来年度は回数を増やす");
		assertThat(put("sato", 1, Map.of("content", this.content), "/api/evaluations/{id}", report).status())
			.isEqualTo(200);
	}

	@Test
	void workbookAndJson_holdGoalAndResultAsTheyAre() {
		byte[] workbook = as("sato").get()
			.uri(EXPORT, this.year, DemoCity.CIVIC, "xlsx")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		SheetNames names = new SheetNames("なぎさ市", "くらし協働部", Map.of());
		SheetContent read = GoalWorkbook.read(workbook, names, (id) -> true, UUID::randomUUID).sheet();
		assertThat(read.goals()).singleElement().satisfies((goal) -> {
			assertThat(goal.id()).isEqualTo(this.goal.id());
			assertThat(goal.reports()).singleElement().extracting(SheetContent.Report::content).isEqualTo(this.content);
		});
		String json = get("sato", EXPORT, this.year, DemoCity.CIVIC, "json").body();
		assertThat(SheetJson.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(read);
	}

	@Test
	void othersDrafts_areInNoFile_andOtherCitiesFindNone() {
		assertThat(get("tanaka", EXPORT, this.year, DemoCity.CIVIC, "json").json().at("/goals").size()).isZero();
		assertThat(get("hayashi", EXPORT, this.year, DemoCity.CIVIC, "json").status()).isEqualTo(404);
		assertThat(get("sato", EXPORT, this.year, DemoCity.CIVIC, "pdf").status()).isEqualTo(422);
	}

}
