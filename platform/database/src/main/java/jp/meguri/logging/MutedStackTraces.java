package jp.meguri.logging;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * Stack traces without the failures' messages, for logs that leave the machine
 * ({@code logging.structured.json.stacktrace.printer}).
 */
public final class MutedStackTraces implements StackTracePrinter {

	private static final int FRAMES = 60;

	private final StackTracePrinter printer = StandardStackTracePrinter.rootLast()
		.withMaximumThrowableDepth(FRAMES)
		.withFormatter(Causes::named);

	@Override
	public void printStackTrace(Throwable throwable, Appendable appendable) throws IOException {
		this.printer.printStackTrace(throwable, appendable);
	}

}
