package jp.meguri.audit;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in its row; every column takes part in the hash.
 */
record StoredEntry(long seq, UUID id, UUID municipality, UUID objectId, OffsetDateTime recordedAt, byte[] body,
		@Nullable Long number, byte @Nullable [] hash) {

	static final String COLUMNS = "seq, id, municipality, object_id, recorded_at, body, number, hash";

	static StoredEntry of(Readable row) {
		return new StoredEntry(Objects.requireNonNull(row.get("seq", Long.class)),
				Objects.requireNonNull(row.get("id", UUID.class)),
				Objects.requireNonNull(row.get("municipality", UUID.class)),
				Objects.requireNonNull(row.get("object_id", UUID.class)),
				Objects.requireNonNull(row.get("recorded_at", OffsetDateTime.class)),
				Objects.requireNonNull(row.get("body", byte[].class)), row.get("number", Long.class),
				row.get("hash", byte[].class));
	}

	/** The hash this entry has behind another. */
	byte[] hashAfter(byte[] previous, long atNumber) {
		MessageDigest digest = sha256();
		digest.update(previous);
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, atNumber));
		for (Object column : new Object[] { this.id, this.municipality, this.objectId, utc(this.recordedAt) }) {
			digest.update(column.toString().getBytes(StandardCharsets.US_ASCII));
			digest.update((byte) 0);
		}
		return digest.digest(this.body);
	}

	private static OffsetDateTime utc(OffsetDateTime time) {
		return time.withOffsetSameInstant(ZoneOffset.UTC);
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
