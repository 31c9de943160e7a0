package jp.meguri.web.operations;

import java.util.UUID;
import jp.meguri.audit.AuditVerification;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.outbox.DeadLetter;
import jp.meguri.web.Access;
import jp.meguri.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("${meguri.operations.path}")
@Access(RoleCode.OPERATOR)
final class OperationsController {

	private final OperationsService service;

	OperationsController(OperationsService service) {
		this.service = service;
	}

	/** Records no consumer could take, the oldest first. */
	@GetMapping("/dead-letters")
	Mono<Page<DeadLetter>> deadLetters(Actor actor) {
		return this.service.deadLetters().map(Page::of);
	}

	@PostMapping("/dead-letters/{id}/replay")
	Mono<Resolution> replay(@PathVariable UUID id, @RequestBody ReplayRequest request, Actor actor) {
		return Mono.fromSupplier(request::checkedReason).flatMap((reason) -> this.service.replay(actor, id, reason));
	}

	@PostMapping("/dead-letters/{id}/discard")
	Mono<Resolution> discard(@PathVariable UUID id, @RequestBody ReplayRequest request, Actor actor) {
		return Mono.fromSupplier(request::checkedReason).flatMap((reason) -> this.service.discard(actor, id, reason));
	}

	/** Whether every sealed entry of a city's audit trail is as it was written. */
	@GetMapping("/audit-verification/{municipality}")
	Mono<AuditVerification> verify(@PathVariable UUID municipality, Actor actor) {
		return this.service.verify(municipality);
	}

}
