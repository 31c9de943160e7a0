package jp.meguri.gateway.access;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;

/**
 * What a caller must be to the unit in the address. That the unit belongs to the caller's
 * city is asked before.
 */
enum UnitRule {

	/** The address names no unit. */
	NO_UNIT {
		@Override
		boolean admits(Actor actor, UUID unit) {
			return true;
		}
	},

	/** Any unit of the own city; what is seen of it, the service decides. */
	OF_THE_CITY {
		@Override
		boolean admits(Actor actor, UUID unit) {
			return true;
		}
	},

	/** A unit whose goals and reports the caller writes. */
	WRITTEN_BY_CALLER {
		@Override
		boolean admits(Actor actor, UUID unit) {
			return actor.writableUnits().contains(unit);
		}
	},

	/** A unit the caller heads. */
	HEADED_BY_CALLER {
		@Override
		boolean admits(Actor actor, UUID unit) {
			return actor.holds(RoleCode.HEAD, unit);
		}
	},

	/** A unit the caller heads, or any unit for the planning division. */
	REVIEWED_BY_CALLER {
		@Override
		boolean admits(Actor actor, UUID unit) {
			return actor.holds(RoleCode.HEAD, unit) || actor.is(RoleCode.PLANNING);
		}
	};

	abstract boolean admits(Actor actor, UUID unit);

}
