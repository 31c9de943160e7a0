package jp.meguri.goals.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * A remark in the list over all imports.
 *
 * @param importId the import
 * @param importName the document's name
 */
record ListedRemark(@JsonProperty("import") UUID importId, String importName, int ordinal, Place span, String key,
		String ja, String en, boolean decision, String excerpt, Place excerptSpan, boolean resolved) {
}
