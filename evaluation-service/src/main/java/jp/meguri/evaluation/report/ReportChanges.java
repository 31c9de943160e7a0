package jp.meguri.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.review.ReviewComments;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What every change of a report by a person consists of: the row, the event, the audit
 * entry, in one transaction.
 */
@Component
class ReportChanges {

	private final ReportRepository reports;

	private final ReviewComments comments;

	private final ReportAnnouncements announcements;

	private final AuditTrail audit;

	private final BusinessClock clock;

	ReportChanges(ReportRepository reports, ReviewComments comments, ReportAnnouncements announcements,
			AuditTrail audit, BusinessClock clock) {
		this.reports = reports;
		this.comments = comments;
		this.announcements = announcements;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @param what name of the audit entry, e.g. {@code report.submit}
	 */
	Mono<Report> store(Actor actor, Report next, String what, Function<ReportSnapshot, ReportEvent> event) {
		return this.reports.save(next, this.clock.now())
			.switchIfEmpty(Mono.error(() -> Problems.revisionConflict(next.revision())))
			.delayUntil((saved) -> announce(actor, saved, event))
			.delayUntil((saved) -> record(actor, saved, what));
	}

	Mono<List<ReviewComment>> commentsOf(Report report) {
		return this.comments.of(report.municipality(), List.of(report.id()))
			.map((all) -> all.getOrDefault(report.id(), List.of()));
	}

	private Mono<Void> announce(Actor actor, Report report, Function<ReportSnapshot, ReportEvent> event) {
		return commentsOf(report).flatMap((all) -> Correlation.with((correlation) -> this.announcements.announce(report,
				ReviewComments.unanswered(all), event, actor.toEventActor(), correlation)));
	}

	private Mono<Void> record(Actor actor, Report report, String what) {
		return Correlation.with((correlation) -> this.audit
			.append(new AuditEntry(actor.municipality(), actor.person(), actor.name(), what, "report", report.id(),
					report.revision(), this.clock.now(), correlation, Map.of("state", report.state().name()))));
	}

}
