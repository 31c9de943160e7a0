/**
 * 実績報告: what was done for a goal, what comes next, and the grade, per round. A report
 * opens by itself when its goal is confirmed and goes the same way as the goal: clerk,
 * head, planning division.
 */
@NullMarked
package jp.meguri.evaluation.report;

import org.jspecify.annotations.NullMarked;
