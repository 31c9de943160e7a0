package jp.meguri.goals.sheet;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.Answer;
import jp.meguri.goals.Caller;
import jp.meguri.goals.Contents;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import jp.meguri.workbook.GoalWorkbook;
import jp.meguri.workbook.SheetContent;
import jp.meguri.workbook.SheetJson;
import jp.meguri.workbook.SheetNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Sheets as files, over HTTP. */
@MeguriIT
class ExportIT {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	private Caller clerk;

	private String sheet;

	private GoalContent content;

	@BeforeEach
	void aSheetWithOneGoal() {
		Office office = Office.of(this.port);
		this.clerk = new Caller(this.port, "nagisa", "sato");
		this.sheet = "/api/goals/sheets/" + office.openYear() + "/" + Office.CIVIC;
		this.content = Contents.annualGoal("=1+1 から始まる題名");
		Answer goal = this.clerk.post(this.sheet + "/goals", Contents.adding(GoalKind.ANNUAL_GOAL, this.content));
		assertThat(goal.status()).isEqualTo(201);
	}

	@Test
	void workbookAndJson_holdTheGoalAsItIs() throws Exception {
		HttpResponse<byte[]> workbook = export(this.clerk, "xlsx");
		assertThat(workbook.statusCode()).isEqualTo(200);
		assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;")
			.contains("xlsx");
		SheetNames names = new SheetNames("なぎさ市", "くらし協働部", Map.of());
		SheetContent read = GoalWorkbook.read(workbook.body(), names, (id) -> true, UUID::randomUUID).sheet();
		assertThat(read.goals()).singleElement().satisfies((goal) -> {
			assertThat(goal.content()).isEqualTo(this.content);
			assertThat(goal.revision()).isOne();
		});
		assertThat(SheetJson.read(export(this.clerk, "json").body())).isEqualTo(read);
	}

	@Test
	void csv_startsNoFormula() throws Exception {
		HttpResponse<byte[]> csv = export(this.clerk, "csv");
		assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(new String(csv.body(), StandardCharsets.UTF_8)).startsWith("\ufeff").contains("'=1+1 から始まる題名");
	}

	@Test
	void othersDrafts_areInNoFile() throws Exception {
		HttpResponse<byte[]> others = export(new Caller(this.port, "nagisa", "tanaka"), "json");
		assertThat(others.statusCode()).isEqualTo(200);
		assertThat(SheetJson.read(others.body()).goals()).isEmpty();
		assertThat(export(new Caller(this.port, "tsukimi", "mori"), "json").statusCode()).isEqualTo(404);
	}

	@Test
	void unknownFormat_isRefused() {
		for (String format : List.of("pdf", "XLSX", "")) {
			assertThat(this.clerk.get(this.sheet + "/export?format=" + format).status()).as(format).isIn(400, 422);
		}
		assertThat(this.clerk.get(this.sheet).body().at("/can/export/allowed").asBoolean()).isTrue();
	}

	private HttpResponse<byte[]> export(Caller caller, String format) throws IOException, InterruptedException {
		return CLIENT.send(caller.request(this.sheet + "/export?format=" + format).GET().build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

}
