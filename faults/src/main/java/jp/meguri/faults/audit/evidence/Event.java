package jp.meguri.faults.audit.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A row of an outbox.
 *
 * @param database whose outbox
 * @param id the event
 * @param type kind of the aggregate
 * @param aggregate the aggregate
 * @param version its version after the event
 * @param topic where it is announced
 * @param correlation the request, or null
 * @param actor who caused it, or null
 * @param city the municipality
 * @param what what happened
 * @param item the goal or report afterwards, or null where it is about something else
 */
public record Event(String database, String id, String type, String aggregate, long version, String topic,
		@Nullable String correlation, @Nullable String actor, String city, String what, @Nullable Item item) {

	/**
	 * @param state where it stands
	 * @param revision revision of its content
	 * @param marker the write whose words stand in it
	 * @param unit the unit it belongs to
	 * @param sheet the sheet it stands on
	 */
	public record Item(String state, long revision, String marker, String unit, String sheet) {
	}

	@Override
	public String toString() {
		return "%s %s v%d %s".formatted(this.type, this.aggregate, this.version, this.what);
	}

}
