package jp.meguri.outbox;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Record headers as a JSON column.
 */
final class OutboxHeaders {

	private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {
	};

	private final JsonMapper json = JsonMapper.builder().build();

	String write(Map<String, String> headers) {
		return this.json.writeValueAsString(headers);
	}

	Map<String, String> read(String text) {
		return this.json.readValue(text, TYPE);
	}

}
