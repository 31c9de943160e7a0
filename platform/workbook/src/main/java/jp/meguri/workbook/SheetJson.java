package jp.meguri.workbook;

import jp.meguri.events.content.GoalContent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A goal sheet as JSON (UTF-8), and back. Names of fields are those of the events.
 */
public final class SheetJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private SheetJson() {
	}

	public static byte[] write(SheetContent sheet) {
		return JSON.writeValueAsBytes(sheet);
	}

	/** Tells whether somebody has changed a goal. */
	static String check(GoalContent content) {
		return Sheets.check(JSON.writeValueAsString(content), "");
	}

	/**
	 * @throws IllegalArgumentException if it is no goal sheet
	 */
	public static SheetContent read(byte[] json) {
		try {
			return JSON.readValue(json, SheetContent.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("no goal sheet", ex);
		}
	}

}
