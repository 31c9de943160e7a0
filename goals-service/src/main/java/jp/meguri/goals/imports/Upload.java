package jp.meguri.goals.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Arrays;
import java.util.UUID;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A file somebody sent.
 *
 * @param unit the unit it is meant for, if the sender knows
 * @param fiscalYear the year it is meant for, if the sender knows
 * @param batch what it was uploaded with, or null
 * @param batchName what people call the batch, empty for none
 */
record Upload(String name, byte[] bytes, @Nullable UUID unit, @Nullable Integer fiscalYear, @Nullable UUID batch,
		String batchName) {

	/** Of files that carry pictures and fonts besides their text. */
	static final int LARGEST = 20 * 1024 * 1024;

	private static final int LARGEST_TEXT = 5 * 1024 * 1024;

	private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	boolean isTooLarge() {
		return this.bytes.length > ((startsWith(PDF) || startsWith(ZIP)) ? LARGEST : LARGEST_TEXT);
	}

	private boolean startsWith(byte[] head) {
		return this.bytes.length >= head.length && Arrays.equals(this.bytes, 0, head.length, head, 0, head.length);
	}

	String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
