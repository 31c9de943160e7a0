/**
 * Fault runs: people at work while things break, and an auditor who looks at what is
 * left.
 */
@NullMarked
package jp.meguri.faults;

import org.jspecify.annotations.NullMarked;
