package jp.meguri.notifications.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.directory.Directory;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.notifications.deadline.DeadlineRepository.DueStep;
import jp.meguri.notifications.notice.Facts;
import jp.meguri.notifications.notice.NoticeDraft;
import jp.meguri.notifications.notice.NoticeKind;
import jp.meguri.notifications.notice.Notices;
import jp.meguri.notifications.notice.Receivers;
import jp.meguri.notifications.work.Turn;
import jp.meguri.notifications.work.WorkItem;
import jp.meguri.notifications.work.WorkItemRepository;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.time.BusinessClock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds of deadlines when a step of the ladder has come and something is still owed.
 * Whether it is owed is asked at that moment: who has submitted is not reminded.
 */
@Component
class Reminders {

	private static final Logger log = LoggerFactory.getLogger(Reminders.class);

	private static final int AT_ONCE = 200;

	private static final Duration PATIENCE = Duration.ofSeconds(50);

	private final DeadlineRepository deadlines;

	private final WorkItemRepository items;

	private final Notices notices;

	private final Receivers receivers;

	private final Directory directory;

	private final WorkerTransaction transaction;

	private final BusinessClock clock;

	Reminders(@Qualifier("worker") DeadlineRepository deadlines, @Qualifier("worker") WorkItemRepository items,
			Notices notices, Receivers receivers, Directory directory, WorkerTransaction transaction,
			BusinessClock clock) {
		this.deadlines = deadlines;
		this.items = items;
		this.notices = notices;
		this.receivers = receivers;
		this.directory = directory;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Runs on a scheduler thread, which may wait. */
	@Scheduled(fixedDelayString = "${meguri.deadlines.poll:1s}")
	void remindDue() {
		Instant now = this.clock.now();
		try {
			this.deadlines.claim(now, AT_ONCE)
				.flatMapMany(Flux::fromIterable)
				.concatMap((step) -> this.transaction.in(step.municipality(), remind(step, now)))
				.blockLast(PATIENCE);
		}
		catch (RuntimeException ex) {
			log.warn("Reminders wait: {}", ex.toString());
		}
	}

	private Mono<Void> remind(DueStep due, Instant now) {
		Ladder.Step step = Ladder.latest(due.dueOn(), due.days(), now);
		return this.deadlines.byId(due.municipality(), due.deadline())
			.flatMap((deadline) -> owed(deadline).flatMap((owed) -> tell(deadline, owed, step)))
			.then(this.deadlines.advance(due, Ladder.after(due.dueOn(), step.days())));
	}

	/** The page where the unit goes on, or empty where nothing is owed. */
	private Mono<String> owed(Deadline deadline) {
		return this.items
			.ofUnit(deadline.municipality(), deadline.unit(), deadline.fiscalYear(), deadline.kind(), deadline.round())
			.flatMap((items) -> Mono.justOrEmpty(firstOpen(items))
				.switchIfEmpty(items.stream().allMatch(WorkItem::isOfPlan) ? notBegun(deadline) : Mono.empty()));
	}

	private static Optional<String> firstOpen(List<WorkItem> items) {
		return items.stream()
			.filter((item) -> Turn.of(item.state()).filter(RoleCode.STAFF::equals).isPresent())
			.findFirst()
			.map(WorkItem::link);
	}

	/** A department without any goal of its own still owes its sheet. */
	private Mono<String> notBegun(Deadline deadline) {
		if (deadline.kind() != WorkKind.GOAL) {
			return Mono.empty();
		}
		return this.directory.unit(deadline.municipality(), deadline.unit())
			.filter((unit) -> unit.kind() == UnitKind.DEPARTMENT)
			.map((unit) -> "/sheets/%d/%s".formatted(deadline.fiscalYear(), deadline.unit()));
	}

	private Mono<Void> tell(Deadline deadline, String link, Ladder.Step step) {
		Mono<Set<UUID>> writers = this.receivers.writers(deadline.municipality(), deadline.unit());
		return this.directory.unit(deadline.municipality(), deadline.unit()).zipWith(writers).flatMap((found) -> {
			Facts facts = new Facts(found.getT1().nameIn(deadline.fiscalYear()), deadline.fiscalYear(), deadline.kind(),
					"", deadline.dueOn(), "", "");
			return this.notices.tell(new NoticeDraft(deadline.municipality(), found.getT2(),
					"deadline/%s/%s/%d".formatted(deadline.id(), deadline.dueOn(), step.days()), kind(step), facts,
					deadline.id(), link), CycleMode.LIVE);
		});
	}

	private static NoticeKind kind(Ladder.Step step) {
		if (step.days() < 0) {
			return NoticeKind.DUE_SOON;
		}
		return (step.days() == 0) ? NoticeKind.DUE_TODAY : NoticeKind.OVERDUE;
	}

}
