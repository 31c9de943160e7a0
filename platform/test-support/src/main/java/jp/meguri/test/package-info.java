/**
 * Real PostgreSQL and Kafka, tokens and rules for the tests of every module.
 */
@NullMarked
package jp.meguri.test;

import org.jspecify.annotations.NullMarked;
