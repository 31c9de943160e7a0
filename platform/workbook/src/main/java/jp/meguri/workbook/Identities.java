package jp.meguri.workbook;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Ids of what the rows hold: kept where they are known, new where they are missing,
 * unknown or there twice.
 */
final class Identities {

	private final Predicate<UUID> known;

	private final Supplier<UUID> next;

	private final Set<UUID> seen = new HashSet<>();

	Identities(Predicate<UUID> known, Supplier<UUID> next) {
		this.known = known;
		this.next = next;
	}

	UUID of(TableRow row) {
		if (!row.has(Heads.ID)) {
			row.remark(Notice.ROW_ADDED, Heads.NUMBER);
			return this.next.get();
		}
		@Nullable UUID id = row.hasId(Heads.ID) ? UUID.fromString(row.get(Heads.ID).strip()) : null;
		if (id == null || !this.known.test(id)) {
			row.remark(Notice.ID_UNKNOWN, Heads.ID, Sheets.shortened(row.get(Heads.ID)));
			return this.next.get();
		}
		if (!this.seen.add(id)) {
			row.remark(Notice.ID_TWICE, Heads.ID);
			return this.next.get();
		}
		return id;
	}

	UUID next() {
		return this.next.get();
	}

}
