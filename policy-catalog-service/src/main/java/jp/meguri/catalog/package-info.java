/**
 * The policy catalog: cities, the city office, plans, grading schemes and the yearly
 * cycle.
 */
@NullMarked
package jp.meguri.catalog;

import org.jspecify.annotations.NullMarked;
