/**
 * evaluation-service: what became of the goals (実績・評価) and what is published.
 */
@NullMarked
package jp.meguri.evaluation;

import org.jspecify.annotations.NullMarked;
