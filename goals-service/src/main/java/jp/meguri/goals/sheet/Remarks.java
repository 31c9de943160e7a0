package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.review.ReviewComments;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is said when goals are given back. Nobody gets work back without a word: each goal
 * needs a remark now, or one of the same reader that waits for an answer.
 */
@Component
class Remarks {

	private final ReviewComments comments;

	Remarks(ReviewComments comments) {
		this.comments = comments;
	}

	Mono<Void> add(Reading reading, List<Remark> remarks) {
		if (!reading.ids().containsAll(remarks.stream().map(Remark::item).toList())) {
			return Mono.error(Problems::notFound);
		}
		UUID municipality = reading.circumstances().actor().municipality();
		return this.comments.of(municipality, reading.ids())
			.doOnNext((said) -> requireAWord(reading, remarks, said))
			.thenMany(Flux.fromIterable(remarks)
				.concatMap((remark) -> this.comments.add(municipality, remark.item(), said(remark, reading))))
			.then();
	}

	private static ReviewComment said(Remark remark, Reading reading) {
		Goal goal = reading.goals().get(reading.ids().indexOf(remark.item()));
		return remark.by(reading.circumstances(), goal.revision());
	}

	private static void requireAWord(Reading reading, List<Remark> remarks, Map<UUID, List<ReviewComment>> said) {
		List<UUID> ids = reading.ids();
		List<FieldError> silent = IntStream.range(0, ids.size())
			.filter((i) -> remarks.stream().noneMatch((remark) -> remark.item().equals(ids.get(i))))
			.filter((i) -> !waitsForAnAnswer(said.getOrDefault(ids.get(i), List.of()), reading.circumstances()))
			.mapToObj((i) -> FieldError.of("/items/" + i, "return-needs-comment"))
			.toList();
		if (!silent.isEmpty()) {
			throw Problems.validation(silent);
		}
	}

	private static boolean waitsForAnAnswer(List<ReviewComment> said, Circumstances circumstances) {
		UUID reader = circumstances.actor().person();
		return ReviewComments.unanswered(said).stream().anyMatch((comment) -> comment.author().equals(reader));
	}

}
