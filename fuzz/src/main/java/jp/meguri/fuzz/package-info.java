/**
 * Bad input: a generator of requests from the contracts in {@code docs/openapi}, right
 * ones and wrong ones, and what is asked of every answer. The platform is a running one,
 * seen from outside; only the closing of the books looks into the databases.
 */
@NullMarked
package jp.meguri.fuzz;

import org.jspecify.annotations.NullMarked;
