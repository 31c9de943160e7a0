package jp.meguri.evaluation.report;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes the results a registered document offers (過年度登録), and remembers which grades its
 * plan brings into the catalog.
 */
@Component
class ResultsOfferedListener implements EventHandler<ImportEvent> {

	private final ResultsIntake intake;

	private final PlanParts plans;

	ResultsOfferedListener(ResultsIntake intake, PlanParts plans) {
		this.intake = intake;
		this.plans = plans;
	}

	@Override
	public String name() {
		return "offered-results";
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
		if (event.data() instanceof ResultsOffered offer) {
			return this.plans.lock(event.municipality()).then(this.intake.take(OfferedPart.of(event, offer)));
		}
		if (event.data() instanceof PlanOffered plan && plan.gradingScheme() != null) {
			return this.plans.lock(event.municipality())
				.then(this.plans.offered(event.municipality(), plan.importId(), plan.part(), plan.gradingScheme().id()))
				.then(this.intake.takeWaiting(event.municipality()));
		}
		return Mono.empty();
	}

}
