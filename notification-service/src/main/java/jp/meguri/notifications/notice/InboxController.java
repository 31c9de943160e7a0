package jp.meguri.notifications.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Access;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * A person's own inbox (お知らせ); nobody reads another's.
 */
@RestController
@RequestMapping("/api/notifications/inbox")
@Access({ RoleCode.STAFF, RoleCode.SECTION_HEAD, RoleCode.COORDINATOR, RoleCode.HEAD, RoleCode.DEPUTY,
		RoleCode.PLANNING, RoleCode.READER, RoleCode.EXTERNAL_REVIEWER, RoleCode.OPERATOR })
class InboxController {

	private static final int PAGE = 50;

	private final NoticeRepository notices;

	private final CityTransaction transaction;

	private final Wording wording;

	private final InboxHints hints;

	private final BusinessClock clock;

	InboxController(NoticeRepository notices, CityTransaction transaction, Wording wording, InboxHints hints,
			BusinessClock clock) {
		this.notices = notices;
		this.transaction = transaction;
		this.wording = wording;
		this.hints = hints;
		this.clock = clock;
	}

	@GetMapping
	Mono<InboxView> inbox(@RequestParam(required = false) @Nullable UUID cursor, Actor actor) {
		UUID city = actor.municipality();
		return this.transaction.in(city,
				this.notices.page(city, actor.person(), cursor, PAGE + 1)
					.zipWhen((page) -> this.notices.unread(city, actor.person()))
					.map((both) -> InboxView.of(both.getT1(), PAGE, both.getT2(), this::view)));
	}

	@PostMapping("/{id}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> read(@PathVariable UUID id, Actor actor) {
		UUID city = actor.municipality();
		return this.transaction
			.in(city,
					this.notices.markRead(city, actor.person(), id, this.clock.now())
						.filter(Boolean::booleanValue)
						.switchIfEmpty(Mono.error(Problems::notFound)))
			.then(Mono.fromRunnable(() -> this.hints.hint(actor.person())));
	}

	@PostMapping("/read-all")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> readAll(Actor actor) {
		UUID city = actor.municipality();
		return this.transaction.in(city, this.notices.markAllRead(city, actor.person(), this.clock.now()))
			.then(Mono.fromRunnable(() -> this.hints.hint(actor.person())));
	}

	private InboxView.Item view(Notice notice) {
		return new InboxView.Item(notice.id(), notice.kind(),
				this.wording.notice(notice.kind(), notice.facts(), notice.count(), Locale.JAPANESE),
				this.wording.notice(notice.kind(), notice.facts(), notice.count(), Locale.ENGLISH),
				notice.facts().text(), notice.link(), notice.createdAt(), notice.readAt(), notice.facts().dueOn());
	}

	/**
	 * @param unread how many notices of the whole inbox are unread
	 * @param next pass as {@code cursor} for older notices, or null at the end
	 */
	record InboxView(int unread, List<Item> items, @Nullable UUID next) {

		static InboxView of(List<Notice> found, int size, int unread, Function<Notice, Item> view) {
			List<Notice> page = found.subList(0, Math.min(size, found.size()));
			return new InboxView(unread, page.stream().map(view).toList(),
					(found.size() > size) ? page.get(size - 1).id() : null);
		}

		record Item(UUID id, NoticeKind kind, String ja, String en, String text, String link, Instant at,
				@Nullable Instant readAt, @Nullable LocalDate dueOn) {
		}

	}

}
