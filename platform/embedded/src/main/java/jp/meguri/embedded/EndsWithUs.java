package jp.meguri.embedded;

import java.io.IOException;

/**
 * Ends a program that cannot watch its parent when this process is gone, however that
 * happened.
 */
final class EndsWithUs {

	private static final String WATCH = "while kill -0 $0 2>&- && kill -0 $1 2>&-; do sleep 1; done; kill -INT $1 2>&-";

	private EndsWithUs() {
	}

	static void watch(long pid) {
		try {
			new ProcessBuilder("sh", "-c", WATCH, Long.toString(ProcessHandle.current().pid()), Long.toString(pid))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("Cannot run sh: " + ex.getMessage(), ex);
		}
	}

}
