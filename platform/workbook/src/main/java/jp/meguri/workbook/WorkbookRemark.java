package jp.meguri.workbook;

import jp.meguri.reading.UnreadableDocumentException.Place;

/**
 * Something a person should look at in a workbook that was read back.
 *
 * @param place the cell
 * @param key what, a stable name
 * @param ja the sentence in Japanese
 * @param en the sentence in English
 * @param decision whether somebody has to decide; the others only say what was done
 */
public record WorkbookRemark(Place place, String key, String ja, String en, boolean decision) {
}
