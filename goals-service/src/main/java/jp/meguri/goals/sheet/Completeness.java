package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.meguri.events.content.GoalContent;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.planlink.PlanNodes;
import jp.meguri.web.FieldError;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks that what goes on to the next desk is complete, as submitted and as the head
 * corrected it.
 */
@Component
class Completeness {

	private final PlanNodes nodes;

	private final ContentCheck check;

	Completeness(PlanNodes nodes, ContentCheck check) {
		this.nodes = nodes;
		this.check = check;
	}

	/** What goals of that year need. */
	Mono<SubmissionRule> rule(Circumstances circumstances) {
		return this.nodes.dimensions(circumstances.actor().municipality(), circumstances.fiscalYear())
			.map(SubmissionRule::new);
	}

	/** Refuses with everything the goals lack. */
	Mono<Void> require(Reading reading) {
		return rule(reading.circumstances())
			.doOnNext((rule) -> refuseIfAny(IntStream.range(0, reading.goals().size())
				.boxed()
				.flatMap((i) -> missing("/items/" + i, rule, reading.goals().get(i), reading.goals().get(i).content()))
				.toList()))
			.then();
	}

	/** Refuses corrections that could not be stored, or that leave a goal incomplete. */
	Mono<Void> requireOf(Reading reading, Map<UUID, GoalContent> corrections) {
		return rule(reading.circumstances()).flatMap((rule) -> Flux.range(0, reading.goals().size())
			.filter((i) -> corrections.containsKey(reading.goals().get(i).id()))
			.concatMap((i) -> {
				Goal goal = reading.goals().get(i);
				GoalContent correction = corrections.getOrDefault(goal.id(), goal.content());
				String at = "/items/" + i + "/correction";
				return this.check.check(reading.of(goal), at, goal.kind(), correction, goal.content())
					.then(Mono.fromRunnable(() -> refuseIfAny(missing(at, rule, goal, correction).toList())));
			})
			.then());
	}

	private static Stream<FieldError> missing(String at, SubmissionRule rule, Goal goal, GoalContent content) {
		return rule.missing(goal, content)
			.stream()
			.map((error) -> new FieldError(at + error.pointer(), error.key(), error.arguments()));
	}

	private static void refuseIfAny(List<FieldError> missing) {
		if (!missing.isEmpty()) {
			throw SubmissionRule.incomplete(missing);
		}
	}

}
