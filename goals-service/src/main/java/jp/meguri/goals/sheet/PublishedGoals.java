package jp.meguri.goals.sheet;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.content.ReviewState;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves goals to 公表済 and back, as releases show them or no longer do.
 */
@Component
public class PublishedGoals {

	private final SheetRepository sheets;

	private final GoalRepository goals;

	private final GoalStore store;

	PublishedGoals(SheetRepository sheets, GoalRepository goals, GoalStore store) {
		this.sheets = sheets;
		this.goals = goals;
		this.store = store;
	}

	/**
	 * Inside the worker's transaction. Goals that are not known are left alone.
	 * @param cause the event that made the difference
	 * @param stateOf the state a goal shall have now
	 */
	public Mono<Void> refresh(EventEnvelope<?> cause, Collection<UUID> ids, Function<UUID, Mono<ReviewState>> stateOf) {
		UUID municipality = cause.municipality();
		var by = new Cause(cause.actor(), cause.mode(), cause.time(), cause.correlation());
		return this.goals.ofCity(municipality, ids)
			.flatMap((found) -> lockSheets(found).then(this.goals.ofCity(municipality, ids)))
			.flatMapMany(Flux::fromIterable)
			.filter((goal) -> isShowable(goal.state()))
			.concatMap((goal) -> stateOf.apply(goal.id())
				.filter((state) -> state != goal.state())
				.flatMap((state) -> this.store.store(GoalChange.published(goal.in(state)), by)))
			.then();
	}

	private Mono<Void> lockSheets(List<Goal> found) {
		return Flux.fromIterable(found).distinct(Goal::sheet).concatMap((goal) -> this.sheets.lock(goal)).then();
	}

	// A goal that is being amended or whose year is closed keeps its state.
	private static boolean isShowable(ReviewState state) {
		return state == ReviewState.CONFIRMED || state == ReviewState.PUBLISHED_INITIAL
				|| state == ReviewState.PUBLISHED_FINAL;
	}

}
