package jp.meguri.evaluation.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.WindowStatus;
import jp.meguri.evaluation.goal.GoalCopies;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.grading.GradingSchemes;
import jp.meguri.evaluation.report.ReportCommands.ApprovedItem;
import jp.meguri.evaluation.report.ReportCommands.Return;
import jp.meguri.evaluation.report.ReportCommands.ReturnComment;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.NamedItem;
import jp.meguri.review.Occasion;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.review.ReviewRoute;
import jp.meguri.review.Rights;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of reports from clerk to planning division (提出, 承認, 差戻し, 確定). Each command is
 * one transaction over the set that was read: all of it happens, or nothing.
 */
@Service
class ReportReview {

	private final VisibleReports visible;

	private final ReportChanges changes;

	private final ReportDesks desks;

	private final GoalCopies goals;

	private final GradingSchemes schemes;

	private final ReviewComments comments;

	private final ContentHistory history;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	ReportReview(VisibleReports visible, ReportChanges changes, ReportDesks desks, GoalCopies goals,
			GradingSchemes schemes, ReviewComments comments, ContentHistory history, CityTransaction transaction,
			BusinessClock clock) {
		this.visible = visible;
		this.changes = changes;
		this.desks = desks;
		this.goals = goals;
		this.schemes = schemes;
		this.comments = comments;
		this.history = history;
		this.transaction = transaction;
		this.clock = clock;
	}

	<V> Mono<V> submit(Actor actor, SheetKey sheet, SheetPage<V> page, List<NamedItem> items) {
		return forEach(actor, sheet, page, ReviewAction.SUBMIT, items, (desk, report) -> {
			WindowStatus window = desk.window(report);
			return this.changes
				.store(actor, next(report, ReviewAction.SUBMIT), "report.submit",
						(snapshot) -> new ReportEvent.Submitted(snapshot, window.window(), window.revision()))
				.delayUntil((submitted) -> keep(actor, submitted, Occasion.SUBMITTED));
		});
	}

	<V> Mono<V> withdraw(Actor actor, SheetKey sheet, SheetPage<V> page, List<NamedItem> items) {
		return forEach(actor, sheet, page, ReviewAction.WITHDRAW, items, (desk, report) -> this.changes.store(actor,
				next(report, ReviewAction.WITHDRAW), "report.withdraw", ReportEvent.Withdrawn::new));
	}

	/** 承認, or 修正して承認 where a correction is named. */
	<V> Mono<V> approve(Actor actor, SheetKey sheet, SheetPage<V> page, List<ApprovedItem> items) {
		Map<UUID, ApprovedItem> byId = items.stream().collect(Collectors.toMap(ApprovedItem::id, Function.identity()));
		return forEach(actor, sheet, page, ReviewAction.APPROVE, items.stream().map(ApprovedItem::named).toList(),
				(desk, report) -> {
					@Nullable ReportContent correction = byId.get(report.id()).correction();
					return (correction != null) ? correct(actor, report, correction) : approve(actor, report);
				});
	}

	<V> Mono<V> giveBack(Actor actor, SheetKey sheet, SheetPage<V> page, Return command) {
		return forEach(actor, sheet, page, ReviewAction.RETURN, command.items(),
				(desk, report) -> say(actor, report, command.comments())
					.then(this.changes.store(actor, next(report, ReviewAction.RETURN), "report.return",
							ReportEvent.Returned::new))
					.delayUntil((returned) -> keep(actor, returned, Occasion.RETURNED)));
	}

	<V> Mono<V> confirm(Actor actor, SheetKey sheet, SheetPage<V> page, List<NamedItem> items) {
		return forEach(actor, sheet, page, ReviewAction.CONFIRM, items,
				(desk, report) -> this.changes
					.store(actor, next(report, ReviewAction.CONFIRM), "report.confirm", ReportEvent.Confirmed::new)
					.delayUntil((confirmed) -> keep(actor, confirmed, Occasion.CONFIRMED)));
	}

	private Mono<Report> approve(Actor actor, Report report) {
		return this.changes
			.store(actor, next(report, ReviewAction.APPROVE), "report.approve",
					(snapshot) -> new ReportEvent.Approved(snapshot, false, report.content()))
			.delayUntil((approved) -> keep(actor, approved, Occasion.APPROVED));
	}

