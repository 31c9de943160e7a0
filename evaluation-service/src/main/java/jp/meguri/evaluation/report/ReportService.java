package jp.meguri.evaluation.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.evaluation.goal.GoalCopies;
import jp.meguri.evaluation.grading.GradingSchemes;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.KeptContent;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.review.WorkingCopies;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Problems;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * One report: reading, writing, commenting. One method = one use case = one transaction.
 */
@Service
class ReportService {

	private static final TextRule COMMENT = TextRule.body(2_000).asRequired();

	private final VisibleReports visible;

	private final ReportChanges changes;

	private final ReportDesks desks;

	private final ReportViews views;

	private final GoalCopies goals;

	private final GradingSchemes schemes;

	private final WorkingCopies workingCopies;

	private final ReviewComments comments;

	private final ContentHistory history;

	private final Idempotency idempotency;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	ReportService(VisibleReports visible, ReportChanges changes, ReportDesks desks, ReportViews views, GoalCopies goals,
			GradingSchemes schemes, WorkingCopies workingCopies, ReviewComments comments, ContentHistory history,
			Idempotency idempotency, CityTransaction transaction, BusinessClock clock) {
		this.visible = visible;
		this.changes = changes;
		this.desks = desks;
		this.views = views;
		this.goals = goals;
		this.schemes = schemes;
		this.workingCopies = workingCopies;
		this.comments = comments;
		this.history = history;
		this.idempotency = idempotency;
		this.transaction = transaction;
		this.clock = clock;
	}

	Mono<ReportView> get(Actor actor, UUID id) {
		return at(actor, (desk) -> found(actor, id).flatMap((report) -> this.views.of(desk, report)));
	}

	/** Promote what was typed to the report's next revision. */
	Mono<ReportView> edit(Actor actor, UUID id, long expected, ReportContent content) {
		return at(actor,
				(desk) -> locked(actor, id)
					.doOnNext((report) -> desk.rightsOn(report, List.of())
						.require(ReviewAction.EDIT, expected, report.revision()))
					.delayUntil((report) -> checkContent(report, content))
					.flatMap((report) -> this.changes.store(actor, report.written(content, actor.toEventActor()),
							"report.edit", ReportEvent.Edited::new))
					.delayUntil((report) -> this.workingCopies.drop(actor, id))
					.flatMap((report) -> this.views.of(desk, report)));
	}

	/** Keep what a person is typing. */
	Mono<Instant> type(Actor actor, UUID id, long baseRevision, ReportContent content) {
		return at(actor,
				(desk) -> found(actor, id)
					.doOnNext((report) -> desk.rightsOn(report, List.of()).require(ReviewAction.EDIT))
					.delayUntil((report) -> checkContent(report, content))
					.flatMap((report) -> this.workingCopies.save(actor, id, baseRevision, content, this.clock.now())));
	}

	Mono<Void> discard(Actor actor, UUID id) {
		return at(actor,
				(desk) -> found(actor, id)
					.doOnNext((report) -> desk.rightsOn(report, List.of()).requireRole(ReviewAction.EDIT))
					.flatMap((report) -> this.workingCopies.drop(actor, id).thenReturn(Boolean.TRUE)))
			.then();
	}

	/** 版の控え: for those involved; others read what is confirmed. */
	Mono<List<KeptContent>> revisions(Actor actor, UUID id) {
		return at(actor,
				(desk) -> involved(desk, actor, id).flatMap((report) -> this.history.of(actor.municipality(), id)));
	}

	Mono<ReportContent> revision(Actor actor, UUID id, long revision) {
		return at(actor,
				(desk) -> involved(desk, actor, id)
					.flatMap((report) -> (report.revision() == revision) ? Mono.just(report.content())
							: this.history.content(actor.municipality(), id, revision, ReportContent.class))
					.switchIfEmpty(Mono.error(Problems::notFound)));
	}

	Mono<Created> comment(Actor actor, UUID id, IdempotencyKey key, CommentRequest request) {
		new Violations().text(request.text(), "/text", COMMENT)
			.text(request.anchor(), "/anchor", TextRule.line(200))
			.refuse();
		Mono<Created> work = this.desks.of(actor)
			.flatMap((desk) -> locked(actor, id)
				.doOnNext((report) -> desk.rightsOn(report, List.of()).require(ReviewAction.COMMENT)))
			.flatMap((report) -> comment(actor, report, request));
		return this.idempotency.once(actor, "report-comments/" + id, key, request, work);
	}

	private Mono<Created> comment(Actor actor, Report report, CommentRequest request) {
		ReviewComment comment = new ReviewComment(Ids.next(), request.anchor(), String.valueOf(request.text()),
				actor.person(), actor.name(), report.revision(), request.inReplyTo(), this.clock.now());
		return this.changes.commentsOf(report)
			.doOnNext((all) -> checkReply(all, request.inReplyTo()))
			.then(this.comments.add(report.municipality(), report.id(), comment))
			.then(this.changes.store(actor, report.moved(report.state()), "report.comment", ReportEvent.Commented::new))
			.map((commented) -> new Created(comment.id(),
					"/api/evaluations/%s/comments/%s".formatted(report.id(), comment.id()), report.revision()));
	}

	private static void checkReply(List<ReviewComment> all, @Nullable UUID inReplyTo) {
		if (inReplyTo != null && all.stream().noneMatch((comment) -> comment.id().equals(inReplyTo))) {
			throw Problems.validation("/inReplyTo", "choice");
		}
	}

	private Mono<Void> checkContent(Report report, ReportContent content) {
		return this.schemes.of(report.municipality(), report.fiscalYear(), report.edition())
			.doOnNext((schemes) -> ReportContentRule.check(content, schemes))
			.then(this.goals.contentOf(report.municipality(), report.goal()))
			.doOnNext((goal) -> ReportContentRule.checkIndicators(content, goal, report.content()))
			.then();
	}

	private Mono<Report> involved(ReportDesk desk, Actor actor, UUID id) {
		return found(actor, id)
			.doOnNext((report) -> desk.rightsOn(report, List.of()).requireRole(ReviewAction.COMMENT));
	}

	private Mono<Report> found(Actor actor, UUID id) {
		return this.visible.find(actor, id).switchIfEmpty(Mono.error(Problems::notFound));
	}

	private Mono<Report> locked(Actor actor, UUID id) {
		return this.visible.locked(actor, id).switchIfEmpty(Mono.error(Problems::notFound));
	}

	private <T> Mono<T> at(Actor actor, Function<ReportDesk, Mono<T>> work) {
		return this.desks.of(actor).flatMap((desk) -> this.transaction.in(actor.municipality(), work.apply(desk)));
	}

	/**
	 * @param anchor the place: a block's id or a field's name; null for the whole
	 */
	record CommentRequest(@Nullable String anchor, @Nullable String text, @Nullable UUID inReplyTo) {
	}

}
