package jp.meguri.catalog.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.database.Ids;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A new cycle.
 *
 * @param rounds the rounds in use
 * @param windows one per kind and round at most; none for a year that is only registered
 */
record CycleRequest(@Nullable Integer fiscalYear, @Nullable CycleMode mode, @Nullable List<Round> rounds,
		@Nullable List<NewWindow> windows) {

	record NewWindow(@Nullable WindowKind kind, @Nullable Round round, @Nullable Instant opensAt,
			@Nullable Instant closesAt) {

		void check(Violations violations, String at, List<Round> rounds) {
			violations.required(this.kind, at + "/kind")
				.required(this.opensAt, at + "/opensAt")
				.required(this.closesAt, at + "/closesAt")
				.check(this.opensAt == null || this.closesAt == null || this.opensAt.isBefore(this.closesAt),
						at + "/closesAt", "before-start")
				.check(this.kind != WindowKind.GOALS || this.round == null, at + "/round", "choice")
				.check(this.kind != WindowKind.REPORTS || (this.round != null && rounds.contains(this.round)),
						at + "/round", "choice");
		}

		String place() {
			return this.kind + "/" + this.round;
		}

		Window toWindow() {
			return new Window(Ids.next(), Given.value(this.kind), this.round, Given.value(this.opensAt),
					Given.value(this.closesAt), 1, "", List.of());
		}

	}

	CycleChanged toCycle(UUID id) {
		var violations = new Violations();
		CatalogRules.fiscalYear(violations, this.fiscalYear, "/fiscalYear");
		violations.required(this.mode, "/mode");
		List<Round> used = Given.list(this.rounds);
		violations.check(!used.isEmpty(), "/rounds", "required")
			.check(used.stream().distinct().count() == used.size(), "/rounds", "repeated");
		List<NewWindow> all = Given.list(this.windows);
		violations.check(this.mode != CycleMode.BACK_LOADING || all.isEmpty(), "/windows", "back-loading");
		violations.check(all.stream().map(NewWindow::place).distinct().count() == all.size(), "/windows", "repeated");
		for (int i = 0; i < all.size(); i++) {
			all.get(i).check(violations, "/windows/" + i, used);
		}
		violations.refuse();
		return new CycleChanged(id, Given.number(this.fiscalYear), Given.value(this.mode), used,
				all.stream().map(NewWindow::toWindow).toList());
	}

}