	private Mono<Report> correct(Actor actor, Report report, ReportContent correction) {
		Report corrected = next(report, ReviewAction.CORRECT_AND_APPROVE).corrected(correction, actor.toEventActor());
		return this.schemes.of(report.municipality(), report.fiscalYear(), report.edition())
			.doOnNext((schemes) -> ReportContentRule.check(correction, schemes))
			.then(this.goals.contentOf(report.municipality(), report.goal()))
			.doOnNext((goal) -> ReportContentRule.checkIndicators(correction, goal, report.content()))
			.then(keep(actor, report, Occasion.BEFORE_CORRECTION))
			.then(this.changes.store(actor, corrected, "report.correct-and-approve",
					(snapshot) -> new ReportEvent.Approved(snapshot, true, report.content())))
			.delayUntil((approved) -> keep(actor, approved, Occasion.APPROVED));
	}

	private Mono<Void> say(Actor actor, Report report, List<ReturnComment> all) {
		return Flux.fromIterable(all)
			.filter((said) -> report.id().equals(said.item()))
			.concatMap((said) -> this.comments.add(report.municipality(), report.id(),
					new ReviewComment(Ids.next(), said.anchor(), String.valueOf(said.text()), actor.person(),
							actor.name(), report.revision(), null, this.clock.now())))
			.then();
	}

	private <V> Mono<V> forEach(Actor actor, SheetKey sheet, SheetPage<V> page, ReviewAction action,
			List<NamedItem> items, Step step) {
		return this.desks.of(actor).flatMap((desk) -> {
			Mono<V> work = read(actor, sheet, items).doOnNext((set) -> require(desk, action, set))
				.flatMapMany(Flux::fromIterable)
				.concatMap((read) -> step.take(desk, read.report()))
				.then(Mono.defer(() -> page.of(desk)));
			return this.transaction.in(actor.municipality(), work);
		});
	}

	// In the order of their ids: two people with overlapping sets wait, they do not
	// deadlock.
	private Mono<List<Read>> read(Actor actor, SheetKey sheet, List<NamedItem> items) {
		return Flux.fromStream(() -> items.stream().sorted(Comparator.comparing(NamedItem::id)))
			.concatMap((item) -> this.visible.locked(actor, item.id())
				.filter(sheet::holds)
				.flatMap((report) -> this.goals.find(actor.municipality(), report.goal())
					.map((goal) -> new Read(report, goal, item.revision())))
				.switchIfEmpty(Mono.error(Problems::notFound)))
			.collectList();
	}

	// The order of answers holds for the set: role, what was read, state and period.
	private static void require(ReportDesk desk, ReviewAction action, List<Read> set) {
		set.forEach((read) -> read.rights(desk).requireRole(action));
		set.stream().filter(Read::isStale).findFirst().ifPresent((read) -> {
			throw Problems.revisionConflict(read.report().revision()).with("item", read.report().id());
		});
		set.forEach((read) -> read.rights(desk).require(action));
	}

	private static Report next(Report report, ReviewAction action) {
		ReviewState next = ReviewRoute.after(action, report.state())
			.orElseThrow(() -> Problems.wrongState(report.state()));
		return report.moved(next);
	}

	private Mono<Void> keep(Actor actor, Report report, Occasion occasion) {
		return this.history.keep(actor, report.id(), report.revision(), occasion, report.content(), this.clock.now());
	}

	/** How the sheet is shown afterwards, in the same transaction. */
	interface SheetPage<V> {

		Mono<V> of(ReportDesk desk);

	}

	/** What happens to one report of the set. */
	private interface Step {

		Mono<Report> take(ReportDesk desk, Report report);

	}

	/**
	 * @param expected the revision the caller read
	 */
	private record Read(Report report, GoalCopy goal, long expected) {

		Rights rights(ReportDesk desk) {
			return desk.rightsOn(this.report, ReportContentRule.missing(this.goal, this.report));
		}

		boolean isStale() {
			return this.report.revision() != this.expected;
		}

	}

}
