package jp.meguri.reading.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Reason;
import jp.meguri.reading.remarks.Remarks;

/**
 * Builds the text of a document that has real tables: one line per paragraph or row,
 * cells separated by tabs, the paragraphs of a cell in {@code
 *
<p>
 * }, line breaks inside a paragraph as {@code <br>
 * }. What the layout would take for markup is written as a character reference, so every
 * character of the document is read as itself.
 */
public final class SourceText {

	/** Tags and comments, character references, signs of Markdown, tabs. */
	private static final Pattern MARKUP = Pattern
		.compile("<(?=[a-zA-Z/!?])|&(?=[#a-zA-Z])|\\*(?=\\*)|(?<=\\*)\\*" + "|_(?=_)|(?<=_)_|\\\\|\t");

	private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

	private final StringBuilder text = new StringBuilder();

	private final Remarks remarks = new Remarks();

	/** How much has been written: where the next character will stand. */
	public int length() {
		return this.text.length();
	}

	/** A paragraph outside of tables; a blank one leaves a blank line. */
	public void paragraph(String paragraph) {
		this.text.append(escape(paragraph)).append('\n');
	}

	/** A heading. */
	public void heading(int level, String heading) {
		this.text.append("<h").append(level).append('>').append(escape(heading));
		this.text.append("</h").append(level).append(">\n");
	}

	/** A blank line, unless there is one already. */
	public void gap() {
		int end = this.text.length();
		if (end > 0 && !(end > 1 && this.text.charAt(end - 1) == '\n' && this.text.charAt(end - 2) == '\n')) {
			this.text.append('\n');
		}
	}

	/**
	 * A row of a table.
	 * @param cells the paragraphs of each cell, empty ones left out
	 * @return where each cell stands, its markup included
	 */
	public List<Span> row(List<List<String>> cells) {
		List<Span> written = new ArrayList<>();
		for (int i = 0; i < cells.size(); i++) {
			this.text.append((i > 0) ? "\t" : "");
			int start = this.text.length();
			cell(cells.get(i));
			written.add(new Span(start, this.text.length()));
		}
		this.text.append('\n');
		return written;
	}

	private void cell(List<String> paragraphs) {
		if (paragraphs.size() == 1) {
			this.text.append(escape(paragraphs.get(0)));
		}
		else {
			paragraphs.forEach((paragraph) -> this.text.append("<p>").append(escape(paragraph)).append("</p>"));
		}
	}

	/** Remarks on what has been written since. */
	public void remark(Reason reason, int since, Object... facts) {
		int end = this.text.length();
		while (end > since && this.text.charAt(end - 1) == '\n') {
			end--;
		}
		this.remarks.add(reason, new Span(since, end), facts);
	}

	public String text() {
		return this.text.toString();
	}

	public List<Remark> remarks() {
		return this.remarks.inDocumentOrder();
	}

	static String escape(String paragraph) {
		Matcher markup = MARKUP.matcher(paragraph);
		String escaped = markup.replaceAll((found) -> switch (found.group().charAt(0)) {
			case '<' -> "&lt;";
			case '&' -> "&amp;";
			default -> reference(found.group().charAt(0));
		});
		return LINE_BREAK.matcher(escapeStart(escaped)).replaceAll("<br>");
	}

	/** A sign that would make the line a heading or a row of Markdown. */
	private static String escapeStart(String paragraph) {
		int start = 0;
		while (start < paragraph.length() && Width.isBlank(paragraph.charAt(start))) {
			start++;
		}
		boolean sign = start < paragraph.length() && "#|".indexOf(paragraph.charAt(start)) >= 0;
		return sign
				? paragraph.substring(0, start) + reference(paragraph.charAt(start)) + paragraph.substring(start + 1)
				: paragraph;
	}

	private static String reference(char c) {
		return "&#" + (int) c + ";";
	}

}
