package jp.meguri.evaluation.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.WindowRule;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewRights;
import jp.meguri.review.Rights;
import jp.meguri.review.WhoseTurn;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;

/**
 * One person at one moment: judges periods and rights with the city as it is known now.
 */
record ReportDesk(Actor actor, CityDirectory city, Instant now) {

	private static final WindowStatus NO_WINDOW = new WindowStatus(WindowStatus.State.NO_WINDOW, null, null, null, "",
			0);

	WindowStatus window(int fiscalYear, Round round, UUID unit) {
		return this.city.cycle(fiscalYear)
			.map((cycle) -> WindowRule.check(cycle, WindowKind.REPORTS, round, unit, this.now))
			.orElse(NO_WINDOW);
	}

	WindowStatus window(Report report) {
		return window(report.fiscalYear(), report.round(), report.ownerUnit());
	}

	/** What this person may do to the report; the same that is shown as {@code can}. */
	Rights rightsOn(Report report, List<FieldError> missing) {
		return ReviewRights
			.decide(this.actor, report.item(), window(report), WhoseTurn.planningContact(this.city, today()))
			.without(ReviewAction.DELETE)
			.without(ReviewAction.PUBLISH)
			.unless(ReviewAction.SUBMIT, !missing.isEmpty(), () -> Problems.validation(missing));
	}

	Optional<WhoseTurn> whoseTurn(Report report) {
		return whoseTurn(report.fiscalYear(), report.round(), report.ownerUnit(), report.state());
	}

	Optional<WhoseTurn> whoseTurn(int fiscalYear, Round round, UUID unit, ReviewState state) {
		return WhoseTurn.of(this.city, unit, fiscalYear, state, window(fiscalYear, round, unit), today());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.now, BusinessClock.ZONE);
	}

	String unitName(UUID unit, int fiscalYear) {
		return this.city.unit(unit).map((found) -> found.nameIn(fiscalYear)).orElse("");
	}

	CycleMode mode(int fiscalYear) {
		return this.city.cycle(fiscalYear).map((cycle) -> cycle.mode()).orElse(CycleMode.LIVE);
	}

}
