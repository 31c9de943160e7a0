package jp.meguri.goals.form;

import java.time.Instant;
import java.util.UUID;
import jp.meguri.web.HasRevision;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;

/**
 * A form as its city sees it.
 */
record FormView(UUID id, long revision, String name, FormFile.Kind kind, String fileName, String sha256,
		FormMapping mapping, String createdBy, Instant createdAt) implements HasRevision {

	static FormView of(CityForm form) {
		return new FormView(form.id(), form.revision(), form.name(), form.kind(), form.fileName(), form.sha256(),
				form.mapping(), form.createdBy(), form.createdAt());
	}

}
