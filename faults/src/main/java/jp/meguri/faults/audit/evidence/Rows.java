package jp.meguri.faults.audit.evidence;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Rows of tables.
 */
public final class Rows {

	private Rows() {
	}

	/**
	 * A goal or report as it stands.
	 */
	public record Stored(String type, String id, String state, long revision, long version, String marker) {
	}

	/**
	 * An entry of an audit trail.
	 *
	 * @param hash the hash of the chain up to here, or null while it is not sealed
	 * @param computed the hash it must have behind the entry before it
	 */
	public record Audited(String database, String city, String object, @Nullable String correlation, String action,
			@Nullable Long number, @Nullable String hash, String computed) {
	}

	/** What a create is remembered by. */
	public record Remembered(String database, String key, String resource) {
	}

	/** How far a consumer is with an aggregate. */
	public record Consumed(String database, String consumer, String type, String aggregate, long version) {
	}

	public record Comment(String type, String item, String text) {
	}

	/** What another service keeps of a goal or report. */
	public record Copied(String where, String type, String id, String state) {
	}

	/** A report and the goal it was opened for. */
	public record Opened(String report, String goal) {
	}

	/** What a person was told. */
	public record Notice(String id, String person, String key, String kind, Set<String> items) {
	}

	/** A letter to be sent about a notice. */
	public record Mail(String notice, String messageId, String address, String state) {
	}

	/** A role of a person at a unit. */
	public record Holder(String city, String person, String unit, String role) {
	}

	/** A record on a topic. */
	public record Announced(String topic, int partition, long offset, String id, String type, String aggregate,
			long version) {
	}

	/** A letter that arrived. */
	public record Letter(String file, long at, String messageId, String to) {
	}

}
