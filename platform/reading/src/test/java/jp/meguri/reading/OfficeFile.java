package jp.meguri.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Office files made by hand, part by part, so that a test can make any part wrong.
 */
final class OfficeFile {

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private OfficeFile(String main, String type) {
		types("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(main, type));
		part("_rels/.rels", relationships(relationship("rId1", "officeDocument", main)));
	}

	/** A workbook with one sheet whose rows are given as XML. */
	static OfficeFile xlsx(String rows) {
		return xlsx(Map.of("目標シート", "<sheetData>" + rows + "</sheetData>"));
	}

	/** A workbook; the sheets are what stands inside of {@code worksheet}. */
	static OfficeFile xlsx(Map<String, String> sheets) {
		OfficeFile file = new OfficeFile("xl/workbook.xml", TYPE + "spreadsheetml.sheet.main+xml");
		StringBuilder names = new StringBuilder();
		StringBuilder targets = new StringBuilder();
		int number = 0;
		for (Map.Entry<String, String> sheet : sheets.entrySet()) {
			number++;
			names.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%2$d\"/>".formatted(sheet.getKey(), number));
			targets.append(relationship("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
			file.part("xl/worksheets/sheet" + number + ".xml",
					"<worksheet xmlns=\"%s\">%s</worksheet>".formatted(SHEET, sheet.getValue()));
		}
		targets.append(relationship("rIdStrings", "sharedStrings", "sharedStrings.xml"));
		targets.append(relationship("rIdStyles", "styles", "styles.xml"));
		file.part("xl/_rels/workbook.xml.rels", relationships(targets.toString()));
		return file.workbook("<sheets>" + names + "</sheets>");
	}

	/** A Word document with this body. */
	static OfficeFile docx(String body) {
		return new OfficeFile("word/document.xml", TYPE + "wordprocessingml.document.main+xml").part(
				"word/document.xml",
				"<w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>".formatted(WORD, body));
	}

	OfficeFile workbook(String content) {
		return part("xl/workbook.xml",
				"<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s</workbook>".formatted(SHEET, OFFICE, content));
	}

	/** Shared strings, given as XML of their {@code si} elements. */
	OfficeFile strings(String items) {
		return part("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(SHEET, items));
	}

	/** Number formats: style 1 is the first, style 2 the second. */
	OfficeFile formats(String... formats) {
		StringBuilder known = new StringBuilder();
		StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
		for (int i = 0; i < formats.length; i++) {
			known.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(170 + i, escape(formats[i])));
			styles.append("<xf numFmtId=\"%d\"/>".formatted(170 + i));
		}
		return part("xl/styles.xml", "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
			.formatted(SHEET, known, styles));
	}

	OfficeFile types(String types) {
		return part("[Content_Types].xml",
				("<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" "
						+ "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
						+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s</Types>")
					.formatted(PACKAGE, types));
	}

	OfficeFile part(String name, String content) {
		return part(name, content.getBytes(StandardCharsets.UTF_8));
	}

	OfficeFile part(String name, byte[] content) {
		this.parts.put(name, content);
		return this;
	}

	static String relationships(String relationships) {
		return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, relationships);
	}

	static String relationship(String id, String type, String target) {
		return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : this.parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A row of strings; empty ones are no cells. */
	static String row(int number, String... texts) {
		StringBuilder cells = new StringBuilder();
		for (int i = 0; i < texts.length; i++) {
			if (!texts[i].isEmpty()) {
				cells.append(text((char) ('A' + i) + "" + number, texts[i]));
			}
		}
		return "<row r=\"%d\">%s</row>".formatted(number, cells);
	}

	static String text(String address, String text) {
		return "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>".formatted(address,
				escape(text));
	}

	static String paragraph(String text) {
		return "<w:p><w:r>%s</w:r></w:p>".formatted(runs(text));
	}

	private static String runs(String text) {
		return Arrays.stream(text.split("(?<=[\n\t])|(?=[\n\t])"))
			.map((part) -> part.equals("\n") ? "<w:br/>"
					: part.equals("\t") ? "<w:tab/>" : "<w:t xml:space=\"preserve\">" + escape(part) + "</w:t>")
			.collect(Collectors.joining());
	}

	/** A table; each cell is a list of paragraphs. */
	static String table(List<List<List<String>>> rows) {
		return rows.stream()
			.map((row) -> row.stream().map(OfficeFile::cell).collect(Collectors.joining("", "<w:tr>", "</w:tr>")))
			.collect(Collectors.joining("", "<w:tbl><w:tblPr/>", "</w:tbl>"));
	}

	private static String cell(List<String> paragraphs) {
		return "<w:tc><w:tcPr/>" + (paragraphs.isEmpty() ? "<w:p/>"
				: paragraphs.stream().map(OfficeFile::paragraph).collect(Collectors.joining())) + "</w:tc>";
	}

	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("\r", "_x000D_");
	}

}
