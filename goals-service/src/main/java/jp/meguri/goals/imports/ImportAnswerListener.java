package jp.meguri.goals.imports;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.outbox.EventHandler;

/**
 * Notes what became of the parts that were offered.
 */
@Component
class ImportAnswerListener implements EventHandler<ImportAnswer> {

	private final ImportRepository imports;

	ImportAnswerListener(ImportRepository imports) {
		this.imports = imports;
	}

	@Override
	public String name() {
		return "import-answers";
	}

	@Override
	public String topic() {
		return Topics.EVALUATIONS;
	}

	@Override
	public Class<ImportAnswer> family() {
		return ImportAnswer.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ImportAnswer> event) {
		ImportAnswer answer = event.data();
		boolean refused = answer instanceof ImportAnswer.PartRefused;
		String reason = (answer instanceof ImportAnswer.PartRefused refusal) ? refusal.reasonKey() : "";
		return this.imports.answered(event.municipality(), answer.importId(), answer.part(),
				refused ? ImportPart.State.REFUSED : ImportPart.State.APPLIED, reason, event.time());
	}

}
