package jp.meguri.fuzz;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param status 0: nothing, within the client's patience
 */
record Answer(int status, HttpHeaders headers, byte[] body, Duration time) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static Answer none(Duration time) {
		return new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0], time);
	}

	boolean isGood() {
		return this.status >= 200 && this.status < 300;
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/** Empty where the answer is not JSON. */
	Optional<JsonNode> json() {
		if (!header("Content-Type").contains("json")) {
			return Optional.empty();
		}
		try {
			return Optional.of(MAPPER.readTree(this.body));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
