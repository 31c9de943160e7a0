package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.source.WordSource;
import jp.meguri.reading.word.WordDocument;

/**
 * A filled form as text in which every line of a cell can be found again. Whatever is not
 * taken into a field is left over.
 */
final class FormSource {

	private static final Pattern TAG = Pattern.compile("</?(?:p|br|h[1-6])>");

	private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

	/** In a Word document's text what is no markup is escaped. */
	private static final Pattern WORD_BREAK = Pattern.compile("</p><p>|<br>");

	private final String text;

	private final Map<UnreadableDocumentException.Place, Place> cells;

	private final Pattern lineBreak;

	private final Coverage coverage;

	private FormSource(String text, Map<UnreadableDocumentException.Place, Place> cells, Pattern lineBreak) {
		this.text = text;
		this.cells = cells;
		this.lineBreak = lineBreak;
		this.coverage = new Coverage(text);
	}

	static FormSource of(Spreadsheet workbook) {
		CellSource cells = CellSource.whole(workbook);
		var source = new FormSource(cells.text(), cells.cells(), LINE_BREAK);
		cells.names().forEach((name) -> source.coverage.leave(span(name), Leftover.Kind.LABEL));
		return source;
	}

	static FormSource of(WordDocument document) {
		String text = WordSource.of(document).text();
		Map<UnreadableDocumentException.Place, Place> cells = new HashMap<>();
		List<List<List<Span>>> tables = WordSource.cells(document);
		for (int table = 0; table < tables.size(); table++) {
			for (int row = 0; row < tables.get(table).size(); row++) {
				List<Span> spans = tables.get(table).get(row);
				for (int column = 0; column < spans.size(); column++) {
					cells.put(new UnreadableDocumentException.Place(String.valueOf(table + 1), row + 1, column + 1),
							inner(text, spans.get(column)));
				}
			}
		}
		var source = new FormSource(text, cells, WORD_BREAK);
		Matcher tag = TAG.matcher(text);
		while (tag.find()) {
			source.coverage.leave(new Span(tag.start(), tag.end()), Leftover.Kind.TAG);
		}
		return source;
	}

	/** Without the tags of the first and last paragraph. */
	private static Place inner(String text, Span cell) {
		boolean paragraphs = text.startsWith("<p>", cell.start()) && cell.of(text).endsWith("</p>");
		return paragraphs ? new Place(cell.start() + "<p>".length(), cell.end() - "</p>".length()) : Place.of(cell);
	}

	String text() {
		return this.text;
	}

	/** Where the lines of a cell stand, blank ones too; none for a cell it has not. */
	List<Place> lines(UnreadableDocumentException.Place cell) {
		Place at = this.cells.get(cell);
		if (at == null) {
			return List.of();
		}
		List<Place> lines = new ArrayList<>();
		Matcher lineEnd = this.lineBreak.matcher(this.text).region(at.start(), at.end());
		int start = at.start();
		while (lineEnd.find()) {
			lines.add(new Place(start, lineEnd.start()));
			start = lineEnd.end();
		}
		lines.add(new Place(start, at.end()));
		return lines;
	}

	/** The cells of this row are words of the form. */
	void label(String table, int row) {
		this.cells.forEach((cell, place) -> {
			if (cell.sheet().equals(table) && cell.row() == row) {
				lines(cell).forEach((line) -> this.coverage.leave(span(line), Leftover.Kind.LABEL));
			}
		});
	}

	/** These characters are in a field. */
	void take(Place place) {
		this.coverage.use(span(place));
	}

	/** All characters that were not taken. */
	List<ReadSheet.Rest> leftovers() {
		return this.coverage.leftovers()
			.stream()
			.map((left) -> new ReadSheet.Rest(Place.of(left.span()), left.text(), left.kind()))
			.toList();
	}

	private static Span span(Place place) {
		return new Span(place.start(), place.end());
	}

}
