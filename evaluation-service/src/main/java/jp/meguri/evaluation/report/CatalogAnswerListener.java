package jp.meguri.evaluation.report;

import java.util.UUID;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ImportAnswer.PartApplied;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Follows what the catalog made of the plans that documents brought along: an edition or
 * a grading scheme it had already goes by its own id here too.
 */
@Component
class CatalogAnswerListener implements EventHandler<ImportAnswer> {

	private final PlanParts plans;

	private final ResultsIntake intake;

	CatalogAnswerListener(PlanParts plans, ResultsIntake intake) {
		this.plans = plans;
		this.intake = intake;
	}

	@Override
	public String name() {
		return "catalog-answer";
	}

	@Override
	public String topic() {
		return Topics.CATALOG;
	}

	@Override
	public Class<ImportAnswer> family() {
		return ImportAnswer.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ImportAnswer> event) {
		UUID municipality = event.municipality();
		ImportAnswer answer = event.data();
		Mono<Void> kept = (answer instanceof PartApplied applied) ? this.plans.keep(municipality, applied.matches())
				: this.plans.refused(municipality, answer.importId(), answer.part());
		return this.plans.lock(municipality).then(kept).then(this.intake.takeWaiting(municipality));
	}

}
