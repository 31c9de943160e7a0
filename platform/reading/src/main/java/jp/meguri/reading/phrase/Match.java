package jp.meguri.reading.phrase;

/**
 * What a rule found.
 *
 * @param value what it means
 * @param end index behind its last character
 */
public record Match<T>(T value, int end) {
}
