package jp.meguri.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SourceDocumentTest {

	@Test
	void utf8_isTakenAsItIs() {
		assertThat(decode("部局\t環境部\r\n".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new SourceDocument("f", "部局\t環境部\r\n", SourceDocument.Encoding.UTF_8, List.of()));
	}

	@Test
	void windowsText_isConvertedAndSaidSo() {
		SourceDocument document = decode("①髙橋～－".getBytes(Charset.forName("windows-31j")));
		assertThat(document.text()).isEqualTo("①髙橋～－");
		assertThat(document.encoding()).isEqualTo(SourceDocument.Encoding.CP932);
	}

	@Test
	void brokenText_isRefused() {
		refused(new byte[] { (byte) 0xe9, (byte) 0x83, (byte) 0xff, (byte) 0xfe },
				UnreadableDocumentException.Reason.BROKEN_TEXT);
	}

	@Test
	void unicodeText_ofSpreadsheets_isRead() {
		SourceDocument document = decode("\ufeff部局\t𠮷野部".getBytes(StandardCharsets.UTF_16LE));
		assertThat(document.text()).isEqualTo("部局\t𠮷野部");
		assertThat(document.encoding()).isEqualTo(SourceDocument.Encoding.UTF_16);
	}

	@Test
	void damagedOfficeFile_isRefused() {
		refused(new byte[] { 'P', 'K', 3, 4, 0 }, UnreadableDocumentException.Reason.BROKEN_OFFICE_FILE);
	}

	@Test
	void brokenPdf_isRefused() {
		refused("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII), UnreadableDocumentException.Reason.BROKEN_PDF);
	}

	@Test
	void pdf_isReadByItsTextLayer() throws IOException {
		SourceDocument document = decode(pdf("1. Mission", "Serve the city."));
		assertThat(document.text().lines()).containsExactly("1. Mission", "Serve the city.");
		assertThat(document.encoding()).isEqualTo(SourceDocument.Encoding.PDF);
	}

	@Test
	void pdfWithoutText_isRefused() throws IOException {
		refused(pdf(), UnreadableDocumentException.Reason.NO_TEXT);
	}

	private static byte[] pdf(String... lines) throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
				content.newLineAtOffset(50, 700);
				for (String line : lines) {
					content.showText(line);
					content.newLineAtOffset(0, -20);
				}
				content.endText();
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	@Test
	void binary_isRefused() {
		refused(new byte[] { 'a', 0, 'b' }, UnreadableDocumentException.Reason.NO_TEXT);
	}

	private static SourceDocument decode(byte[] bytes) {
		return SourceDocument.decode("f", bytes);
	}

	private static void refused(byte[] bytes, UnreadableDocumentException.Reason reason) {
		assertThatExceptionOfType(UnreadableDocumentException.class).isThrownBy(() -> decode(bytes))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
