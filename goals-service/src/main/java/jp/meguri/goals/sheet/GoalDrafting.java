package jp.meguri.goals.sheet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.review.Decision;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewRoute;
import jp.meguri.review.Rights;
import jp.meguri.review.WorkingCopies;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writing goals (作成): create, edit, delete, order, and the working copies of those who
 * type.
 */
@Component
public class GoalDrafting {

	private static final int MOST_GOALS = 200;

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final SheetRepository sheets;

	private final GoalRepository goals;

	private final GoalStore store;

	private final ContentCheck check;

	private final WorkingCopies copies;

	GoalDrafting(GoalAccess access, CityTransaction transaction, SheetRepository sheets, GoalRepository goals,
			GoalStore store, ContentCheck check, WorkingCopies copies) {
		this.access = access;
		this.transaction = transaction;
		this.sheets = sheets;
		this.goals = goals;
		this.store = store;
		this.check = check;
		this.copies = copies;
	}

	/**
	 * Adds a goal at the end of its kind. The caller's rights, the entry period and the
	 * content are judged as for anybody who types it.
	 */
	public Mono<DraftedGoal> create(Actor actor, int fiscalYear, UUID unit, GoalKind kind, GoalContent content) {
		return this.transaction.in(actor.municipality(),
				this.access.on(actor, fiscalYear, unit).flatMap((circumstances) -> {
					require(circumstances.toWrite());
					return this.check.check(circumstances, "/content", kind, content, GoalContent.EMPTY)
						.then(this.sheets.lockOrCreate(actor.municipality(), SheetAddress.ofUnit(fiscalYear, unit)))
						.flatMap((sheet) -> add(circumstances, sheet, kind, content));
				}));
	}

	Mono<Goal> edit(Actor actor, UUID id, long expected, GoalContent content) {
		return this.transaction.in(actor.municipality(),
				locked(actor, id, (goal, circumstances) -> edit(goal, circumstances, expected, content)));
	}

	/**
	 * Gives a goal another content, judged as for anybody who types it.
	 * @param expected the revision that was read; another one is refused
	 */
	public Mono<Void> rewrite(Actor actor, UUID id, long expected, GoalContent content) {
		return edit(actor, id, expected, content).then();
	}

	Mono<Void> delete(Actor actor, UUID id, long expected) {
		return this.transaction.in(actor.municipality(),
				locked(actor, id, (goal, circumstances) -> delete(goal, circumstances, expected)));
	}

	/**
	 * Puts the goals of a kind into another order; numbers follow (domain guide 3.4-3).
	 */
	Mono<Void> reorder(Actor actor, int fiscalYear, UUID unit, GoalKind kind, List<UUID> order, long expected) {
		return this.transaction.in(actor.municipality(),
				this.access.on(actor, fiscalYear, unit).flatMap((circumstances) -> {
					require(circumstances.toWrite());
					return this.sheets.lock(actor.municipality(), SheetAddress.ofUnit(fiscalYear, unit))
						.switchIfEmpty(Mono.error(Problems::notFound))
						.flatMap((sheet) -> reorder(sheet, circumstances, kind, order, expected));
				}));
	}

