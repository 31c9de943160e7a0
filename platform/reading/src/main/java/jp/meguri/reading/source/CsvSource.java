package jp.meguri.reading.source;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.UnreadableDocumentException.Reason;

/**
 * A CSV file as text. Fields are separated by commas and may stand in quotes, which may
 * hold line ends; rows end with any line end and may differ in length. A quoted field
 * that never ends, or goes on behind its quote, is refused: the rest of the file would be
 * read as something else.
 */
public final class CsvSource {

	private final SourceText text = new SourceText();

	private final String csv;

	private final List<List<String>> row = new ArrayList<>();

	private int number = 1;

	private int at;

	private CsvSource(String csv) {
		this.csv = csv;
	}

	public static SourceText of(String csv) {
		return new CsvSource(csv).read();
	}

	private SourceText read() {
		while (this.at < this.csv.length()) {
			String field = (this.csv.charAt(this.at) == '"') ? quoted() : plain();
			this.row.add(field.isEmpty() ? List.of() : List.of(field));
			separator();
		}
		if (!this.row.isEmpty()) {
			endRow();
		}
		return this.text;
	}

	private String plain() {
		int start = this.at;
		while (this.at < this.csv.length() && ",\r\n".indexOf(this.csv.charAt(this.at)) < 0) {
			this.at++;
		}
		return this.csv.substring(start, this.at);
	}

	private String quoted() {
		StringBuilder field = new StringBuilder();
		this.at++;
		while (this.at < this.csv.length()) {
			char c = this.csv.charAt(this.at++);
			if (c != '"') {
				field.append(c);
			}
			else if (this.at < this.csv.length() && this.csv.charAt(this.at) == '"') {
				field.append('"');
				this.at++;
			}
			else {
				return field.toString();
			}
		}
		throw broken(this.row.size() + 1);
	}

	private void separator() {
		char c = (this.at < this.csv.length()) ? this.csv.charAt(this.at) : '\n';
		if (c != ',' && c != '\r' && c != '\n') {
			throw broken(this.row.size());
		}
		this.at++;
		if (c == '\r' && this.at < this.csv.length() && this.csv.charAt(this.at) == '\n') {
			this.at++;
		}
		if (c != ',') {
			endRow();
		}
		else if (this.at == this.csv.length()) {
			this.row.add(List.of());
		}
	}

	private void endRow() {
		this.text.row(this.row);
		this.row.clear();
		this.number++;
	}

	private UnreadableDocumentException broken(int column) {
		return new UnreadableDocumentException(Reason.BROKEN_CSV, new Place("", this.number, column));
	}

}
