package jp.meguri.workbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.sheet.SheetRow;

/**
 * A row of one of our tables, by the names of its columns.
 */
final class TableRow {

	private static final Pattern ID = Pattern
		.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	private final String sheet;

	private final Map<String, Integer> columns;

	private final SheetRow row;

	private final Notices notices;

	TableRow(String sheet, Map<String, Integer> columns, SheetRow row, Notices notices) {
		this.sheet = sheet;
		this.columns = columns;
		this.row = row;
		this.notices = notices;
	}

	String get(String head) {
		Integer column = this.columns.get(head);
		return (column != null) ? this.row.text(column) : "";
	}

	boolean has(String head) {
		return !get(head).isBlank();
	}

	boolean isEmpty() {
		return this.columns.keySet().stream().noneMatch(this::has);
	}

	boolean isHidden() {
		return this.row.hidden();
	}

	void remark(Notice notice, String head, Object... facts) {
		this.notices.add(notice, new Place(this.sheet, this.row.number(), this.columns.getOrDefault(head, 0)), facts);
	}

	/** What stands in the row, for a person to find it again. */
	String summary() {
		List<String> shown = List.of(Heads.TEXT, Heads.NAME, Heads.LABEL, Heads.VALUE, Heads.PHRASE, Heads.GRADE);
		return Sheets
			.shortened(String.join(" ", shown.stream().map(this::get).filter((text) -> !text.isEmpty()).toList()));
	}

	/** An id that ties the row to something; null for none. */
	@Nullable UUID reference(String head) {
		String text = get(head).strip();
		if (text.isEmpty()) {
			return null;
		}
		if (!ID.matcher(text).matches()) {
			remark(Notice.REFERENCE_BROKEN, head, Sheets.shortened(text));
			return null;
		}
		return UUID.fromString(text);
	}

	/** Whether the cell holds something that looks like an id. */
	boolean hasId(String head) {
		return ID.matcher(get(head).strip()).matches();
	}

	int number(String head, int otherwise) {
		String text = Numbers.narrow(get(head).strip());
		if (text.isEmpty()) {
			return otherwise;
		}
		if (!NUMBER.matcher(text).matches()) {
			remark(Notice.NUMBER_UNREADABLE, head, Sheets.shortened(text), otherwise);
			return otherwise;
		}
		return Integer.parseInt(text);
	}

	<E extends Enum<E>> Optional<E> word(String head, Words<E> words) {
		Optional<E> found = words.find(get(head));
		if (found.isEmpty() && has(head)) {
			remark(Notice.WORD_UNKNOWN, head, Sheets.shortened(get(head)));
		}
		return found;
	}

	@Nullable LocalDate day(String head) {
		if (!has(head)) {
			return null;
		}
		Optional<LocalDate> day = Days.read(get(head));
		if (day.isEmpty()) {
			remark(Notice.DAY_UNREADABLE, head, Sheets.shortened(get(head)));
		}
		return day.orElse(null);
	}

}
