package jp.meguri.notifications.submission;

import java.time.Instant;
import java.util.UUID;

/**
 * What passed between the planning division and a unit: a request sent by Meguri, or a
 * note such as 「9/20 電話 ○○係長」.
 */
record Contact(UUID id, UUID unit, int fiscalYear, Kind kind, String text, String byName, Instant at) {

	enum Kind {

		NOTE, REQUEST

	}

}
