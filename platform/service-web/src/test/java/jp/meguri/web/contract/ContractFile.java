package jp.meguri.web.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service's contract in {@code docs/openapi}. To accept a change, run the test with
 * {@code -Dmeguri.contracts=write} and look at the difference.
 */
public final class ContractFile {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	// A busy machine takes its time to describe a service.
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Path file;

	private ContractFile(Path file) {
		this.file = file;
	}

	/** Seen from the directory of a service. */
	public static ContractFile of(String service) {
		return new ContractFile(Path.of("..", "docs", "openapi", service + ".json"));
	}

	/** The contract of the service that listens there is the one in the file. */
	public void requireSame(int port) throws IOException {
		String actual = contract(port);
		if ("write".equals(System.getProperty("meguri.contracts"))) {
			Files.createDirectories(this.file.getParent());
			Files.writeString(this.file, actual, StandardCharsets.UTF_8);
		}
		assertThat(this.file).content(StandardCharsets.UTF_8).isEqualTo(actual);
	}

	private static String contract(int port) {
		byte[] body = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(LIMIT)
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
		Map<?, ?> contract = JSON.readValue(body, Map.class);
		contract.remove("servers");
		return JSON.writeValueAsString(contract) + "\n";
	}

}
