package jp.meguri.reading.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Leftover.Kind;
import jp.meguri.reading.draft.Span;

/**
 * Walks once over the source.
 */
final class LayoutParser {

	private static final Pattern RULE_LINE = Pattern
		.compile("(?=.*[-=_─━―]{3})[\\s　|:+\\-=_─━―┼├┤┌┐└┘┬┴│]+|(?=.*-{3})[\\s|:-]+");

	private static final int LONGEST_PARAGRAPH = 5_000;

	private static final Pattern PARAGRAPH = Pattern.compile("</?p\\b");

	private static final Pattern MARKDOWN_HEADING = Pattern.compile("\\s*#{1,6}(?=\\s)");

	private final String source;

	private final Coverage coverage;

	private final Markup markup;

	private final RowBuilder rows = new RowBuilder();

	private int tables;

	private LineKind line = LineKind.TEXT;

	private boolean paragraph;

	private boolean continued;

	LayoutParser(String source, Coverage coverage) {
		this.source = source;
		this.coverage = coverage;
		this.markup = new Markup(source);
	}

	List<Row> parse() {
		int at = 0;
		boolean lineStart = true;
		while (at < this.source.length()) {
			if (lineStart && this.tables == 0 && !this.continued) {
				at = beginLine(at);
				if (at == this.source.length()) {
					break;
				}
			}
			lineStart = this.source.charAt(at) == '\n';
			this.continued = false;
			at = step(at);
		}
		this.rows.endRow(this.line != LineKind.TEXT);
		return this.rows.rows();
	}

	/** Decides what kind of line begins; skips rules and heading signs. */
	private int beginLine(int at) {
		int end = this.source.indexOf('\n', at);
		String text = this.source.substring(at, (end < 0) ? this.source.length() : end);
		if (RULE_LINE.matcher(text).matches()) {
			this.coverage.leave(new Span(at, at + text.length()), Kind.RULE);
			return at + text.length();
		}
		this.line = LineKind.of(text);
		Matcher heading = MARKDOWN_HEADING.matcher(text);
		if (heading.lookingAt()) {
			this.coverage.leave(new Span(at, at + heading.end()), Kind.TAG);
			this.rows.heading();
			return at + heading.end();
		}
		return at;
	}

	private int step(int at) {
		char c = this.source.charAt(at);
		Markup.TagAt tag = this.markup.tagAt(at);
		if (tag != null) {
			this.coverage.leave(new Span(at, tag.end()), Kind.TAG);
			tag(tag);
			return tag.end();
		}
		int reference = this.markup.referenceEnd(at);
		if (reference > 0) {
			for (char decoded : this.markup.decode(at, reference).toCharArray()) {
				this.rows.add(decoded, at, reference);
			}
			return reference;
		}
		if (this.markup.isSign(at)) {
			this.coverage.leave(new Span(at, at + 1), Kind.TAG);
		}
		else {
			character(c, at);
		}
		return at + 1;
	}

	private void character(char c, int at) {
		if (Character.isISOControl(c) && c != '\n' && c != '\t') {
			this.coverage.leave(new Span(at, at + 1), Kind.TAG);
			this.rows.endPiece(Piece.Break.WRAP);
		}
		else if (this.tables > 0) {
			if (c == '\n') {
				this.rows.endPiece(Piece.Break.WRAP);
			}
			else {
				this.rows.add(c, at, at + 1);
			}
		}
		else if (c == '\n' && isInsideParagraph(at)) {
			this.continued = true;
			this.rows.endPiece(Piece.Break.WRAP);
		}
		else if (c == '\n') {
			this.rows.endRow(this.line != LineKind.TEXT);
		}
		else if (c == '\t' && this.line == LineKind.TABS) {
			this.rows.tab();
		}
		else if (c == '|' && this.line == LineKind.PIPES && !isEscaped(at)) {
			this.coverage.leave(new Span(at, at + 1), Kind.RULE);
			this.rows.pipe();
		}
		else {
			this.rows.add(c, at, at + 1);
		}
	}

	/**
	 * In a row of tabs, a paragraph that was opened and is closed on a later line goes
	 * on.
	 */
	private boolean isInsideParagraph(int at) {
		if (this.line != LineKind.TABS || !this.paragraph) {
			return false;
		}
		Matcher next = PARAGRAPH.matcher(this.source)
			.region(at, Math.min(this.source.length(), at + LONGEST_PARAGRAPH));
		return next.find() && next.group().equals("</p");
	}

	private boolean isEscaped(int at) {
		return at > 0 && this.source.charAt(at - 1) == '\\';
	}

	private void tag(Markup.TagAt tag) {
		if (tag.name().equals("p")) {
			this.paragraph = !tag.closing();
		}
		switch (tag.name()) {
			case "table" -> table(tag.closing());
			case "tr", "thead", "tbody", "tfoot" -> tableRow();
			case "td", "th" -> tableCell(tag);
			case "br" -> this.rows.endPiece(Piece.Break.LINE);
			case "li" -> this.rows.endPiece(tag.closing() ? Piece.Break.PARAGRAPH : Piece.Break.ITEM);
			default -> otherTag(tag);
		}
	}

	private void otherTag(Markup.TagAt tag) {
		if (!tag.isInline()) {
			this.rows.block();
		}
		if (tag.isHeading() && !tag.closing()) {
			this.rows.heading();
		}
	}

	private void table(boolean closing) {
		if (closing && this.tables == 1) {
			this.rows.endRow(true);
			this.rows.endTable();
		}
		else if (!closing && this.tables == 0) {
			this.rows.endRow(this.line != LineKind.TEXT);
			this.line = LineKind.TEXT;
		}
		this.tables = Math.max(0, this.tables + (closing ? -1 : 1));
	}

	private void tableRow() {
		if (this.tables == 1) {
			this.rows.endRow(true);
		}
		else {
			this.rows.endPiece(Piece.Break.PARAGRAPH);
		}
	}

	private void tableCell(Markup.TagAt tag) {
		if (this.tables != 1) {
			this.rows.endPiece(Piece.Break.PARAGRAPH);
		}
		else if (tag.closing()) {
			this.rows.closeCell();
		}
		else {
			this.rows.openCell(tag.number("colspan"), tag.number("rowspan"));
		}
	}

	private enum LineKind {

		TEXT, TABS, PIPES;

		static LineKind of(String line) {
			if (line.strip().startsWith("|")) {
				return PIPES;
			}
			return (line.indexOf('\t') >= 0) ? TABS : TEXT;
		}

	}

}
