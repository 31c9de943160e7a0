package jp.meguri.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Signals Java has no word for.
 */
final class Signals {

	private Signals() {
	}

	static void send(ProcessHandle process, String signal) {
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
