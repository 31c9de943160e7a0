package jp.meguri.goals.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalSnapshot;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.goals.planlink.PlanNodes;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.NamedItem;
import jp.meguri.review.Occasion;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.review.Rights;
import jp.meguri.review.WorkingCopies;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps of the route: 提出, 取り下げ, 承認, 差戻し, 確定. Each is taken for a set of goals of one
 * sheet in the revisions that were read, in one transaction: all of them or none.
 */
@Component
class GoalRoute {

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final SheetRepository sheets;

	private final GoalRepository goals;

	private final GoalStore store;

	private final ContentCheck check;

	private final PlanNodes nodes;

	private final ContentHistory history;

	private final WorkingCopies copies;

	private final ReviewComments comments;

	GoalRoute(GoalAccess access, CityTransaction transaction, SheetRepository sheets, GoalRepository goals,
			GoalStore store, ContentCheck check, PlanNodes nodes, ContentHistory history, WorkingCopies copies,
			ReviewComments comments) {
		this.access = access;
		this.transaction = transaction;
		this.sheets = sheets;
		this.goals = goals;
		this.store = store;
		this.check = check;
		this.nodes = nodes;
		this.history = history;
		this.copies = copies;
		this.comments = comments;
	}

	/** Takes a step for every named goal. */
	Mono<Void> take(Step step, Actor actor, int fiscalYear, UUID unit, List<NamedItem> items) {
		return read(actor, fiscalYear, unit, items, (reading) -> {
			requireAll(reading, items, (goal) -> step.action());
			Mono<Void> complete = (step == Step.SUBMIT) ? requireComplete(reading) : Mono.empty();
			return complete.then(Cause.of(reading.circumstances()))
				.flatMap((cause) -> each(reading.goals(), (goal) -> take(step, goal, reading, cause)));
		});
	}

	/** 承認; where a correction is given, 修正して承認. */
	Mono<Void> approve(Actor actor, int fiscalYear, UUID unit, List<NamedItem> items,
			Map<UUID, GoalContent> corrections) {
		return read(actor, fiscalYear, unit, items, (reading) -> {
			requireAll(reading, items, (goal) -> corrections.containsKey(goal.id()) ? ReviewAction.CORRECT_AND_APPROVE
					: ReviewAction.APPROVE);
			return requireSound(reading, corrections).then(Cause.of(reading.circumstances()))
				.flatMap((cause) -> each(reading.goals(),
						(goal) -> approve(goal, corrections.get(goal.id()), reading, cause)));
		});
	}

	/** 差戻し, with everything that was said on this reading. */
	Mono<Void> giveBack(Actor actor, int fiscalYear, UUID unit, List<NamedItem> items, List<Remark> remarks) {
		return read(actor, fiscalYear, unit, items, (reading) -> {
			requireAll(reading, items, (goal) -> ReviewAction.RETURN);
			return requireReasons(reading, remarks).then(add(reading, remarks))
				.then(Cause.of(reading.circumstances()))
				.flatMap((cause) -> each(reading.goals(), (goal) -> take(Step.RETURN, goal, reading, cause)));
		});
	}

	private Mono<Void> read(Actor actor, int fiscalYear, UUID unit, List<NamedItem> items,
			Function<Reading, Mono<Void>> work) {
		Mono<Void> all = this.access.on(actor, fiscalYear, unit)
			.flatMap((circumstances) -> this.sheets.lock(actor.municipality(), fiscalYear, unit)
				.flatMap((sheet) -> this.goals.visibleTo(actor, fiscalYear, unit))
				.switchIfEmpty(Mono.error(Problems::notFound))
				.map((goals) -> new Reading(circumstances, named(goals, items))))
			.flatMap(work);
		return this.transaction.in(actor.municipality(), all);
	}

	private static List<Goal> named(List<Goal> goals, List<NamedItem> items) {
		Map<UUID, Goal> byId = goals.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
		if (!items.stream().allMatch((item) -> byId.containsKey(item.id()))) {
			throw Problems.notFound();
		}
		return items.stream().map((item) -> byId.get(item.id())).toList();
	}

	// The order of answers, over the whole set: role, what was read, state and period.
	private static void requireAll(Reading reading, List<NamedItem> items, Function<Goal, ReviewAction> action) {
		reading.goals().forEach((goal) -> reading.rights(goal).requireRole(action.apply(goal)));
		for (int i = 0; i < items.size(); i++) {
			Goal goal = reading.goals().get(i);
			if (goal.revision() != items.get(i).revision()) {
				throw Problems.revisionConflict(goal.revision()).with("item", goal.id());
			}
		}
		reading.goals().forEach((goal) -> reading.rights(goal).require(action.apply(goal)));
	}

	private Mono<Void> requireComplete(Reading reading) {
		return submissionRule(reading).doOnNext((rule) -> {
			List<FieldError> missing = new ArrayList<>();
			for (int i = 0; i < reading.goals().size(); i++) {
				Goal goal = reading.goals().get(i);
				missing.addAll(at("/items/" + i, rule.missing(goal.kind(), goal.content())));
			}
			if (!missing.isEmpty()) {
				throw SubmissionRule.incomplete(missing);
			}
		}).then();
	}

	private Mono<Void> requireSound(Reading reading, Map<UUID, GoalContent> corrections) {
		return submissionRule(reading).flatMap((rule) -> Flux.range(0, reading.goals().size())
			.filter((i) -> corrections.containsKey(reading.goals().get(i).id()))
			.concatMap((i) -> requireSound(reading, i, corrections, rule))
			.then());
	}

