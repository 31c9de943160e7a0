/**
 * The city's plans (計画), their editions (計画の版) and nodes (政策・施策).
 */
@NullMarked
package jp.meguri.catalog.plan;

import org.jspecify.annotations.NullMarked;
