package jp.meguri.goals.indicator;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows the figures of reports. */
@Component
class ReportListener implements EventHandler<ReportEvent> {

	private final ReportedFigures figures;

	ReportListener(ReportedFigures figures) {
		this.figures = figures;
	}

	@Override
	public String name() {
		return "reported-figures";
	}

	@Override
	public String topic() {
		return Topics.EVALUATIONS;
	}

	@Override
	public Class<ReportEvent> family() {
		return ReportEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ReportEvent> event) {
		return this.figures.keep(event.municipality(), event.data().report());
	}

}
