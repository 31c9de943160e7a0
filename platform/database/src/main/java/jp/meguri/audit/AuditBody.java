package jp.meguri.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as the canonical bytes (RFC 8785) that are stored and hashed.
 */
final class AuditBody {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private AuditBody() {
	}

	static byte[] of(AuditEntry entry) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("person", entry.person());
		fields.put("personName", entry.personName());
		fields.put("action", entry.action());
		fields.put("objectType", entry.objectType());
		fields.put("objectId", entry.objectId());
		fields.put("revision", entry.revision());
		fields.put("at", entry.at().toString());
		fields.put("correlation", entry.correlation());
		fields.put("facts", entry.facts());
		try {
			return new JsonCanonicalizer(JSON.writeValueAsBytes(fields)).getEncodedUTF8();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
