package jp.meguri.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A file as text. All offsets of a reading count the UTF-16 units of this text.
 *
 * @param name the file's name
 * @param text the text, unchanged
 * @param encoding how it was found
 */
public record SourceDocument(String name, String text, Encoding encoding) {

	/** More than any sheet has; a goal sheet has about 12,000. */
	private static final int LONGEST = 500_000;

	private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	/**
	 * Decodes a file: PDF by its text layer, else UTF-8, else CP932 (Windows' Shift_JIS).
	 * @throws UnreadableDocumentException if it is none of these, or too long
	 */
	public static SourceDocument decode(String name, byte[] bytes) {
		SourceDocument document = decodeAny(name, bytes);
		if (document.text.length() > LONGEST) {
			throw new UnreadableDocumentException(UnreadableDocumentException.Reason.TOO_LONG);
		}
		if (document.text.indexOf('\0') >= 0) {
			throw new UnreadableDocumentException(UnreadableDocumentException.Reason.NO_TEXT);
		}
		return document;
	}

	private static SourceDocument decodeAny(String name, byte[] bytes) {
		if (startsWith(bytes, PDF)) {
			return new SourceDocument(name, PdfText.of(bytes), Encoding.PDF);
		}
		if (startsWith(bytes, ZIP)) {
			throw new UnreadableDocumentException(UnreadableDocumentException.Reason.OFFICE_FILE);
		}
		String utf8 = strictly(StandardCharsets.UTF_8, bytes);
		if (utf8 != null) {
			return new SourceDocument(name, utf8.startsWith("\ufeff") ? utf8.substring(1) : utf8, Encoding.UTF_8);
		}
		String cp932 = strictly(Charset.forName("windows-31j"), bytes);
		if (cp932 == null) {
			throw new UnreadableDocumentException(UnreadableDocumentException.Reason.BROKEN_TEXT);
		}
		return new SourceDocument(name, cp932, Encoding.CP932);
	}

	private static boolean startsWith(byte[] bytes, byte[] head) {
		return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
	}

	private static @Nullable String strictly(Charset charset, byte[] bytes) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/** How a file became text. */
	public enum Encoding {

		UTF_8,
		/** Converted; people are told. */
		CP932,
		/** The text layer of a PDF; the columns of its tables are lost. */
		PDF

	}

}
