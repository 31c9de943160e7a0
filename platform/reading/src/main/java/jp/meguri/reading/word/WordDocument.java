package jp.meguri.reading.word;

import java.util.List;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.OfficePackage;

/**
 * A Word document as text.
 *
 * @param headers the page headers
 * @param body the document itself
 * @param notes footnotes and endnotes
 * @param footers the page footers
 * @param commented whether there are comments, which are not read
 */
public record WordDocument(List<WordBlock> headers, List<WordBlock> body, List<WordBlock> notes,
		List<WordBlock> footers, boolean commented) {

	public WordDocument {
		headers = List.copyOf(headers);
		body = List.copyOf(body);
		notes = List.copyOf(notes);
		footers = List.copyOf(footers);
	}

	/**
	 * Reads the document of a file that was opened. Blocking: not for an event loop.
	 * @throws UnreadableDocumentException if it is none, or asks for another program
	 */
	public static WordDocument read(OfficePackage file) {
		if (file.kind() != OfficePackage.Kind.DOCX) {
			throw new UnreadableDocumentException(Reason.CONTENT_DIFFERS);
		}
		return new WordReader(file).read();
	}

}
