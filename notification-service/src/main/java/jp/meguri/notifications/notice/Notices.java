package jp.meguri.notifications.notice;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.notifications.mail.MailQueue;
import jp.meguri.time.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells people something: into the inbox, and by mail. Runs in the worker's transaction
 * of the city, together with the effect of the event that caused it.
 */
@Component
public class Notices {

	private final NoticeRepository notices;

	private final MailQueue mails;

	private final InboxHints hints;

	private final BusinessClock clock;

	Notices(@Qualifier("worker") NoticeRepository notices, MailQueue mails, InboxHints hints, BusinessClock clock) {
		this.notices = notices;
		this.mails = mails;
		this.hints = hints;
		this.clock = clock;
	}

	/**
	 * Tells every person of the draft once. Back-loaded years tell nobody: what waits is
	 * seen in the list of things to do.
	 */
	public Mono<Void> tell(NoticeDraft draft, CycleMode mode) {
		if (mode == CycleMode.BACK_LOADING) {
			return Mono.empty();
		}
		List<UUID> inOrder = draft.persons().stream().sorted().toList();
		return Flux.fromIterable(inOrder).concatMap((person) -> tell(draft, person)).then();
	}

	private Mono<Void> tell(NoticeDraft draft, UUID person) {
		return this.notices.insert(draft, person, this.clock.now())
			.flatMap((notice) -> this.mails.enqueue(draft.municipality(), notice, person))
			.then(this.hints.afterCommit(person));
	}

}
