package jp.meguri.evaluation;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How contents stand in jsonb columns. Fields a later version wrote are ignored.
 */
public final class StoredJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private StoredJson() {
	}

	public static String write(Object value) {
		return JSON.writeValueAsString(value);
	}

	public static <T> T read(String json, Class<T> type) {
		return JSON.readValue(json, type);
	}

}
