package jp.meguri.faults.audit.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes the chains of one database anew, entry by entry: SHA-256 over the hash before,
 * the number, id, city, object and time (each ended by a zero), and the body.
 */
final class AuditChains {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, byte[]> ends = new HashMap<>();

	private final String database;

	AuditChains(String database) {
		this.database = database;
	}

	/** The entry of the current row; entries come by city and number. */
	Rows.Audited next(ResultSet row) throws SQLException {
		var city = row.getString(2);
		byte[] stored = row.getBytes(7);
		byte[] computed = hash(this.ends.getOrDefault(city, new byte[32]), row);
		this.ends.put(city, computed);
		JsonNode body = JSON.readTree(row.getBytes(5));
		return new Rows.Audited(this.database, city, row.getString(3), body.path("correlation").asString(null),
				body.path("action").asString(""), row.getObject(6, Long.class),
				(stored != null) ? HexFormat.of().formatHex(stored) : null, HexFormat.of().formatHex(computed));
	}

	private static byte[] hash(byte[] previous, ResultSet row) throws SQLException {
		var digest = sha256();
		digest.update(previous);
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, row.getLong(6)));
		var at = row.getObject(4, LocalDateTime.class).atOffset(ZoneOffset.UTC);
		for (var part : new String[] { row.getString(1), row.getString(2), row.getString(3), at.toString() }) {
			digest.update(part.getBytes(StandardCharsets.US_ASCII));
			digest.update((byte) 0);
		}
		return digest.digest(row.getBytes(5));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
