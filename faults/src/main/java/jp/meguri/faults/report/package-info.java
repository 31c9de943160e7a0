/**
 * What a run found, for people and for programs.
 */
@NullMarked
package jp.meguri.faults.report;

import org.jspecify.annotations.NullMarked;
