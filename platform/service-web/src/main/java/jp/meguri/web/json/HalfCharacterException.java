package jp.meguri.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * A text contains half of a surrogate pair.
 */
public final class HalfCharacterException extends MismatchedInputException {

	HalfCharacterException(JsonParser parser) {
		super(parser, "Half of a surrogate pair", String.class);
	}

}
