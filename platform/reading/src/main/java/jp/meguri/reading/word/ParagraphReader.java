package jp.meguri.reading.word;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.XmlPart;
import jp.meguri.reading.word.WordBlock.Paragraph;
import jp.meguri.reading.word.WordBlock.Trait;

/**
 * Reads one paragraph with everything anchored to it.
 */
final class ParagraphReader {

	private static final Pattern OTHER_PROGRAM = Pattern
		.compile("\\s*(DDE|DDEAUTO|LINK|INCLUDETEXT|INCLUDEPICTURE)\\b.*", Pattern.DOTALL);

	private static final Pattern PAGE_NUMBER = Pattern.compile("\\s*(PAGE|NUMPAGES|SECTIONPAGES)\\b.*", Pattern.DOTALL);

	private final Function<XmlPart, List<Paragraph>> inner;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder instruction = new StringBuilder();

	private final List<Paragraph> boxes = new ArrayList<>();

	private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

	private String style = "";

	private String list = "";

	private int level = -1;

	private int outline = -1;

	private int pageNumber;

	private int fields;

	private boolean instructing;

	/**
	 * @param inner reads a paragraph of a text box
	 */
	ParagraphReader(Function<XmlPart, List<Paragraph>> inner) {
		this.inner = inner;
	}

	/** Reads to the end of the {@code p} element that has just begun. */
	void read(XmlPart xml) {
		int depth = xml.depth();
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart()) {
				element(xml);
			}
		}
	}

	private void element(XmlPart xml) {
		switch (xml.name()) {
			case "pPr" -> properties(xml);
			case "t" -> add(xml.text());
			case "tab", "ptab" -> add("\t");
			case "br", "cr" -> add("\n");
			case "noBreakHyphen" -> add("\u2011");
			case "softHyphen" -> add("\u00ad");
			case "sym" -> symbol(xml.attribute("char", ""));
			case "vanish" -> hide(xml.attribute("val", "1"));
			case "ins", "moveTo" -> this.traits.add(Trait.CHANGED);
			case "del", "moveFrom" -> {
				this.traits.add(Trait.CHANGED);
				xml.skip();
			}
			case "rt" -> {
				this.traits.add(Trait.RUBY);
				xml.skip();
			}
			case "instrText" -> instruct(xml.text());
			case "fldSimple" -> simpleField(xml);
			case "fldChar" -> field(xml.attribute("fldCharType", ""));
			case "txbxContent" -> box(xml);
			case "Fallback", "sdtPr" -> xml.skip();
			case "object", "control" -> throw new UnreadableDocumentException(Reason.ACTIVE_CONTENT);
			default -> {
				// runs, links, content controls, pictures: what they hold comes next
			}
		}
	}

	private void properties(XmlPart xml) {
		int depth = xml.depth();
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart("pStyle")) {
				this.style = xml.attribute("val", "");
			}
			else if (xml.isStart("numId")) {
				this.list = xml.attribute("val", "");
			}
			else if (xml.isStart("ilvl")) {
				this.level = xml.number("val", 0);
			}
			else if (xml.isStart("outlineLvl")) {
				this.outline = xml.number("val", -1);
			}
			else if (xml.isStart("pPrChange") || xml.isStart("rPr")) {
				xml.skip();
			}
		}
	}

	private void hide(String value) {
		if (!value.equals("0") && !value.equals("false")) {
			this.traits.add(Trait.HIDDEN);
		}
	}

	private void add(String characters) {
		if (this.pageNumber == 0) {
			this.text.append(characters);
		}
	}

	private void symbol(String code) {
		if (code.matches("[0-9A-Fa-f]{4}")) {
			char c = (char) Integer.parseInt(code, 16);
			add(String.valueOf(ListNumber.symbol((c < 0x100) ? (char) (c + 0xf000) : c)));
		}
	}

	private void simpleField(XmlPart xml) {
		String instruction = xml.attribute("instr", "");
		check(instruction);
		if (PAGE_NUMBER.matcher(instruction.toUpperCase(Locale.ROOT)).matches()) {
			xml.skip();
		}
	}

	/** A field is its instruction, then its result; they may be nested. */
	private void field(String step) {
		switch (step) {
			case "begin" -> {
				this.fields++;
				this.instructing = true;
				this.instruction.setLength(0);
			}
			case "separate" -> {
				this.instructing = false;
				boolean page = PAGE_NUMBER.matcher(this.instruction.toString().toUpperCase(Locale.ROOT)).matches();
				this.pageNumber = (page && this.pageNumber == 0) ? this.fields : this.pageNumber;
			}
			case "end" -> {
				this.pageNumber = (this.pageNumber == this.fields) ? 0 : this.pageNumber;
				this.fields--;
				this.instructing = false;
			}
			default -> {
				// nothing else is defined
			}
		}
	}

	private void instruct(String part) {
		if (this.instructing) {
			this.instruction.append(part);
		}
		check(this.instruction.toString());
		check(part);
	}

	private static void check(String instruction) {
		if (OTHER_PROGRAM.matcher(instruction.toUpperCase(Locale.ROOT)).matches()) {
			throw new UnreadableDocumentException(Reason.ACTIVE_CONTENT);
		}
	}

	private void box(XmlPart xml) {
		int depth = xml.depth();
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart("p")) {
				this.inner.apply(xml).forEach((paragraph) -> this.boxes.add(with(paragraph, Trait.TEXT_BOX)));
			}
		}
	}

	/** The paragraph, with its automatic number in front. */
	Paragraph paragraph(WordStyles styles, Numbering numbering) {
		boolean own = !this.list.isEmpty();
		String list = own ? this.list : styles.list(this.style);
		int level = (this.level >= 0) ? this.level : own ? 0 : styles.listLevel(this.style);
		String label = (list.isEmpty() || list.equals("0")) ? "" : numbering.next(list, level);
		if (!label.isEmpty()) {
			this.traits.add(Trait.NUMBERED);
			label += " ";
		}
		int heading = (this.outline >= 0) ? WordStyles.heading(this.outline) : styles.heading(this.style);
		return new Paragraph(label + this.text, heading, List.copyOf(this.traits));
	}

	List<Paragraph> boxes() {
		return this.boxes;
	}

	static Paragraph with(Paragraph paragraph, Trait trait) {
		List<Trait> traits = new ArrayList<>(paragraph.traits());
		traits.add(trait);
		return new Paragraph(paragraph.text(), paragraph.heading(), traits);
	}

}
