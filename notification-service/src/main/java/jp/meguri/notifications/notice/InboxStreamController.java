package jp.meguri.notifications.notice;

import jp.meguri.directory.Actor;
import jp.meguri.notifications.notice.InboxStream.Unread;
import jp.meguri.web.MeguriProblem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class InboxStreamController {

	private final InboxStream stream;

	private final InboxHints hints;

	InboxStreamController(InboxStream stream, InboxHints hints) {
		this.stream = stream;
		this.hints = hints;
	}

	@GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<ResponseEntity<Flux<ServerSentEvent<Unread>>>> stream(Actor actor) {
		if (this.hints.isFull(actor.person())) {
			return Mono.error(
					() -> new MeguriProblem(429, "too-many-streams").with("retryAfter", InboxStream.LOOK.toSeconds()));
		}
		return Mono.just(ResponseEntity.ok(this.stream.of(actor)));
	}

}