	private Mono<Void> requireSound(Reading reading, int position, Map<UUID, GoalContent> corrections,
			SubmissionRule rule) {
		Goal goal = reading.goals().get(position);
		GoalContent correction = corrections.getOrDefault(goal.id(), goal.content());
		String at = "/items/" + position + "/correction";
		return this.check.check(reading.circumstances(), at, goal.kind(), correction, goal.content())
			.then(Mono.fromRunnable(() -> {
				List<FieldError> missing = at(at, rule.missing(goal.kind(), correction));
				if (!missing.isEmpty()) {
					throw SubmissionRule.incomplete(missing);
				}
			}));
	}

	// Nobody gets work back without a word.
	private Mono<Void> requireReasons(Reading reading, List<Remark> remarks) {
		List<UUID> ids = reading.goals().stream().map(Goal::id).toList();
		if (!remarks.stream().allMatch((remark) -> ids.contains(remark.item()))) {
			return Mono.error(Problems::notFound);
		}
		UUID reader = reading.circumstances().actor().person();
		return this.comments.of(reading.circumstances().actor().municipality(), ids).doOnNext((said) -> {
			List<FieldError> silent = IntStream.range(0, ids.size())
				.filter((i) -> remarks.stream().noneMatch((remark) -> remark.item().equals(ids.get(i))))
				.filter((i) -> ReviewComments.unanswered(said.getOrDefault(ids.get(i), List.of()))
					.stream()
					.noneMatch((comment) -> comment.author().equals(reader)))
				.mapToObj((i) -> FieldError.of("/items/" + i, "return-needs-comment"))
				.toList();
			if (!silent.isEmpty()) {
				throw Problems.validation(silent);
			}
		}).then();
	}

	private Mono<Void> add(Reading reading, List<Remark> remarks) {
		Circumstances circumstances = reading.circumstances();
		Map<UUID, Goal> byId = new HashMap<>();
		reading.goals().forEach((goal) -> byId.put(goal.id(), goal));
		return each(remarks, (remark) -> this.comments.add(circumstances.actor().municipality(), remark.item(),
				remark.by(circumstances, byId.get(remark.item()).revision())));
	}

	private Mono<Void> take(Step step, Goal goal, Reading reading, Cause cause) {
		WindowStatus window = reading.circumstances().window();
		Function<GoalSnapshot, GoalEvent> event = switch (step) {
			case SUBMIT -> (snapshot) -> new GoalEvent.Submitted(snapshot, window.window(), window.revision());
			case WITHDRAW -> GoalEvent.Withdrawn::new;
			case APPROVE -> (snapshot) -> new GoalEvent.Approved(snapshot, false, goal.content());
			case RETURN -> GoalEvent.Returned::new;
			case CONFIRM -> GoalEvent.Confirmed::new;
		};
		Map<String, String> facts = (step == Step.SUBMIT) ? Map.of("windowRevision", Long.toString(window.revision()))
				: Map.of();
		var change = new GoalChange(goal.after(step), "goal." + step.action().key(), event, false, facts);
		return keep(goal, step.occasion(), reading).then(this.store.store(change, cause)).then();
	}

	private Mono<Void> approve(Goal goal, @Nullable GoalContent correction, Reading reading, Cause cause) {
		if (correction == null || correction.equals(goal.content())) {
			return take(Step.APPROVE, goal, reading, cause);
		}
		Actor head = reading.circumstances().actor();
		Goal corrected = goal.corrected(correction, head);
		return keep(goal, Occasion.BEFORE_CORRECTION, reading).then(keep(corrected, Occasion.APPROVED, reading))
			.then(this.store.store(GoalChange.corrected(corrected, goal.content()), cause))
			.then(this.copies.drop(head, goal.id()));
	}

	private Mono<Void> keep(Goal goal, @Nullable Occasion occasion, Reading reading) {
		if (occasion == null) {
			return Mono.empty();
		}
		Circumstances circumstances = reading.circumstances();
		return this.history.keep(circumstances.actor(), goal.id(), goal.revision(), occasion, goal.content(),
				circumstances.now());
	}

	private Mono<SubmissionRule> submissionRule(Reading reading) {
		Circumstances circumstances = reading.circumstances();
		return this.nodes.dimensions(circumstances.actor().municipality(), circumstances.fiscalYear())
			.map(SubmissionRule::new);
	}

	private static <T> Mono<Void> each(List<T> all, Function<T, Mono<Void>> work) {
		return Flux.fromIterable(all).concatMap(work).then();
	}

	private static List<FieldError> at(String pointer, List<FieldError> errors) {
		return errors.stream()
			.map((error) -> new FieldError(pointer + error.pointer(), error.key(), error.arguments()))
			.toList();
	}

	/** The named goals in the order they were named, and the circumstances. */
	private record Reading(Circumstances circumstances, List<Goal> goals) {

		Rights rights(Goal goal) {
			return this.circumstances.rights(goal.state(), goal.namedUnits());
		}

	}

	/**
	 * What the reader says about one goal.
	 *
	 * @param anchor the place: a block's id or a field's name; null for the whole
	 */
	record Remark(UUID item, @Nullable String anchor, String text) {

		ReviewComment by(Circumstances circumstances, long revision) {
			Actor reader = circumstances.actor();
			return new ReviewComment(Ids.next(), this.anchor, this.text, reader.person(), reader.name(), revision, null,
					circumstances.now());
		}

	}

}
