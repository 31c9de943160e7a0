package jp.meguri.reading.source;

import java.util.ArrayList;
import java.util.List;

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

	private int numbered;

	private boolean changed;

	private WordSource() {
	}

	public static SourceText of(WordDocument document) {
		WordSource source = new WordSource();
		source.part(document.headers(), Found.PAGE_MARGIN);
		document.body().forEach(source::block);
		source.part(document.notes(), Found.NOTES);
		source.part(document.footers(), Found.PAGE_MARGIN);
		source.remarkAll(document.commented());
		return source.text;
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
			this.text.gap();
			table.rows().forEach(this::row);
			this.text.gap();
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

	private void row(List<List<Paragraph>> row) {
		int start = this.text.length();
		List<List<String>> cells = new ArrayList<>();
		row.forEach((cell) -> cells.add(cell.stream().map(Paragraph::text).toList()));
		this.text.row(cells);
		row.forEach((cell) -> cell.forEach((paragraph) -> remark(paragraph, start)));
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
