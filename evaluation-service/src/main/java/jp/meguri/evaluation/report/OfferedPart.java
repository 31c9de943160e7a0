package jp.meguri.evaluation.report;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.goals.ImportEvent.OfferedResult;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import org.jspecify.annotations.Nullable;

/**
 * Results a document offers, as they came.
 *
 * @param from who registered the document
 * @param correlation the request that registered it, or null
 */
record OfferedPart(UUID municipality, ResultsOffered offer, EventActor from, CycleMode mode,
		@Nullable String correlation) {

	static OfferedPart of(EventEnvelope<?> event, ResultsOffered offer) {
		return new OfferedPart(event.municipality(), offer, event.actor(), event.mode(), event.correlation());
	}

	/** The grades it gives. */
	Stream<Grade> grades() {
		return this.offer.results().stream().map((result) -> result.content().grade()).flatMap(Stream::ofNullable);
	}

	/** The schemes its grades are in. */
	Set<UUID> schemes() {
		return grades().map(Grade::scheme).collect(Collectors.toSet());
	}

	/** The same in the schemes the catalog already had. */
	OfferedPart in(Map<UUID, UUID> matches) {
		UnaryOperator<OfferedResult> translated = (result) -> new OfferedResult(result.goal(),
				in(result.content(), matches));
		return new OfferedPart(this.municipality,
				new ResultsOffered(this.offer.importId(), this.offer.part(), this.offer.sheet(), this.offer.ownerUnit(),
						this.offer.fiscalYear(), this.offer.results().stream().map(translated).toList(),
						this.offer.edition()),
				this.from, this.mode, this.correlation);
	}

	private static ReportContent in(ReportContent content, Map<UUID, UUID> matches) {
		@Nullable Grade grade = content.grade();
		if (grade == null) {
			return content;
		}
		Grade translated = new Grade(matches.getOrDefault(grade.scheme(), grade.scheme()), grade.code(),
				grade.comment());
		return new ReportContent(content.review(), content.achievements(), content.directions(), content.outcomes(),
				content.figures(), translated, content.nextStep(), content.progress(), content.issues(),
				content.processEvaluation(), content.improvements());
	}

}
