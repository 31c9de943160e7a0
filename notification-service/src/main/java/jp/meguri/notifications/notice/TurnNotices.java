package jp.meguri.notifications.notice;

import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Directory;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.notifications.work.WorkItem;
import jp.meguri.notifications.work.WorkItemRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * "Your turn": what an event means for whom.
 */
@Component
public class TurnNotices {

	private final Notices notices;

	private final Receivers receivers;

	private final Directory directory;

	private final WorkItemRepository items;

	TurnNotices(Notices notices, Receivers receivers, Directory directory,
			@Qualifier("worker") WorkItemRepository items) {
		this.notices = notices;
		this.receivers = receivers;
		this.directory = directory;
		this.items = items;
	}

	public Mono<Void> of(GoalEvent event, EventEnvelope<?> envelope, WorkItem item) {
		return onceKnown(item).then(Mono.defer(() -> turn(event, envelope, item)));
	}

	public Mono<Void> of(ReportEvent event, EventEnvelope<?> envelope, WorkItem item) {
		return onceKnown(item).then(Mono.defer(() -> turn(event, envelope, item)));
	}

	/**
	 * Nothing is ordered across topics: what happened in a city may arrive before its
	 * people. Then the event is tried again, for nobody could be told yet.
	 */
	private Mono<Boolean> onceKnown(WorkItem item) {
		return this.directory.isComplete(item.municipality())
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> new TransientDataAccessResourceException(
					"The people of " + item.municipality() + " are not known yet")));
	}

	private Mono<Void> turn(GoalEvent event, EventEnvelope<?> envelope, WorkItem item) {
		if (event instanceof GoalEvent.Submitted) {
			return toHeads(NoticeKind.APPROVAL_WANTED, envelope, item);
		}
		if (event instanceof GoalEvent.Approved approved) {
			return approved(approved.corrected(), envelope, item);
		}
		if (event instanceof GoalEvent.Returned) {
			return toWriters(NoticeKind.RETURNED, envelope, item);
		}
		if (event instanceof GoalEvent.Confirmed) {
			return toWriters(NoticeKind.CONFIRMED, envelope, item);
		}
		return (event instanceof GoalEvent.Commented) ? commented(envelope, item) : Mono.empty();
	}

	private Mono<Void> turn(ReportEvent event, EventEnvelope<?> envelope, WorkItem item) {
		if (event instanceof ReportEvent.Opened) {
			return toWriters(NoticeKind.REPORT_OPENED, envelope, item);
		}
		if (event instanceof ReportEvent.Submitted) {
			return toHeads(NoticeKind.APPROVAL_WANTED, envelope, item);
		}
		if (event instanceof ReportEvent.Approved approved) {
			return approved(approved.corrected(), envelope, item);
		}
		if (event instanceof ReportEvent.Returned) {
			return toWriters(NoticeKind.RETURNED, envelope, item);
		}
		if (event instanceof ReportEvent.Confirmed) {
			return toWriters(NoticeKind.CONFIRMED, envelope, item);
		}
		return (event instanceof ReportEvent.Commented) ? commented(envelope, item) : Mono.empty();
	}

	private Mono<Void> approved(boolean corrected, EventEnvelope<?> envelope, WorkItem item) {
		Mono<Void> toPlanning = this.receivers.planners(item.municipality())
			.flatMap((persons) -> tell(NoticeKind.CONFIRMATION_WANTED, persons, envelope, item));
		return corrected ? toPlanning.then(toWriters(NoticeKind.CORRECTED, envelope, item)) : toPlanning;
	}

	private Mono<Void> toHeads(NoticeKind kind, EventEnvelope<?> envelope, WorkItem item) {
		return this.receivers.heads(item.municipality(), item.ownerUnit(), item.fiscalYear())
			.flatMap((persons) -> tell(kind, persons, envelope, item));
	}

	private Mono<Void> toWriters(NoticeKind kind, EventEnvelope<?> envelope, WorkItem item) {
		return this.receivers.writers(item.municipality(), item.ownerUnit())
			.flatMap((persons) -> tell(kind, persons, envelope, item));
	}

	/**
	 * A writer's word goes to whom it answers: the planners; theirs goes to the writers.
	 */
	private Mono<Void> commented(EventEnvelope<?> envelope, WorkItem item) {
		UUID actor = envelope.actor().person();
		return Mono
			.zip(this.receivers.writers(item.municipality(), item.ownerUnit()),
					this.receivers.planners(item.municipality()))
			.flatMap((sides) -> tell(NoticeKind.COMMENTED,
					(actor != null && sides.getT1().contains(actor)) ? sides.getT2() : sides.getT1(), envelope, item));
	}

	private Mono<Void> tell(NoticeKind kind, Set<UUID> persons, EventEnvelope<?> envelope, WorkItem item) {
		return sheetName(item).flatMap((sheetName) -> {
			Facts facts = new Facts(sheetName, item.fiscalYear(), item.kind(), item.title(), null,
					envelope.actor().name(), "");
			Set<UUID> others = Receivers.except(persons, envelope.actor().person());
			return this.notices.tell(new NoticeDraft(item.municipality(), others, key(kind, envelope, item), kind,
					facts, item.id(), item.link()), envelope.mode());
		});
	}

	/** What one command did to one sheet is one notice. */
	private static String key(NoticeKind kind, EventEnvelope<?> envelope, WorkItem item) {
		String cause = (envelope.correlation() != null) ? envelope.correlation() : envelope.id().toString();
		return "%s/%s/%s/%s".formatted(kind, item.kind(), item.sheet(), cause);
	}

	/** The plan on whose sheet it stands, else the unit. */
	private Mono<String> sheetName(WorkItem item) {
		return Mono.justOrEmpty(item.edition())
			.flatMap((edition) -> this.items.planNames(item.municipality())
				.flatMap((names) -> Mono.justOrEmpty(names.get(edition))))
			.switchIfEmpty(unitName(item));
	}

	private Mono<String> unitName(WorkItem item) {
		return this.directory.unit(item.municipality(), item.ownerUnit())
			.map((unit) -> unit.nameIn(item.fiscalYear()))
			.defaultIfEmpty("");
	}

}
