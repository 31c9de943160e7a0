package jp.meguri.reading.draft;

import java.util.List;

/**
 * The head of a sheet.
 *
 * @param unit 部局
 * @param position 補職
 * @param holderName 氏名: may repeat the post or be a person's name (personal data)
 * @param captions other lines above the first heading, e.g. the form's title
 */
public record SheetHeader(Passage unit, Passage position, Passage holderName, List<Passage> captions) {

	public SheetHeader {
		captions = List.copyOf(captions);
	}

}
