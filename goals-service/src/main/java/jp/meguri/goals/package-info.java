/**
 * goals-service: 目標シート, the goals of a department or section for a fiscal year.
 */
@NullMarked
package jp.meguri.goals;

import org.jspecify.annotations.NullMarked;
