/**
 * The auditor: compares what people were told with what is there.
 */
@NullMarked
package jp.meguri.faults.audit;

import org.jspecify.annotations.NullMarked;
