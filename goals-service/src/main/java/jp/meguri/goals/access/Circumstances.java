package jp.meguri.goals.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.review.Decision;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewItem;
import jp.meguri.review.ReviewRights;
import jp.meguri.review.ReviewScope;
import jp.meguri.review.Rights;
import jp.meguri.review.WhoseTurn;

/**
 * Everything a decision about one unit's goals of one year depends on besides the goal:
 * who asks, the city office, the entry period, the time.
 *
 * @param mode whether the year is worked on or only registered (過年度登録)
 * @param window the entry period for goals as it stands for this unit
 * @param contact whom to ask about the entry period
 */
public record Circumstances(Actor actor, CityDirectory city, int fiscalYear, UUID unit, CycleMode mode,
		WindowStatus window, String contact, Instant now, LocalDate today) {

	/** The same for a goal of another unit: extensions are given to units. */
	public Circumstances of(UUID other) {
		return other.equals(this.unit) ? this
				: GoalAccess.of(this.city, this.actor, this.fiscalYear, other, this.now, this.today);
	}

	/** What the person may do to a goal of this unit. */
	public Rights rights(ReviewState state, Set<UUID> namedUnits) {
		return ReviewRights.decide(this.actor, item(state, namedUnits), this.window, this.contact)
			.without(ReviewAction.PUBLISH);
	}

	/** Whether the person may add goals to this unit's sheet and order them. */
	public Decision toWrite() {
		return ReviewRights.toWrite(this.actor, item(ReviewState.DRAFT, Set.of()), this.window, this.contact);
	}

	/** Whether the person sees the work on a goal, not only what was confirmed. */
	public boolean isInvolved(ReviewState state, Set<UUID> namedUnits) {
		return ReviewScope.of(this.actor).isInvolvedIn(item(state, namedUnits));
	}

	public Optional<WhoseTurn> whoseTurn(ReviewState state) {
		return WhoseTurn.of(this.city, this.unit, this.fiscalYear, state, this.window, this.today);
	}

	private ReviewItem item(ReviewState state, Set<UUID> namedUnits) {
		return new ReviewItem(this.actor.municipality(), this.unit, state, namedUnits, this.mode);
	}

}
