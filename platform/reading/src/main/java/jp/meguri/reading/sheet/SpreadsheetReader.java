package jp.meguri.reading.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.office.Relationship;
import jp.meguri.reading.office.XmlPart;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a workbook.
 */
final class SpreadsheetReader {

	private static final int MOST_SHEETS = 300;

	private static final int MOST_STRINGS = 200_000;

	private static final int MOST_CHARACTERS = 4_000_000;

	private final OfficePackage file;

	private final List<String> strings = new ArrayList<>();

	private final Map<String, Relationship> targets = new HashMap<>();

	private CellStyles styles = new CellStyles();

	private boolean since1904;

	SpreadsheetReader(OfficePackage file) {
		this.file = file;
		for (Relationship target : file.relationships(file.main())) {
			this.targets.put(target.id(), target);
			@Nullable XmlPart xml = target.external() ? null : file.part(target.target());
			if (xml != null && target.type().equals("sharedStrings")) {
				strings(xml);
			}
			else if (xml != null && target.type().equals("styles")) {
				this.styles = new CellStyles(xml);
			}
		}
	}

	Spreadsheet read() {
		List<Worksheet> sheets = new ArrayList<>();
		XmlPart workbook = this.file.part(this.file.main());
		boolean more = this.file.parts()
			.stream()
			.anyMatch((part) -> part.matches("xl/(drawings/drawing|comments|threadedComments/|charts/chart).*\\.xml"));
		while (workbook != null && workbook.nextStart()) {
			if (workbook.name().equals("workbookPr")) {
				this.since1904 = workbook.flag("date1904");
			}
			else if (workbook.name().equals("sheet")) {
				sheets.add(sheet(workbook));
			}
			if (sheets.size() > MOST_SHEETS) {
				throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
			}
		}
		return new Spreadsheet(sheets, more);
	}

	private Worksheet sheet(XmlPart workbook) {
		String name = CellText.unescape(workbook.attribute("name", ""));
		boolean hidden = workbook.attribute("state", "visible").toLowerCase(Locale.ROOT).contains("hidden");
		Relationship target = this.targets.get(workbook.attribute("id", ""));
		@Nullable XmlPart xml = (target != null) ? this.file.part(target.target()) : null;
		if (xml == null) {
			throw new UnreadableDocumentException(Reason.BROKEN_OFFICE_FILE);
		}
		return new WorksheetReader(name, hidden, this.strings, this.styles, this.since1904).read(xml);
	}

	private void strings(XmlPart xml) {
		long characters = 0;
		while (xml.nextStart()) {
			if (xml.name().equals("si")) {
				String text = CellText.of(xml);
				this.strings.add(text);
				characters += text.length();
			}
			if (this.strings.size() > MOST_STRINGS || characters > MOST_CHARACTERS) {
				throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
			}
		}
	}

}
