package jp.meguri.goals.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file somebody sent.
 *
 * @param unit the unit it is meant for, if the sender knows
 * @param fiscalYear the year it is meant for, if the sender knows
 */
record Upload(String name, byte[] bytes, @Nullable UUID unit, @Nullable Integer fiscalYear) {

	static final int LARGEST = 5 * 1024 * 1024;

	String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
