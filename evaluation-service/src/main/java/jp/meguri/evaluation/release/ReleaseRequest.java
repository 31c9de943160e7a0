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
 * @param unit the unit whose sheet is published, or null for a plan's
 * @param planEdition the edition whose plan sheet is published, or null for a unit's
 * @param items exactly what was read and decided
 * @param decisionDate 決裁日
 * @param documentNumber 文書番号
 * @param publishAt when it becomes public; null for at once
 */
record ReleaseRequest(@Nullable Integer fiscalYear, @Nullable UUID unit, ReleaseEvent.@Nullable Kind kind,
		@Nullable List<ReleaseEvent.@Nullable Item> items, @Nullable LocalDate decisionDate,
		@Nullable String documentNumber, @Nullable Instant publishAt, @Nullable UUID planEdition) {

	private static final TextRule DOCUMENT_NUMBER = TextRule.name(100);

	private static final int MOST_ITEMS = 500;

	/** Of a unit's sheet. */
	ReleaseRequest(@Nullable Integer fiscalYear, @Nullable UUID unit, ReleaseEvent.@Nullable Kind kind,
			@Nullable List<ReleaseEvent.@Nullable Item> items, @Nullable LocalDate decisionDate,
			@Nullable String documentNumber, @Nullable Instant publishAt) {
		this(fiscalYear, unit, kind, items, decisionDate, documentNumber, publishAt, null);
	}

	/** Everything is there, or a 422 says what is not. */
	ReleaseOrder order(LocalDate today, Instant now) {
		Violations violations = new Violations().required(this.fiscalYear, "/fiscalYear")
			.check(this.unit != null || this.planEdition != null, "/unit", "required")
			.check(this.unit == null || this.planEdition == null, "/planEdition", "invalid")
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
		boolean ofPlan = this.planEdition != null;
		return new ReleaseOrder(this.fiscalYear, ofPlan ? this.planEdition : this.unit, ofPlan, this.kind,
				List.copyOf(this.items), this.decisionDate, this.documentNumber,
				(this.publishAt != null) ? this.publishAt : now);
	}

	/**
	 * The same with nothing missing.
	 *
	 * @param owner the unit, or the plan's edition
	 */
	record ReleaseOrder(int fiscalYear, UUID owner, boolean ofPlan, ReleaseEvent.Kind kind,
			List<ReleaseEvent.Item> items, LocalDate decisionDate, String documentNumber, Instant publishAt) {
	}

}
