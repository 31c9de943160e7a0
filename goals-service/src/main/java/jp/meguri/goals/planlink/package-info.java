/**
 * 関連計画・施策: the local copy of the city's plans, fed by the catalog's events, and the links
 * of goals that no plan knows.
 */
@NullMarked
package jp.meguri.goals.planlink;

import org.jspecify.annotations.NullMarked;
