package jp.meguri.goals.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PlanLink;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.indicator.Indicators;
import jp.meguri.goals.planlink.PlanNodes;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks what somebody wants to write: the content by itself, and what it refers to. A
 * reference that stood there before is let through, although its target may be gone by
 * now.
 */
@Component
class ContentCheck {

	private final PlanNodes nodes;

	private final Indicators indicators;

	private final GoalRepository goals;

	ContentCheck(PlanNodes nodes, Indicators indicators, GoalRepository goals) {
		this.nodes = nodes;
		this.indicators = indicators;
		this.goals = goals;
	}

	/**
	 * Refuses with 422 whatever is wrong.
	 * @param at JSON pointer of the content in the request
	 * @param before the content so far
	 */
	Mono<Void> check(Circumstances circumstances, String at, GoalKind kind, GoalContent content, GoalContent before) {
		List<FieldError> broken = ContentRule.broken(at, kind, content);
		if (!broken.isEmpty()) {
			return Mono.error(() -> Problems.validation(broken));
		}
		List<FieldError> dangling = new ArrayList<>(unknownUnit(circumstances, at, content, before));
		return unknownNodes(circumstances, at, content, before).doOnNext(dangling::addAll)
			.then(unknownIndicators(circumstances, at, content))
			.doOnNext(dangling::addAll)
			.then(unknownMidTermGoal(circumstances, at, content, before))
			.doOnNext(dangling::addAll)
			.then(Mono.defer(() -> dangling.isEmpty() ? Mono.empty() : Mono.error(Problems.validation(dangling))));
	}

	private static List<FieldError> unknownUnit(Circumstances circumstances, String at, GoalContent content,
			GoalContent before) {
		UUID lead = content.leadSection();
		boolean known = lead == null || lead.equals(before.leadSection())
				|| circumstances.city().unit(lead).isPresent();
		return known ? List.of() : List.of(FieldError.of(at + "/leadSection", "unknown-unit"));
	}

	private Mono<List<FieldError>> unknownNodes(Circumstances circumstances, String at, GoalContent content,
			GoalContent before) {
		Set<UUID> earlier = nodesOf(before);
		Set<UUID> added = nodesOf(content);
		added.removeAll(earlier);
		return this.nodes.linkable(circumstances.actor().municipality(), circumstances.fiscalYear(), added)
			.map((known) -> {
				added.removeAll(known);
				return content.links()
					.stream()
					.filter((link) -> added.contains(link.node()))
					.map((link) -> FieldError.of(at + "/links/" + content.links().indexOf(link) + "/node",
							"unknown-node"))
					.toList();
			});
	}

	// Indicators are never deleted: one that stood there before is still known.
	private Mono<List<FieldError>> unknownIndicators(Circumstances circumstances, String at, GoalContent content) {
		List<UUID> cited = content.targets().stream().map(GoalTarget::indicator).toList();
		return this.indicators
			.known(circumstances.actor().municipality(), cited.stream().filter(Objects::nonNull).distinct().toList())
			.map((known) -> IntStream.range(0, cited.size())
				.filter((i) -> cited.get(i) != null && !known.contains(cited.get(i)))
				.mapToObj((i) -> FieldError.of(at + "/targets/" + i + "/indicator", "unknown-indicator"))
				.toList());
	}

	private Mono<List<FieldError>> unknownMidTermGoal(Circumstances circumstances, String at, GoalContent content,
			GoalContent before) {
		UUID served = content.contributesTo();
		if (served == null || served.equals(before.contributesTo())) {
			return Mono.just(List.of());
		}
		return this.goals
			.visibleTo(circumstances.actor(), SheetAddress.ofUnit(circumstances.fiscalYear(), circumstances.unit()))
			.map((all) -> all.stream().anyMatch((goal) -> isMidTermGoal(goal, served)))
			.map((known) -> known ? List.of() : List.of(FieldError.of(at + "/contributesTo", "unknown-mid-term-goal")));
	}

	private static boolean isMidTermGoal(Goal goal, UUID id) {
		return goal.id().equals(id) && goal.kind() == GoalKind.MID_TERM_GOAL;
	}

	private static Set<UUID> nodesOf(GoalContent content) {
		return content.links().stream().map(PlanLink::node).filter(Objects::nonNull).collect(Collectors.toSet());
	}

}
