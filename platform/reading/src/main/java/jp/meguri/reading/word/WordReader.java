package jp.meguri.reading.word;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.office.Relationship;
import jp.meguri.reading.office.XmlPart;
import jp.meguri.reading.word.WordBlock.Paragraph;
import jp.meguri.reading.word.WordBlock.Table;
import jp.meguri.reading.word.WordBlock.Trait;

/**
 * Reads the parts of a document.
 */
final class WordReader {

	private static final int MOST_CHARACTERS = 2_000_000;

	private static final int MOST_COLUMNS = 200;

	private final OfficePackage file;

	private WordStyles styles = new WordStyles();

	private Numbering numbering = new Numbering();

	private long characters;

	WordReader(OfficePackage file) {
		this.file = file;
	}

	WordDocument read() {
		List<WordBlock> headers = new ArrayList<>();
		List<WordBlock> notes = new ArrayList<>();
		List<WordBlock> footers = new ArrayList<>();
		List<Relationship> targets = this.file.relationships(this.file.main());
		boolean commented = false;
		for (Relationship target : targets) {
			@Nullable XmlPart xml = target.external() ? null : this.file.part(target.target());
			if (xml != null && target.type().equals("styles")) {
				this.styles = new WordStyles(xml);
			}
			else if (xml != null && target.type().equals("numbering")) {
				this.numbering = new Numbering(xml);
			}
			commented |= target.type().equals("comments");
		}
		List<WordBlock> body = blocks(this.file.part(this.file.main()));
		for (Relationship target : targets) {
			switch (target.type()) {
				case "header" -> headers.addAll(blocks(this.file.part(target.target())));
				case "footnotes", "endnotes" -> notes.addAll(blocks(this.file.part(target.target())));
				case "footer" -> footers.addAll(blocks(this.file.part(target.target())));
				default -> {
					// pictures, themes, settings: no text
				}
			}
		}
		return new WordDocument(headers, body, notes, footers, commented);
	}

	private List<WordBlock> blocks(@Nullable XmlPart xml) {
		List<WordBlock> blocks = new ArrayList<>();
		if (xml != null) {
			while (xml.nextStart()) {
				block(xml, blocks);
			}
		}
		return blocks;
	}

	/** Reads a paragraph or table; whatever may hold some is looked into. */
	private void block(XmlPart xml, List<WordBlock> blocks) {
		switch (xml.name()) {
			case "p" -> blocks.addAll(paragraph(xml));
			case "tbl" -> blocks.add(table(xml));
			case "sectPr", "sdtPr", "tblPr", "moveFrom", "del" -> xml.skip();
			case "altChunk" -> throw new UnreadableDocumentException(Reason.ACTIVE_CONTENT);
			default -> {
				// body, content controls, insertions, notes: their blocks come next
			}
		}
	}

	private List<Paragraph> paragraph(XmlPart xml) {
		ParagraphReader reader = new ParagraphReader(this::paragraph);
		reader.read(xml);
		Paragraph paragraph = reader.paragraph(this.styles, this.numbering);
		this.characters += paragraph.text().length();
		if (this.characters > MOST_CHARACTERS) {
			throw new UnreadableDocumentException(Reason.TOO_LONG);
		}
		List<Paragraph> all = new ArrayList<>(List.of(paragraph));
		all.addAll(reader.boxes());
		return all;
	}

	private Table table(XmlPart xml) {
		List<List<List<Paragraph>>> rows = new ArrayList<>();
		int depth = xml.depth();
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart("tr")) {
				rows.add(row(xml));
			}
		}
		return new Table(rows);
	}

	private List<List<Paragraph>> row(XmlPart xml) {
		List<List<Paragraph>> cells = new ArrayList<>();
		int depth = xml.depth();
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart("gridBefore")) {
				empty(cells, xml.number("val", 0));
			}
			else if (xml.isStart("tc")) {
				cell(xml, cells);
			}
		}
		return cells;
	}

	private void cell(XmlPart xml, List<List<Paragraph>> cells) {
		List<Paragraph> paragraphs = new ArrayList<>();
		int span = 1;
		int depth = xml.depth();
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart("gridSpan")) {
				span = Math.max(1, xml.number("val", 1));
			}
			else if (xml.isStart()) {
				List<WordBlock> blocks = new ArrayList<>();
				block(xml, blocks);
				blocks.forEach((block) -> add(block, paragraphs));
			}
		}
		cells.add(paragraphs.stream().filter((paragraph) -> !paragraph.text().isBlank()).toList());
		empty(cells, span - 1);
	}

	private static void add(WordBlock block, List<Paragraph> paragraphs) {
		if (block instanceof Paragraph paragraph) {
			paragraphs.add(paragraph);
		}
		else if (block instanceof Table table) {
			table.rows()
				.forEach((row) -> row.forEach((cell) -> cell
					.forEach((paragraph) -> paragraphs.add(ParagraphReader.with(paragraph, Trait.NESTED)))));
		}
	}

	private static void empty(List<List<Paragraph>> cells, int count) {
		if (count < 0 || cells.size() + count > MOST_COLUMNS) {
			throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
		}
		for (int i = 0; i < count; i++) {
			cells.add(List.of());
		}
	}

}
