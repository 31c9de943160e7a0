package jp.meguri.goals.form;

import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import java.time.Instant;
import java.util.UUID;

/**
 * A city's own form (様式) and what its heads mean.
 *
 * @param fileName the template's name as it was sent
 * @param sha256 of the template
 * @param revision counted up by each change of name or mapping
 * @param createdBy name of who saved it
 */
public record CityForm(UUID id, UUID municipality, String name, FormFile.Kind kind, String fileName, String sha256,
		FormMapping mapping, long revision, String createdBy, Instant createdAt) {

	CityForm with(String newName, FormMapping newMapping) {
		return new CityForm(this.id, this.municipality, newName, this.kind, this.fileName, this.sha256, newMapping,
				this.revision + 1, this.createdBy, this.createdAt);
	}

}
