package jp.meguri.reading.draft;

/**
 * Something a person should look at ({@code needsReview}).
 *
 * @param span where
 * @param key what, a stable name
 * @param ja the reason in Japanese
 * @param en the reason in English
 * @param decision whether somebody has to decide; the others only say what was done
 */
public record Remark(Span span, String key, String ja, String en, boolean decision) {
}
