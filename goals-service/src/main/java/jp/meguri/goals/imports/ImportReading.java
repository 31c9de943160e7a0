package jp.meguri.goals.imports;

import java.util.Locale;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import jp.meguri.reading.DocumentReader;
import jp.meguri.reading.SourceDocument;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.web.MeguriProblem;

/**
 * Reads an uploaded file, off the event loop.
 */
@Component
class ImportReading {

	Mono<Read> read(Upload upload) {
		return Mono.fromCallable(() -> readNow(upload))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(UnreadableDocumentException.class, ImportReading::refused);
	}

	private static Read readNow(Upload upload) {
		SourceDocument document = SourceDocument.decode(upload.name(), upload.bytes());
		return new Read(document, new DraftMaker(DocumentReader.read(document)));
	}

	private static MeguriProblem refused(UnreadableDocumentException unreadable) {
		String reason = unreadable.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		Place place = unreadable.place();
		MeguriProblem problem = new MeguriProblem(422, "import-" + reason, (place != null) ? place.toString() : "");
		return (place != null) ? problem.with("place", place) : problem;
	}

	/**
	 * @param document the file as text
	 * @param made what was read in it
	 */
	record Read(SourceDocument document, DraftMaker made) {
	}

}
