package jp.meguri.catalog.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.evaluation.ImportAnswer.PartApplied;
import jp.meguri.events.evaluation.ImportAnswer.PartRefused;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.events.goals.ImportEvent.OrganisationOffered;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import jp.meguri.outbox.EventHandler;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes the plans and sections that registered documents offer, each part once, and
 * answers. What cannot be taken over is refused with a reason, so that nothing behind it
 * waits.
 */
@Component
class ImportOfferListener implements EventHandler<ImportEvent> {

	private final OfferedParts parts;

	private final OfferService service;

	private final Outbox outbox;

	private final AuditTrail audit;

	private final BusinessClock clock;

	ImportOfferListener(OfferedParts parts, OfferService service, Outbox outbox, AuditTrail audit,
			BusinessClock clock) {
		this.parts = parts;
		this.service = service;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "import-offer";
	}

	@Override
	public String topic() {
		return Topics.GOALS;
	}

	@Override
	public Class<ImportEvent> family() {
		return ImportEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ImportEvent> event) {
		UUID municipality = event.municipality();
		EventActor actor = event.actor();
		ImportEvent data = event.data();
		if (data instanceof PlanOffered plan) {
			return answer(event, Mono.defer(() -> this.service.take(municipality, actor, plan)));
		}
		if (data instanceof OrganisationOffered organisation) {
			return answer(event, Mono.defer(() -> this.service.take(municipality, actor, organisation)));
		}
		return Mono.empty();
	}

	private Mono<Void> answer(EventEnvelope<ImportEvent> event, Mono<List<Match>> taking) {
		ImportEvent part = event.data();
		Mono<ImportAnswer> answer = this.service.requirePlanner(event.municipality(), event.actor())
			.then(taking)
			.<ImportAnswer>map((matches) -> new PartApplied(part.importId(), part.part(), matches))
			.onErrorResume(OfferRefusedException.class, (refused) -> refuse(event, refused.reasonKey()));
		return this.parts.claim(event.municipality(), part)
			.filter(Boolean::booleanValue)
			.flatMap((first) -> answer)
			.flatMap((given) -> tell(event, given))
			.contextWrite((context) -> context.putAllMap(correlationOf(event)));
	}

	private Mono<ImportAnswer> refuse(EventEnvelope<ImportEvent> event, String reasonKey) {
		ImportEvent part = event.data();
		return this.parts.refuse(event.municipality(), part, reasonKey)
			.thenReturn(new PartRefused(part.importId(), part.part(), reasonKey));
	}

	private Mono<Void> tell(EventEnvelope<ImportEvent> event, ImportAnswer answer) {
		UUID id = ImportAnswer.aggregateOf(answer.importId(), answer.part());
		UUID municipality = event.municipality();
		return this.audit.append(entry(event, id, answer))
			.then(this.outbox.append(EventEnvelope.of(municipality, "import-part", id, 1, municipality,
					this.clock.now(), event.mode(), EventActor.SYSTEM, event.correlation(), answer), Topics.CATALOG));
	}

	private AuditEntry entry(EventEnvelope<ImportEvent> event, UUID id, ImportAnswer answer) {
		Map<String, String> facts = new HashMap<>(
				Map.of("import", answer.importId().toString(), "part", Integer.toString(answer.part())));
		@Nullable String refusal = (answer instanceof PartRefused refused) ? refused.reasonKey() : null;
		if (refusal != null) {
			facts.put("reason", refusal);
		}
		return new AuditEntry(event.municipality(), event.actor().person(), event.actor().name(),
				(refusal != null) ? "import-part.refuse" : "import-part.apply", "import-part", id, 1L, this.clock.now(),
				event.correlation(), facts);
	}

	private static Map<Object, Object> correlationOf(EventEnvelope<?> event) {
		@Nullable String correlation = event.correlation();
		return (correlation != null) ? Map.of(Correlation.KEY, correlation) : Map.of();
	}

}
