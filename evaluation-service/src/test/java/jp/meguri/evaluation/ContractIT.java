package jp.meguri.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's contract is the file in {@code docs/openapi}. To accept a change, run
 * with {@code -Dmeguri.contracts=write} and look at the difference.
 */
class ContractIT extends EvaluationIT {

	private static final Path FILE = Path.of("..", "docs", "openapi", "evaluation.json");

	@Test
	void contract_isTheOneInTheDocs() throws IOException {
		String actual = contract();
		if ("write".equals(System.getProperty("meguri.contracts"))) {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, actual, StandardCharsets.UTF_8);
		}
		assertThat(FILE).content(StandardCharsets.UTF_8).isEqualTo(actual);
	}

	private String contract() {
		byte[] body = anyone().mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(10_000_000))
			.build()
			.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		JsonMapper json = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.build();
		Map<?, ?> contract = json.readValue(body, Map.class);
		contract.remove("servers");
		return json.writeValueAsString(contract) + "\n";
	}

}
