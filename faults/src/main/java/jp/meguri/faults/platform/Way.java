package jp.meguri.faults.platform;

import java.util.Locale;

/**
 * A way between parts of the platform on which a proxy stands.
 */
public enum Way {

	/** Services to their databases. */
	POSTGRES,
	/** Services to the broker. */
	KAFKA,
	/** notification-service to the mail sink. */
	SMTP,
	/** Gateway to policy-catalog-service. */
	CATALOG,
	/** Gateway to goals-service. */
	GOALS,
	/** Gateway to evaluation-service. */
	EVALUATION,
	/** Gateway to notification-service. */
	NOTIFICATION,
	/** People to the gateway. */
	FRONT;

	/** The name {@code MEGURI_DETOURS} knows. */
	public String detour() {
		return name().toLowerCase(Locale.ROOT);
	}

}
