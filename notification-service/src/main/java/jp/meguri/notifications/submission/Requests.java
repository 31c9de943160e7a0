package jp.meguri.notifications.submission;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Unit;
import jp.meguri.events.CycleMode;
import jp.meguri.notifications.notice.Facts;
import jp.meguri.notifications.notice.NoticeDraft;
import jp.meguri.notifications.notice.NoticeKind;
import jp.meguri.notifications.notice.Notices;
import jp.meguri.notifications.notice.Receivers;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 提出のお願い and contact notes: what a planner does about a line of 提出状況.
 */
@Service
class Requests {

	private final ContactRepository contacts;

	private final Notices notices;

	private final Receivers receivers;

	private final Directory directory;

	private final WorkerTransaction transaction;

	private final BusinessClock clock;

	Requests(@Qualifier("worker") ContactRepository contacts, Notices notices, Receivers receivers, Directory directory,
			WorkerTransaction transaction, BusinessClock clock) {
		this.contacts = contacts;
		this.notices = notices;
		this.receivers = receivers;
		this.directory = directory;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Sends one text to the clerks of several units; the answer lists who was told. */
	Mono<List<String>> send(Actor planner, int fiscalYear, WorkKind what, Set<UUID> units, String text) {
		UUID request = Ids.next();
		Mono<List<String>> sending = Flux.fromIterable(units)
			.concatMap((id) -> unitOf(planner, id))
			.concatMap((unit) -> send(planner, fiscalYear, what, unit, text, request))
			.distinct()
			.collectList();
		return this.transaction.in(planner.municipality(), sending);
	}

	private Flux<String> send(Actor planner, int fiscalYear, WorkKind what, Unit unit, String text, UUID request) {
		UUID city = planner.municipality();
		Facts facts = new Facts(unit.nameIn(fiscalYear), fiscalYear, what, "", null, planner.name(), text);
		return this.receivers.writers(city, unit.id())
			.flatMapMany((persons) -> this.notices
				.tell(new NoticeDraft(city, persons, "request/%s/%s".formatted(request, unit.id()), NoticeKind.REQUEST,
						facts, unit.id(), page(what, fiscalYear, unit)), CycleMode.LIVE)
				.then(this.contacts.insert(contact(planner, fiscalYear, unit, Contact.Kind.REQUEST, text), planner))
				.thenMany(names(city, persons)));
	}

	private Flux<String> names(UUID city, Set<UUID> persons) {
		return Flux.fromIterable(persons)
			.concatMap((person) -> this.directory.person(city, person))
			.map((p) -> p.name());
	}

	private static String page(WorkKind what, int fiscalYear, Unit unit) {
		return "/%s/%d/%s".formatted((what == WorkKind.GOAL) ? "sheets" : "results", fiscalYear, unit.id());
	}

	Mono<Contact> note(Actor planner, int fiscalYear, UUID unit, String text) {
		Mono<Contact> noting = unitOf(planner, unit)
			.map((found) -> contact(planner, fiscalYear, found, Contact.Kind.NOTE, text))
			.flatMap((contact) -> this.contacts.insert(contact, planner).thenReturn(contact));
		return this.transaction.in(planner.municipality(), noting);
	}

	private Mono<Unit> unitOf(Actor planner, UUID unit) {
		return this.directory.unit(planner.municipality(), unit).switchIfEmpty(Mono.error(Problems::notFound));
	}

	private Contact contact(Actor by, int fiscalYear, Unit unit, Contact.Kind kind, String text) {
		return new Contact(Ids.next(), unit.id(), fiscalYear, kind, text, by.name(), this.clock.now());
	}

}
