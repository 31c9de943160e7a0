package jp.meguri.evaluation.grading;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the copies of the grading schemes. */
@Component
class GradingSchemeListener implements EventHandler<CatalogEvent> {

	private final GradingSchemes schemes;

	GradingSchemeListener(GradingSchemes schemes) {
		this.schemes = schemes;
	}

	@Override
	public String name() {
		return "grading-scheme-copy";
	}

	@Override
	public String topic() {
		return Topics.CATALOG;
	}

	@Override
	public Class<CatalogEvent> family() {
		return CatalogEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<CatalogEvent> event) {
		return (event.data() instanceof GradingSchemeChanged scheme) ? this.schemes.keep(event.municipality(), scheme)
				: Mono.empty();
	}

}
