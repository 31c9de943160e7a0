package jp.meguri.reading.source;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.word.WordBlock;
import jp.meguri.reading.word.WordBlock.Paragraph;
import jp.meguri.reading.word.WordBlock.Table;
import jp.meguri.reading.word.WordBlock.Trait;
import jp.meguri.reading.word.WordDocument;

/**
 * A Word document as text: page headers, body, notes, page footers.
 */
public final class WordSource {

	private final SourceText text = new SourceText();

	private final List<List<List<Span>>> tables = new ArrayList<>();

	private int numbered;

	private boolean changed;

	private WordSource() {
	}

	public static SourceText of(WordDocument document) {
		return write(document).text;
	}

	/**
	 * Where the cells of the body's tables stand in the text, their markup included: by
	 * table, row and column.
	 */
	public static List<List<List<Span>>> cells(WordDocument document) {
		return List.copyOf(write(document).tables);
	}

	private static WordSource write(WordDocument document) {
		WordSource source = new WordSource();
		source.part(document.headers(), Found.PAGE_MARGIN);
		document.body().forEach(source::body);
		source.part(document.notes(), Found.NOTES);
		source.part(document.footers(), Found.PAGE_MARGIN);
		source.remarkAll(document.commented());
		return source;
	}

	private void body(WordBlock block) {
		if (block instanceof Table table) {
			this.tables.add(table(table));
		}
		else {
			block(block);
		}
	}

	private void part(List<WordBlock> blocks, Found what) {
		List<WordBlock> filled = blocks.stream().filter((block) -> !isBlank(block)).distinct().toList();
		if (!filled.isEmpty()) {
			this.text.gap();
			int start = this.text.length();
			filled.forEach(this::block);
			this.text.remark(what, start);
			this.text.gap();
		}
	}

	private static boolean isBlank(WordBlock block) {
		return block instanceof Paragraph paragraph && paragraph.text().isBlank();
	}

	private void block(WordBlock block) {
		if (block instanceof Table table) {
			table(table);
		}
		else if (block instanceof Paragraph paragraph) {
			int start = this.text.length();
			if (paragraph.heading() > 0 && !paragraph.text().isBlank()) {
				this.text.heading(paragraph.heading(), paragraph.text());
			}
			else {
				this.text.paragraph(paragraph.text());
			}
			remark(paragraph, start);
		}
	}

	private List<List<Span>> table(Table table) {
		this.text.gap();
		List<List<Span>> rows = table.rows().stream().map(this::row).toList();
		this.text.gap();
		return rows;
	}

	private List<Span> row(List<List<Paragraph>> row) {
		int start = this.text.length();
		List<List<String>> cells = new ArrayList<>();
		row.forEach((cell) -> cells.add(cell.stream().map(Paragraph::text).toList()));
		List<Span> written = this.text.row(cells);
		row.forEach((cell) -> cell.forEach((paragraph) -> remark(paragraph, start)));
		return written;
	}

	private void remark(Paragraph paragraph, int start) {
		for (Trait trait : paragraph.traits()) {
			switch (trait) {
				case NUMBERED -> this.numbered++;
				case CHANGED -> this.changed = true;
				case HIDDEN -> this.text.remark(Found.HIDDEN_TEXT, start);
				case TEXT_BOX -> this.text.remark(Found.TEXT_BOX, start);
				case NESTED -> this.text.remark(Found.TABLE_IN_CELL, start);
				case RUBY -> this.text.remark(Found.RUBY, start, paragraph.text());
			}
		}
	}

	private void remarkAll(boolean commented) {
		if (this.numbered > 0) {
			this.text.remark(Found.LIST_NUMBERS, 0, this.numbered);
		}
		if (this.changed) {
			this.text.remark(Found.TRACKED_CHANGES, 0);
		}
		if (commented) {
			this.text.remark(Found.COMMENTS, 0);
		}
	}

}
