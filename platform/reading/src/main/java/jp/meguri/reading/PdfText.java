package jp.meguri.reading;

import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text layer of a PDF. Blocking and slow: not for an event loop.
 */
final class PdfText {

	private static final int MOST_PAGES = 200;

	private PdfText() {
	}

	static String of(byte[] bytes) {
		try (PDDocument document = Loader.loadPDF(bytes)) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setEndPage(MOST_PAGES);
			stripper.setLineSeparator("\n");
			String text = stripper.getText(document);
			if (text.isBlank()) {
				throw new UnreadableDocumentException(UnreadableDocumentException.Reason.NO_TEXT);
			}
			return text;
		}
		catch (IOException ex) {
			throw new UnreadableDocumentException(UnreadableDocumentException.Reason.BROKEN_PDF);
		}
	}

}
