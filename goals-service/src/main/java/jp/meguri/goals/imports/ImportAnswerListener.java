package jp.meguri.goals.imports;

import java.util.List;

import reactor.core.publisher.Mono;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.outbox.EventHandler;

/**
 * Notes what became of the parts that were offered, as one service answers on its topic.
 */
final class ImportAnswerListener implements EventHandler<ImportAnswer> {

	private final String name;

	private final String topic;

	private final ImportRepository imports;

	private ImportAnswerListener(String name, String topic, ImportRepository imports) {
		this.name = name;
		this.topic = topic;
		this.imports = imports;
	}

	static ImportAnswerListener ofEvaluation(ImportRepository imports) {
		return new ImportAnswerListener("import-answers", Topics.EVALUATIONS, imports);
	}

	static ImportAnswerListener ofCatalog(ImportRepository imports) {
		return new ImportAnswerListener("catalog-import-answers", Topics.CATALOG, imports);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String topic() {
		return this.topic;
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
		List<ImportAnswer.Match> matches = (answer instanceof ImportAnswer.PartApplied applied) ? applied.matches()
				: List.of();
		return this.imports.answered(event.municipality(), answer.importId(), answer.part(),
				refused ? ImportPart.State.REFUSED : ImportPart.State.APPLIED, reason, matches, event.time());
	}

}
