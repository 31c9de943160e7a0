package jp.meguri.notifications.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.meguri.notifications.work.WorkKind;

/**
 * 期限: until when one unit hands in its goals, or its reports of a round.
 *
 * @param id derived from window and unit
 * @param round the round of reports, empty for goals
 * @param dueAt the first moment that is too late
 */
record Deadline(UUID id, UUID municipality, UUID window, UUID unit, int fiscalYear, WorkKind kind, String round,
		Instant opensAt, Instant dueAt) {

	static UUID idOf(UUID window, UUID unit) {
		return UUID.nameUUIDFromBytes((window + "/" + unit).getBytes(StandardCharsets.US_ASCII));
	}

	LocalDate dueOn() {
		return Ladder.dueOn(this.dueAt);
	}

}
