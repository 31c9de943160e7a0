package jp.meguri.evaluation.report;

import jp.meguri.evaluation.grading.GradingSchemes;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the copies of the grading schemes, and takes the results that waited for one.
 */
@Component
class GradingSchemeListener implements EventHandler<CatalogEvent> {

	private final GradingSchemes schemes;

	private final PlanParts plans;

	private final ResultsIntake intake;

	GradingSchemeListener(GradingSchemes schemes, PlanParts plans, ResultsIntake intake) {
		this.schemes = schemes;
		this.plans = plans;
		this.intake = intake;
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
		return (event.data() instanceof GradingSchemeChanged scheme) ? keep(event, scheme) : Mono.empty();
	}

	private Mono<Void> keep(EventEnvelope<CatalogEvent> event, GradingSchemeChanged scheme) {
		return this.plans.lock(event.municipality())
			.then(this.schemes.keep(event.municipality(), scheme))
			.then(this.intake.takeWaiting(event.municipality()));
	}

}
