package jp.meguri.evaluation.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * 公表する, 公表を予約する, 訂正版を出す: what was decided, named by revision.
 *
 * @param items exactly what was read and decided
 * @param decisionDate 決裁日
 * @param documentNumber 文書番号
 * @param publishAt when it becomes public; null for at once
 */
record ReleaseRequest(@Nullable Integer fiscalYear, @Nullable UUID unit, ReleaseEvent.@Nullable Kind kind,
		@Nullable List<ReleaseEvent.@Nullable Item> items, @Nullable LocalDate decisionDate,
		@Nullable String documentNumber, @Nullable Instant publishAt) {

	private static final TextRule DOCUMENT_NUMBER = TextRule.name(100);

	private static final int MOST_ITEMS = 500;

	/** Everything is there, or a 422 says what is not. */
	ReleaseOrder order(LocalDate today, Instant now) {
		Violations violations = new Violations().required(this.fiscalYear, "/fiscalYear")
			.required(this.unit, "/unit")
			.required(this.kind, "/kind")
			.required(this.decisionDate, "/decisionDate")
			.text(this.documentNumber, "/documentNumber", DOCUMENT_NUMBER)
			.check(this.items != null && !this.items.isEmpty(), "/items", "required")
			.check(this.items == null || this.items.size() <= MOST_ITEMS, "/items", "invalid")
			.check(this.items == null || new HashSet<>(this.items).size() == this.items.size(), "/items", "invalid")
			.check(this.items == null || this.items.stream().allMatch(Objects::nonNull), "/items", "invalid")
			.check(this.publishAt == null || !this.publishAt.isBefore(now), "/publishAt", "release.past");
		if (this.decisionDate != null) {
			violations.check(!this.decisionDate.isAfter(today), "/decisionDate", "release.decision-ahead");
		}
		violations.refuse();
		return checked(now);
	}

	// Everything was just checked.
	private ReleaseOrder checked(Instant now) {
		return new ReleaseOrder(this.fiscalYear, this.unit, this.kind, List.copyOf(this.items), this.decisionDate,
				this.documentNumber, (this.publishAt != null) ? this.publishAt : now);
	}

	/** The same with nothing missing. */
	record ReleaseOrder(int fiscalYear, UUID unit, ReleaseEvent.Kind kind, List<ReleaseEvent.Item> items,
			LocalDate decisionDate, String documentNumber, Instant publishAt) {
	}

}
