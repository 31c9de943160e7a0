package jp.meguri.faults.fault;

import org.jspecify.annotations.Nullable;

/**
 * A line of the log of faults.
 *
 * @param fault how and what
 * @param mechanism how
 * @param target what
 * @param began milliseconds since 1970
 * @param ended when it was taken away, or killed
 * @param recovered seconds from the end until everything worked again, null if that did
 * not come about
 */
public record FaultLine(String fault, Mechanism mechanism, String target, long began, long ended,
		@Nullable Double recovered) {
}
