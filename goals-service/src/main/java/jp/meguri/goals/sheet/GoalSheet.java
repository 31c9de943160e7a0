package jp.meguri.goals.sheet;

import java.util.UUID;

/**
 * A goal sheet (目標シート) of a unit and fiscal year: the order of its goals.
 *
 * @param structureRevision counted up when goals are added, removed or moved
 */
record GoalSheet(UUID id, UUID municipality, int fiscalYear, UUID ownerUnit, long structureRevision) {
}
