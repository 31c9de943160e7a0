package jp.meguri.notifications.notice;

import jp.meguri.directory.Actor;
import jp.meguri.notifications.notice.InboxStream.Unread;
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

	InboxStreamController(InboxStream stream) {
		this.stream = stream;
	}

	@GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<ResponseEntity<Flux<ServerSentEvent<Unread>>>> stream(Actor actor) {
		return Mono.just(ResponseEntity.ok(this.stream.of(actor)));
	}

}
