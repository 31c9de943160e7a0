package jp.meguri.evaluation.goal;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.ReviewState;
import org.jspecify.annotations.Nullable;

/**
 * A goal (目標) as goals-service last announced it.
 *
 * @param state where it stands in goals-service
 * @param revision its newest revision
 * @param confirmedRevision the last revision that was confirmed, 0 for none
 * @param content content of the confirmed revision; empty where there is none
 * @param edition the plan's edition whose sheet it stands on, or null on its unit's
 */
public record GoalCopy(UUID id, UUID sheet, UUID ownerUnit, int fiscalYear, GoalKind kind, int number,
		ReviewState state, long revision, long confirmedRevision, CycleMode mode, GoalContent content,
		@Nullable UUID edition) {

	/** Confirmed, and not being changed again. */
	public boolean isConfirmed() {
		return this.confirmedRevision > 0 && this.confirmedRevision == this.revision && isConfirmed(this.state);
	}

	static boolean isConfirmed(@Nullable ReviewState state) {
		return state != null && state.isConfirmedOrLater() && state != ReviewState.AMENDING;
	}

	/** The units a goal names besides its owner. */
	public static Set<UUID> namedUnits(GoalContent content) {
		return Stream
			.concat(Stream.ofNullable(content.leadSection()),
					content.responsibilities().stream().map(Responsibility::unit))
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether it stands on the sheet of a plan. */
	public boolean isOfPlan() {
		return this.edition != null;
	}

	/** Whether the goal is reported on: mid-term goals are not. */
	public boolean isReported() {
		return this.kind != GoalKind.MID_TERM_GOAL;
	}

}
