package jp.meguri.reading.layout;

import java.util.List;

/**
 * A document as rows and cells.
 *
 * @param source the decoded text
 * @param rows rows of tables and lines of text, top to bottom; empty ones left out
 * @param coverage which characters are markup, so far
 */
public record Layout(String source, List<Row> rows, Coverage coverage) {

	public static Layout of(String source) {
		Coverage coverage = new Coverage(source);
		return new Layout(source, new LayoutParser(source, coverage).parse(), coverage);
	}

}
