package jp.meguri.notifications.notice;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Directory;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.events.evaluation.ReleaseEvent.Release;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells a department that its sheet was published or withdrawn.
 */
@Component
class ReleaseListener implements EventHandler<ReleaseEvent> {

	private final Notices notices;

	private final Receivers receivers;

	private final Directory directory;

	ReleaseListener(Notices notices, Receivers receivers, Directory directory) {
		this.notices = notices;
		this.receivers = receivers;
		this.directory = directory;
	}

	@Override
	public String name() {
		return "notifications.releases";
	}

	@Override
	public String topic() {
		return Topics.EVALUATIONS;
	}

	@Override
	public Class<ReleaseEvent> family() {
		return ReleaseEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ReleaseEvent> event) {
		if (event.data() instanceof ReleaseEvent.Scheduled) {
			return Mono.empty();
		}
		boolean withdrawn = event.data() instanceof ReleaseEvent.Withdrawn;
		NoticeKind kind = withdrawn ? NoticeKind.PUBLICATION_WITHDRAWN : NoticeKind.PUBLISHED;
		Release release = event.data().release();
		return Mono.zip(this.directory.unit(event.municipality(), release.ownerUnit()), department(event, release))
			.flatMap((found) -> {
				Facts facts = new Facts(found.getT1().nameIn(release.fiscalYear()), release.fiscalYear(), WorkKind.GOAL,
						"", null, event.actor().name(), "");
				return this.notices.tell(new NoticeDraft(event.municipality(), found.getT2(),
						"%s/%s".formatted(kind, event.id()), kind, facts, release.id(),
						"/sheets/%d/%s".formatted(release.fiscalYear(), release.ownerUnit())), event.mode());
			});
	}

	private Mono<Set<UUID>> department(EventEnvelope<ReleaseEvent> event, Release release) {
		return Mono
			.zip(this.receivers.writers(event.municipality(), release.ownerUnit()),
					this.receivers.heads(event.municipality(), release.ownerUnit(), release.fiscalYear()))
			.map((both) -> {
				Set<UUID> all = new HashSet<>(both.getT1());
				all.addAll(both.getT2());
				return Receivers.except(all, event.actor().person());
			});
	}

}
