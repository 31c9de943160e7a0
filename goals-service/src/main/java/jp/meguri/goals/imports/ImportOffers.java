package jp.meguri.goals.imports;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Offers the parts of a registered document to the services that own them, in the
 * transaction that makes its goals.
 */
@Component
class ImportOffers {

	private final ImportRepository repository;

	private final Outbox outbox;

	private final BusinessClock clock;

	ImportOffers(ImportRepository repository, Outbox outbox, BusinessClock clock) {
		this.repository = repository;
		this.outbox = outbox;
		this.clock = clock;
	}

	Mono<Void> send(Sender sender, List<ImportPart.Offer> offers) {
		return Flux.fromIterable(offers)
			.concatMap(
					(offer) -> this.repository.addPart(sender.current(), offer)
						.then(Correlation.with(
								(correlation) -> this.outbox.append(
										EventEnvelope.of(sender.actor().municipality(), "import", sender.current().id(),
												offer.part(), sender.sheet(), this.clock.now(), sender.mode(),
												sender.actor().toEventActor(), correlation, offer.event()),
										Topics.GOALS))))
			.then();
	}

	/**
	 * Who registers what.
	 *
	 * @param sheet the sheet the goals stand on
	 * @param mode of the year it is registered for
	 */
	record Sender(Actor actor, StoredImport current, UUID sheet, CycleMode mode) {
	}

}
