package jp.meguri.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.source.CsvSource;
import jp.meguri.reading.source.SheetSource;
import jp.meguri.reading.source.SourceText;
import jp.meguri.reading.source.WordSource;
import jp.meguri.reading.word.WordDocument;

/**
 * A file as text. All offsets of a reading count the UTF-16 units of this text.
 *
 * @param name the file's name, cleaned
 * @param text the text, unchanged; of files with real tables as {@link SourceText} writes
 * it
 * @param encoding how it was found
 * @param remarks what the text does not show, such as hidden rows
 */
public record SourceDocument(String name, String text, Encoding encoding, List<Remark> remarks) {

	/** More than any sheet has; a goal sheet has about 12,000. */
	private static final int LONGEST = 500_000;

	private static final int LARGEST_TEXT = 4 * LONGEST;

	private static final int LARGEST_FILE = 20 * 1024 * 1024;

	private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LITTLE_ENDIAN = { (byte) 0xff, (byte) 0xfe };

	private static final byte[] BIG_ENDIAN = { (byte) 0xfe, (byte) 0xff };

	public SourceDocument {
		remarks = List.copyOf(remarks);
	}

	private SourceDocument(String name, String text, Encoding encoding) {
		this(name, text, encoding, List.of());
	}

	private SourceDocument(String name, SourceText text, Encoding encoding) {
		this(name, text.text(), encoding, text.remarks());
	}

	/**
	 * Decodes a file: docx and xlsx, PDF by its text layer, else UTF-8, else UTF-16 with
	 * its mark, else CP932 (Windows' Shift_JIS); comma-separated if its name ends so.
	 * Blocking: not for an event loop.
	 * @throws UnreadableDocumentException if it is none of these, not safe to read, too
	 * long, or not what its name says
	 */
	public static SourceDocument decode(String name, byte[] bytes) {
		if (bytes.length == 0) {
			throw new UnreadableDocumentException(Reason.EMPTY_FILE);
		}
		if (bytes.length > LARGEST_FILE) {
			throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
		}
		SourceDocument document = decodeAny(FileName.clean(name), bytes);
		document.encoding.check(FileName.ending(document.name));
		if (document.text.length() > LONGEST) {
			throw new UnreadableDocumentException(Reason.TOO_LONG);
		}
		if (document.text.indexOf('\0') >= 0) {
			throw new UnreadableDocumentException(Reason.NO_TEXT);
		}
		return document;
	}

	private static SourceDocument decodeAny(String name, byte[] bytes) {
		if (startsWith(bytes, PDF)) {
			return new SourceDocument(name, PdfText.of(bytes), Encoding.PDF);
		}
		if (OfficePackage.isZip(bytes) || OfficePackage.isCompound(bytes)) {
			return office(name, OfficePackage.open(bytes));
		}
		if (bytes.length > LARGEST_TEXT) {
			throw new UnreadableDocumentException(Reason.TOO_LONG);
		}
		SourceDocument text = text(name, bytes);
		return FileName.ending(name).equals("csv") ? new SourceDocument(name, CsvSource.of(text.text), text.encoding)
				: text;
	}

	private static SourceDocument office(String name, OfficePackage file) {
		return switch (file.kind()) {
			case DOCX -> new SourceDocument(name, WordSource.of(WordDocument.read(file)), Encoding.DOCX);
			case XLSX -> new SourceDocument(name, SheetSource.of(Spreadsheet.read(file)), Encoding.XLSX);
		};
	}

	private static SourceDocument text(String name, byte[] bytes) {
		String utf8 = strictly(StandardCharsets.UTF_8, bytes);
		if (utf8 != null) {
			return new SourceDocument(name, utf8.startsWith("\ufeff") ? utf8.substring(1) : utf8, Encoding.UTF_8);
		}
		if (startsWith(bytes, LITTLE_ENDIAN) || startsWith(bytes, BIG_ENDIAN)) {
			String utf16 = strictly(StandardCharsets.UTF_16, bytes);
			if (utf16 != null) {
				return new SourceDocument(name, utf16, Encoding.UTF_16);
			}
		}
		String cp932 = strictly(Charset.forName("windows-31j"), bytes);
		if (cp932 == null) {
			throw new UnreadableDocumentException(Reason.BROKEN_TEXT);
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

		UTF_8, UTF_16,
		/** Converted; people are told. */
		CP932,
		/** The text layer of a PDF; the columns of its tables are lost. */
		PDF,
		/** A Word document, with its tables. */
		DOCX,
		/** A workbook, its sheets one below the other. */
		XLSX;

		private static final List<String> TEXTS = List.of("txt", "text", "csv", "tsv", "md", "html", "htm");

		private static final List<String> OFFICE = List.of("pdf", "docx", "dotx", "docm", "doc", "xlsx", "xltx", "xlsm",
				"xls", "pptx", "odt", "ods");

		/** A name may not say otherwise; endings nobody knows say nothing. */
		private void check(String ending) {
			boolean fits = switch (this) {
				case PDF -> ending.equals("pdf");
				case DOCX -> ending.equals("docx") || ending.equals("dotx");
				case XLSX -> ending.equals("xlsx") || ending.equals("xltx");
				default -> TEXTS.contains(ending);
			};
			if (!fits && (TEXTS.contains(ending) || OFFICE.contains(ending))) {
				throw new UnreadableDocumentException(Reason.CONTENT_DIFFERS);
			}
		}

	}

}
