package jp.meguri.audit;

import org.jspecify.annotations.Nullable;

/**
 * What checking a city's chain found.
 *
 * @param entries entries checked
 * @param brokenAt number of the first entry that does not fit, or null where all do
 * @param reason what is wrong with it; empty where nothing is
 */
public record AuditVerification(long entries, @Nullable Long brokenAt, String reason) {

	public boolean isIntact() {
		return this.brokenAt == null;
	}

	static AuditVerification intact(long entries) {
		return new AuditVerification(entries, null, "");
	}

	static AuditVerification broken(long number, String reason) {
		return new AuditVerification(number - 1, number, reason);
	}

}
