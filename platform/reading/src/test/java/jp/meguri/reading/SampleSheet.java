package jp.meguri.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The invented sheets of なぎさ市, as they are and in other markups.
 */
public final class SampleSheet {

	private SampleSheet() {
	}

	/** Evaluated sheet of くらし協働部, FY2025, laid out as PDF extraction gives it. */
	public static String civic() {
		return resource("civic-2025.txt");
	}

	/** Sheet of 環境部, FY2026, not evaluated yet: (1) → ① → ・, full-width, placeholders. */
	public static String environment() {
		return resource("environment-2026.txt");
	}

	/** Sheet of 健康部 in Markdown, on another form: links in columns of their own. */
	public static String otherForm() {
		return resource("other-form.md");
	}

	/** Reform plan FY2025–28: initiatives, phases, targets, footnotes, a page break. */
	public static String reform() {
		return resource("reform-2025.txt");
	}

	/** Reform plan in Markdown, on another form: 基本方針, 取組項目, ①. */
	public static String reformOtherForm() {
		return resource("reform-other-form.md");
	}

	/**
	 * Results of a reform plan, FY2024, as PDF extraction gives them: split headings,
	 * look-alike grades, a row scattered over its page, columns moved on the last page.
	 */
	public static String results() {
		return resource("results-2024.txt");
	}

	/** Results of another town's plan in Markdown, with other heads and levels. */
	public static String resultsOtherForm() {
		return resource("results-other-form.md");
	}

	/** Progress sheet FY2024 laid out as slides, whose boxes come out of order. */
	public static String progress() {
		return resource("progress-2024.txt");
	}

	/** Progress sheet in Markdown, in columns and in lines, with ◎○△. */
	public static String progressOtherForm() {
		return resource("progress-other-form.md");
	}

	private static String resource(String name) {
		try (InputStream in = SampleSheet.class.getResourceAsStream("/nagisa/" + name)) {
			if (in == null) {
				throw new IllegalStateException(name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Tab-separated cells without any tag: lists run in one cell. */
	static String withoutTags(String sheet) {
		return sheet.replaceAll("<[^>]*>", "");
	}

	/** Pipe tables; paragraphs of a cell separated by line breaks. */
	static String asMarkdown(String sheet) {
		return sheet.lines().map(SampleSheet::markdownLine).collect(Collectors.joining("\n"));
	}

	private static String markdownLine(String line) {
		if (line.startsWith("-----")) {
			return line.replaceAll("[^\\t]+", "---").replace("\t", "|").replaceAll("^|$", "|");
		}
		if (line.indexOf('\t') < 0) {
			return line.matches("[0-9０-９].*") ? "## " + line : line;
		}
		return cells(line).map((pieces) -> String.join("<br>", pieces)).collect(Collectors.joining(" | ", "| ", " |"));
	}

	/** An HTML page with real tables. */
	static String asHtml(String sheet) {
		StringBuilder html = new StringBuilder(
				"<!DOCTYPE html>\n<html><head><style>td { color: #000 }</style></head>\n<body>\n");
		boolean table = false;
		for (String line : sheet.lines().toList()) {
			boolean row = line.indexOf('\t') >= 0;
			if (row != table) {
				html.append(row ? "<table>\n" : "</table>\n");
				table = row;
			}
			html.append(row ? htmlRow(line) : htmlLine(line)).append('\n');
		}
		return html.append(table ? "</table>\n" : "").append("</body></html>\n").toString();
	}

	private static String htmlRow(String line) {
		if (line.startsWith("-----")) {
			return "";
		}
		return cells(line)
			.map((pieces) -> pieces.stream().map((p) -> "\n  <p>" + p + "</p>").collect(Collectors.joining()))
			.collect(Collectors.joining("</td>\n <td>", "<tr>\n <td>", "</td>\n</tr>"));
	}

	private static String htmlLine(String line) {
		return line.isBlank() ? ""
				: line.startsWith("-") ? "<ul><li>" + line.substring(2) + "</li></ul>" : "<h2>" + line + "</h2>";
	}

	private static Stream<List<String>> cells(String line) {
		return Arrays.stream(line.split("\t", -1)).map((cell) -> {
			List<String> pieces = new ArrayList<>();
			for (String piece : cell.split("<[^>]*>")) {
				if (!piece.isBlank()) {
					pieces.add(piece.strip());
				}
			}
			return pieces;
		});
	}

	/** A Word document with real tables and paragraphs. */
	static byte[] asDocx(String sheet) {
		StringBuilder body = new StringBuilder();
		List<List<List<String>>> rows = new ArrayList<>();
		for (String line : sheet.lines().toList()) {
			if (line.indexOf('\t') < 0 && !rows.isEmpty()) {
				body.append(OfficeFile.table(rows));
				rows.clear();
			}
			if (line.indexOf('\t') < 0) {
				body.append(OfficeFile.paragraph(line));
			}
			else if (!line.startsWith("-----")) {
				rows.add(cells(line).toList());
			}
		}
		return OfficeFile.docx(body + (rows.isEmpty() ? "" : OfficeFile.table(rows))).bytes();
	}

	/** A workbook: one sheet, the paragraphs of a cell on lines of their own. */
	static byte[] asXlsx(String sheet) {
		StringBuilder rows = new StringBuilder();
		int number = 0;
		for (String line : sheet.lines().toList()) {
			number++;
			if (!line.startsWith("-----") && !line.isBlank()) {
				rows.append(OfficeFile.row(number,
						cells(line).map((pieces) -> String.join("\n", pieces)).toArray(String[]::new)));
			}
		}
		return OfficeFile.xlsx(rows.toString()).bytes();
	}

	/** All half-width signs of the form in full width. */
	static String inFullWidth(String sheet) {
		StringBuilder wide = new StringBuilder();
		boolean tag = false;
		for (char c : sheet.toCharArray()) {
			tag = (c == '<') || (tag && c != '>');
			boolean fold = !tag && c > '!' && c <= '~' && c != '<' && c != '>' && !sheet.startsWith("---");
			wide.append((fold && "0123456789().*:[]".indexOf(c) >= 0) ? (char) (c - '!' + '！') : c);
		}
		return wide.toString();
	}

}
