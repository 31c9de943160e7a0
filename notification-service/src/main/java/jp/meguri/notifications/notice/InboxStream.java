package jp.meguri.notifications.notice;

import java.time.Duration;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.time.BusinessClock;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * "Your inbox changed": hints without content. Each hint is a query of its own, collected
 * before it is written. The stream looks by itself every 15 seconds, for what other
 * replicas did, and ends when the person has no assignment any more. A stopping service
 * ends all streams first: the web server would wait for them until it breaks them off.
 */
@Component
class InboxStream {

	static final Duration LOOK = Duration.ofSeconds(15);

	private final NoticeRepository notices;

	private final CityTransaction transaction;

	private final InboxHints hints;

	private final Directory directory;

	private final BusinessClock clock;

	private final Sinks.Empty<Void> stopping = Sinks.empty();

	InboxStream(NoticeRepository notices, CityTransaction transaction, InboxHints hints, Directory directory,
			BusinessClock clock) {
		this.notices = notices;
		this.transaction = transaction;
		this.hints = hints;
		this.directory = directory;
		this.clock = clock;
	}

	Flux<ServerSentEvent<Unread>> of(Actor actor) {
		Flux<Boolean> looks = Flux.interval(LOOK).onBackpressureDrop().map((tick) -> Boolean.FALSE);
		Flux<Boolean> hinted = this.hints.of(actor.person()).map((person) -> Boolean.TRUE);
		return Flux.merge(hinted, looks)
			.concatMap((hint) -> isStillAssigned(actor).flatMap((assigned) -> assigned ? unread(actor) : Mono.just(-1)),
					1)
			.takeWhile((unread) -> unread >= 0)
			.scan(new Seen(-1, false), (seen, unread) -> new Seen(unread, unread != seen.unread()))
			.skip(1)
			.map(InboxStream::event)
			.takeUntilOther(this.stopping.asMono());
	}

	@EventListener(ContextClosedEvent.class)
	void endAll() {
		this.stopping.tryEmitEmpty();
	}

	private Mono<Boolean> isStillAssigned(Actor actor) {
		return this.directory.person(actor.municipality(), actor.person())
			.map((person) -> !person.assignmentsOn(this.clock.today()).isEmpty())
			.defaultIfEmpty(Boolean.FALSE);
	}

	private Mono<Integer> unread(Actor actor) {
		UUID city = actor.municipality();
		return this.transaction.in(city, this.notices.unread(city, actor.person()));
	}

	private static ServerSentEvent<Unread> event(Seen seen) {
		return seen.changed() ? ServerSentEvent.builder(new Unread(seen.unread())).event("inbox").build()
				: ServerSentEvent.<Unread>builder().comment("").build();
	}

	record Unread(int unread) {
	}

	private record Seen(int unread, boolean changed) {
	}

}
