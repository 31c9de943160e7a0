/**
 * 指標: what is measured, by name, unit and direction. The targets of several goals share
 * one, and its actual values are followed over the years.
 */
@NullMarked
package jp.meguri.goals.indicator;

import org.jspecify.annotations.NullMarked;
