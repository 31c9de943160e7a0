/**
 * People at work: what they send, and the log of what they were answered.
 */
@NullMarked
package jp.meguri.faults.load;

import org.jspecify.annotations.NullMarked;