	/** Keeps what the caller is typing. */
	Mono<Instant> keepCopy(Actor actor, UUID id, long baseRevision, GoalContent content) {
		return this.transaction.in(actor.municipality(),
				this.goals.visibleTo(actor, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.zipWhen((goal) -> this.access.of(actor, goal.fiscalYear(), goal.ownerUnit()))
					.flatMap((found) -> {
						requireTyping(found.getT2().rights(found.getT1().state(), found.getT1().namedUnits()));
						if (baseRevision > found.getT1().revision()) {
							throw Problems.validation("/baseRevision", "invalid");
						}
						return this.copies.save(actor, id, baseRevision, content, found.getT2().now());
					}));
	}

	Mono<Void> dropCopy(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(),
				this.goals.visibleTo(actor, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((goal) -> this.copies.drop(actor, id)));
	}

	private Mono<DraftedGoal> add(Circumstances circumstances, GoalSheet sheet, GoalKind kind, GoalContent content) {
		return this.goals.ofKind(sheet, kind).flatMap((there) -> {
			if (kind == GoalKind.MISSION_AND_POLICIES && !there.isEmpty()) {
				throw Problems.alreadyExists();
			}
			if (there.size() >= MOST_GOALS) {
				throw Problems.validation("/kind", "too-many", MOST_GOALS);
			}
			Goal goal = Goal.drafted(Ids.next(), sheet, circumstances.unit(), kind, there.size() + 1, content,
					circumstances.actor());
			return this.sheets.restructured(sheet)
				.then(Cause.of(circumstances))
				.flatMap((cause) -> this.store.add(GoalChange.drafted(goal), cause));
		}).map((goal) -> new DraftedGoal(goal.id(), goal.sheet(), goal.revision()));
	}

	private Mono<Goal> edit(Goal goal, Circumstances circumstances, long expected, GoalContent content) {
		rights(goal, circumstances).require(ReviewAction.EDIT, expected, goal.revision());
		Mono<Goal> edited = goal.content().equals(content) ? Mono.just(goal) : Cause.of(circumstances)
			.flatMap(
					(cause) -> this.store.store(GoalChange.edited(goal.edited(content, circumstances.actor())), cause));
		return this.check.check(circumstances, "/content", goal.kind(), content, goal.content())
			.then(edited)
			.delayUntil((stored) -> this.copies.drop(circumstances.actor(), goal.id()));
	}

	private Mono<Void> delete(Goal goal, Circumstances circumstances, long expected) {
		rights(goal, circumstances).require(ReviewAction.DELETE, expected, goal.revision());
		return Cause.of(circumstances)
			.flatMap((cause) -> this.store.remove(GoalChange.deleted(goal.touched()), cause)
				.then(this.copies.dropAll(goal.municipality(), goal.id()))
				.then(this.sheets.lock(goal))
				.flatMap((sheet) -> this.sheets.restructured(sheet).then(this.goals.ofKind(sheet, goal.kind())))
				.flatMap((rest) -> renumber(rest, cause)));
	}

	private Mono<Void> reorder(GoalSheet sheet, Circumstances circumstances, GoalKind kind, List<UUID> order,
			long expected) {
		if (sheet.structureRevision() != expected) {
			return Mono.error(() -> Problems.revisionConflict(sheet.structureRevision()));
		}
		return this.goals.ofKind(sheet, kind).flatMap((goals) -> {
			List<UUID> there = goals.stream().map(Goal::id).toList();
			if (there.size() != order.size() || !new HashSet<>(there).equals(new HashSet<>(order))) {
				throw Problems.validation("/goals", "not-the-goals");
			}
			List<Goal> ordered = order.stream().map((id) -> goals.get(there.indexOf(id))).toList();
			requireMovable(ordered);
			return this.sheets.restructured(sheet)
				.then(Cause.of(circumstances))
				.flatMap((cause) -> renumber(ordered, cause));
		});
	}

	// What others have read under a number keeps it.
	private static void requireMovable(List<Goal> ordered) {
		IntStream.range(0, ordered.size())
			.filter((position) -> ordered.get(position).number() != position + 1)
			.mapToObj(ordered::get)
			.filter((goal) -> !ReviewRoute.isWithTheWriters(goal.state()))
			.findFirst()
			.ifPresent((goal) -> {
				throw Problems.wrongState(goal.state()).with("item", goal.id());
			});
	}

	private Mono<Void> renumber(List<Goal> ordered, Cause cause) {
		return Flux.range(0, ordered.size())
			.filter((position) -> ordered.get(position).number() != position + 1)
			.concatMap((position) -> this.store.store(GoalChange.moved(ordered.get(position).at(position + 1)), cause))
			.then();
	}

	private <T> Mono<T> locked(Actor actor, UUID id, Work<T> work) {
		return this.store.locked(actor, id)
			.flatMap((goal) -> this.access.of(actor, goal.fiscalYear(), goal.ownerUnit())
				.flatMap((circumstances) -> work.on(goal, circumstances)));
	}

	private static Rights rights(Goal goal, Circumstances circumstances) {
		return circumstances.rights(goal.state(), goal.namedUnits());
	}

	// The head types corrections into a working copy, too.
	private static void requireTyping(Rights rights) {
		if (!rights.allow(ReviewAction.CORRECT_AND_APPROVE)) {
			rights.require(ReviewAction.EDIT);
		}
	}

	private static void require(Decision decision) {
		decision.refusal().ifPresent(GoalDrafting::refuse);
	}

	private static void refuse(MeguriProblem problem) {
		throw problem;
	}

	private interface Work<T> {

		Mono<T> on(Goal goal, Circumstances circumstances);

	}

}
