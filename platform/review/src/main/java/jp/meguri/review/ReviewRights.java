package jp.meguri.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jp.meguri.directory.Actor;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.web.Problems;

/**
 * Who may do what to a goal or a report: the table of rights. For a person who may see
 * the item; {@link ReviewScope} decides about that.
 */
public final class ReviewRights {

	private static final Set<ReviewAction> NEEDS_WINDOW = Set.of(ReviewAction.EDIT, ReviewAction.DELETE,
			ReviewAction.SUBMIT, ReviewAction.WITHDRAW);

	private ReviewRights() {
	}

	/**
	 * Decides about every action at once.
	 * @param window the entry period as it stands for the item's owner
	 * @param contact whom to ask about a closed period
	 */
	public static Rights decide(Actor actor, ReviewItem item, WindowStatus window, String contact) {
		Map<ReviewAction, Decision> decisions = new EnumMap<>(ReviewAction.class);
		for (ReviewAction action : ReviewAction.values()) {
			decisions.put(action, decide(action, actor, item, window, contact));
		}
		return new Rights(decisions);
	}

	/**
	 * Whether the person may add to the sheet of a unit (作成), also before anything is
	 * there.
	 */
	public static Decision toWrite(Actor actor, ReviewItem item, WindowStatus window, String contact) {
		return decide(ReviewAction.EDIT, actor, item, window, contact);
	}

	private static Decision decide(ReviewAction action, Actor actor, ReviewItem item, WindowStatus window,
			String contact) {
		if (!hasRole(action, actor, item)) {
			return Decision.refused(Problems::forbidden);
		}
		if (ReviewRoute.after(action, item.state()).isEmpty() || !isOnesTurn(action, actor, item)) {
			return Decision.refused(() -> Problems.wrongState(item.state()));
		}
		// Approving and confirming what came in time goes on after the period; taking it
		// back then would leave nobody able to send it again.
		if (NEEDS_WINDOW.contains(action) && !item.isBackLoaded() && !window.isOpen()) {
			return Decision.refused(() -> Problems.windowClosed(window, contact));
		}
		return Decision.allowed();
	}

	private static boolean hasRole(ReviewAction action, Actor actor, ReviewItem item) {
		return switch (action) {
			case EDIT, DELETE -> isWriter(actor, item) || (item.isBackLoaded() && actor.is(RoleCode.PLANNING));
			case SUBMIT, WITHDRAW -> isWriter(actor, item);
			case APPROVE, CORRECT_AND_APPROVE -> isHead(actor, item);
			case RETURN -> isHead(actor, item) || actor.is(RoleCode.PLANNING);
			case COMMENT -> isInvolved(actor, item);
			case CONFIRM, PUBLISH -> actor.is(RoleCode.PLANNING);
		};
	}

	// Some actions are open to two roles, each at its own step.
	private static boolean isOnesTurn(ReviewAction action, Actor actor, ReviewItem item) {
		boolean withTheHead = item.state() == ReviewState.SUBMITTED;
		return switch (action) {
			case RETURN -> withTheHead ? isHead(actor, item) : actor.is(RoleCode.PLANNING);
			case WITHDRAW -> withTheHead || isHead(actor, item);
			default -> true;
		};
	}

	private static boolean isWriter(Actor actor, ReviewItem item) {
		return actor.writableUnits().contains(item.owner());
	}

	private static boolean isHead(Actor actor, ReviewItem item) {
		return actor.holds(RoleCode.HEAD, item.owner());
	}

	private static boolean isInvolved(Actor actor, ReviewItem item) {
		return ReviewScope.of(actor).isInvolvedIn(item);
	}

}
