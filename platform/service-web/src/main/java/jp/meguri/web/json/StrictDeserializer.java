package jp.meguri.web.json;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a value from a JSON string in one form only.
 */
final class StrictDeserializer<T> extends StdScalarDeserializer<T> {

	private final Class<T> type;

	private final Function<String, T> read;

	StrictDeserializer(Class<T> type, Function<String, T> read) {
		super(type);
		this.type = type;
		this.read = read;
	}

	@Override
	public T deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.VALUE_STRING)) {
			return this.type.cast(context.handleUnexpectedToken(this.type, parser));
		}
		String text = parser.getString();
		try {
			return this.read.apply(text);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw context.weirdStringException(text, this.type, "form");
		}
	}

}
