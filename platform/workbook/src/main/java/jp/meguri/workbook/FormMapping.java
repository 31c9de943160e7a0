package jp.meguri.workbook;

import java.util.List;
import java.util.Map;

/**
 * Where a city's own form has what; said once per form. Several tables with the same
 * heads are one evaluation or year each.
 *
 * @param tables the tables in order
 * @param heads the words in the head of the column of each field; blanks and width of
 * characters do not matter
 */
public record FormMapping(List<Table> tables, Map<FormField, String> heads) {

	public FormMapping {
		tables = List.copyOf(tables);
		heads = Map.copyOf(heads);
	}

	/**
	 * @param name the worksheet, or the place of the table among a Word document's tables
	 * from 1
	 * @param headRow the row of the heads, from 1
	 */
	public record Table(String name, int headRow) {
	}

}
