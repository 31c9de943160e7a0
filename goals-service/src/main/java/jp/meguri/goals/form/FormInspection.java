package jp.meguri.goals.form;

import java.util.List;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import jp.meguri.workbook.FormTable;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the upper part of a form that is going to be saved.
 *
 * @param proposal what its heads are likely to mean, or null
 */
record FormInspection(FormFile.Kind kind, List<FormTable> tables, @Nullable FormMapping proposal) {

	static FormInspection of(FormFile form) {
		return new FormInspection(form.kind(), form.tables(), HeadWords.propose(form.tables()).orElse(null));
	}

}
