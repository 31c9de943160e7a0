package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.review.Can;
import jp.meguri.review.ReviewAction;
import jp.meguri.web.Texts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The goals of a unit's sheet that a person may see, as they stand now.
 */
@Component
public class StandingGoals {

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final GoalRepository goals;

	private final Texts texts;

	StandingGoals(GoalAccess access, CityTransaction transaction, GoalRepository goals, Texts texts) {
		this.access = access;
		this.transaction = transaction;
		this.goals = goals;
		this.texts = texts;
	}

	/** In printed order. */
	public Mono<List<StandingGoal>> of(Actor actor, int fiscalYear, UUID unit) {
		return this.transaction.in(actor.municipality(),
				this.access.on(actor, fiscalYear, unit)
					.flatMap((circumstances) -> this.goals.visibleTo(actor, SheetAddress.ofUnit(fiscalYear, unit))
						.map((goals) -> goals.stream().map((goal) -> standing(circumstances, goal)).toList())));
	}

	private StandingGoal standing(Circumstances circumstances, Goal goal) {
		Can edit = Can.of(ReviewAction.EDIT,
				circumstances.rights(goal.state(), goal.namedUnits()).on(ReviewAction.EDIT), this.texts);
		return new StandingGoal(goal.id(), goal.sheet(), goal.kind(), goal.number(), goal.revision(), goal.content(),
				edit);
	}

}
