package jp.meguri.web;

import java.util.List;

/**
 * What is wrong at one place of a request body.
 *
 * @param pointer JSON pointer, e.g. {@code /windows/0/closesAt}
 * @param key which rule; the texts are {@code field.<key>}
 * @param arguments for the texts
 */
public record FieldError(String pointer, String key, List<Object> arguments) {

	public FieldError {
		arguments = List.copyOf(arguments);
	}

	public static FieldError of(String pointer, String key, Object... arguments) {
		return new FieldError(pointer, key, List.of(arguments));
	}

}
