package jp.meguri.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets as they come in JSON, where anything may be missing.
 */
class ReportCommandsTest {

	private static final JsonMapper JSON = new StrictJson().mapper();

	private static final String ITEM = "{\"id\":\"018f2f6e-0000-7000-8000-000000000001\",\"revision\":1}";

	static Stream<String> incomplete() {
		return Stream.of("{}", "{\"items\":null}", "{\"items\":[]}", "{\"items\":[{\"id\":null,\"revision\":1}]}",
				"{\"items\":[" + ITEM + ",{\"revision\":1}]}", "{\"items\":[" + ITEM + "," + ITEM + "]}");
	}

	@ParameterizedTest
	@MethodSource("incomplete")
	void anIncompleteSet_isRefused_whateverIsDoneToIt(String body) {
		requireRefused(() -> JSON.readValue(body, ReportCommands.Named.class).checked(), "/items");
		requireRefused(() -> JSON.readValue(body, ReportCommands.Approval.class).checked(), "/items");
		requireRefused(() -> JSON.readValue(body, ReportCommands.Return.class).checked(), "/items");
	}

	@Test
	void aComment_namesAnItemOfTheSet() {
		requireRefused(() -> JSON
			.readValue("{\"items\":[" + ITEM + "],\"comments\":[{\"item\":null,\"text\":\"一\"}]}",
					ReportCommands.Return.class)
			.checked(), "/comments/0/item");
	}

	private static void requireRefused(Runnable check, String pointer) {
		MeguriProblem problem = catchThrowableOfType(MeguriProblem.class, check::run);
		assertThat(problem.status()).isEqualTo(422);
		assertThat(problem.errors()).extracting(FieldError::pointer).contains(pointer);
	}

}
