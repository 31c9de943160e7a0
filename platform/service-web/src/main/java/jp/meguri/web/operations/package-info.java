/**
 * What operators do to one service: look at what its consumers could not take, try it
 * again, check a city's audit trail. No content of any city passes here.
 */
@NullMarked
package jp.meguri.web.operations;

import org.jspecify.annotations.NullMarked;
