package jp.meguri.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text exactly as given. What cannot be kept exactly (half characters) or has no business
 * in a text (controls but line end and tab) is refused.
 */
final class TextDeserializer extends StdScalarDeserializer<String> {

	TextDeserializer() {
		super(String.class);
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.VALUE_STRING)) {
			return (String) context.handleUnexpectedToken(String.class, parser);
		}
		String text = parser.getString();
		if (Characters.hasHalfCharacter(text)) {
			throw new HalfCharacterException(parser);
		}
		if (Characters.hasControl(text)) {
			throw context.weirdStringException("", String.class, "characters");
		}
		return text;
	}

}
