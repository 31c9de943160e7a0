package jp.meguri.goals.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.meguri.reading.layout.Width;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import jp.meguri.workbook.FormMismatchException;

/**
 * What a form must be so that it can be kept: its name, and a mapping that fits its
 * template.
 */
final class FormRule {

	private static final TextRule NAME = TextRule.name(100);

	private static final TextRule HEAD = TextRule.body(200).asRequired();

	private static final int MOST_TABLES = 20;

	/** One head alone would recognise too much. */
	private static final int FEWEST_HEADS = 2;

	private FormRule() {
	}

	/** Refuses with 422 whatever is wrong with what was said. */
	static void check(String name, FormMapping mapping) {
		var violations = new Violations();
		violations.text(name, "/name", NAME)
			.check(mapping.heads().containsKey(FormField.TITLE), "/mapping/heads/TITLE", "required")
			.check(mapping.heads().size() >= FEWEST_HEADS, "/mapping/heads", "form-heads", FEWEST_HEADS)
			.check(!mapping.tables().isEmpty(), "/mapping/tables", "required")
			.check(mapping.tables().size() <= MOST_TABLES, "/mapping/tables", "too-many", MOST_TABLES);
		Set<String> heads = new HashSet<>();
		mapping.heads().forEach((field, head) -> {
			String at = "/mapping/heads/" + field;
			violations.text(head, at, HEAD).check(heads.add(Width.key(head)), at, "repeated");
		});
		tables(mapping.tables(), violations);
		violations.refuse();
	}

	private static void tables(List<FormMapping.Table> tables, Violations violations) {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < Math.min(tables.size(), MOST_TABLES); i++) {
			FormMapping.Table table = tables.get(i);
			String at = "/mapping/tables/" + i;
			violations.text(table.name(), at + "/name", NAME)
				.check(table.headRow() >= 1, at + "/headRow", "invalid")
				.check(names.add(table.name()), at + "/name", "repeated");
		}
	}

	/** Refuses where the template has no such tables or heads. Blocking. */
	static void requireFits(FormFile template, FormMapping mapping) {
		try {
			template.read(mapping);
		}
		catch (FormMismatchException ex) {
			throw mismatch(ex);
		}
	}

	static MeguriProblem mismatch(FormMismatchException mismatch) {
		return new MeguriProblem(422, "form-mismatch", mismatch.missing()).with("missing", mismatch.missing());
	}

}
