package jp.meguri.reading.schedule;

/**
 * A phrase that was found.
 *
 * @param from index of its first character in the folded text
 * @param to index behind its last character
 */
record Found(Meaning meaning, int from, int to) {
}
