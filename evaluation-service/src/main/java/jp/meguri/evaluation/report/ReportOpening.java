package jp.meguri.evaluation.report;

import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.evaluation.goal.CycleCopies.Rounds;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.time.BusinessClock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens the reports of a confirmed goal: one per round in use, each exactly once. What an
 * import offered for the goal stands in the year's report from the start.
 */
@Service
class ReportOpening {

	private final ReportRepository reports;

	private final OfferedResults offered;

	private final ReportAnnouncements announcements;

	private final BusinessClock clock;

	ReportOpening(ReportRepository reports, OfferedResults offered, ReportAnnouncements announcements,
			BusinessClock clock) {
		this.reports = reports;
		this.offered = offered;
		this.announcements = announcements;
		this.clock = clock;
	}

	Mono<Void> open(GoalCopy goal, Rounds rounds, EventEnvelope<?> cause) {
		if (!goal.isConfirmed() || !goal.isReported()) {
			return Mono.empty();
		}
		return Flux.fromIterable(rounds.rounds()).concatMap((round) -> open(goal, rounds, round, cause)).then();
	}

	private Mono<Void> open(GoalCopy goal, Rounds rounds, Round round, EventEnvelope<?> cause) {
		Report fresh = fresh(goal, rounds, round, cause.municipality());
		Mono<Report> report = (round == rounds.ofTheYear()) ? withOffer(fresh) : Mono.just(fresh);
		return report.flatMap((opened) -> this.reports.open(opened, this.clock.now()))
			.flatMap((opened) -> this.announcements.announce(opened, ReportEvent.Opened::new, EventActor.SYSTEM,
					cause.correlation()));
	}

	private Mono<Report> withOffer(Report fresh) {
		return this.offered.take(fresh.municipality(), fresh.goal())
			.map((offer) -> fresh.openedWith(offer.content(), offer.from()))
			.defaultIfEmpty(fresh);
	}

	private static Report fresh(GoalCopy goal, Rounds rounds, Round round, UUID municipality) {
		return new Report(Ids.next(), municipality, goal.id(), goal.confirmedRevision(), goal.content().title(),
				goal.sheet(), goal.ownerUnit(), GoalCopy.namedUnits(goal.content()), goal.fiscalYear(), round,
				rounds.mode(), ReviewState.PENDING, 1, 1, ReportContent.EMPTY, false, null, "", goal.edition());
	}

}
