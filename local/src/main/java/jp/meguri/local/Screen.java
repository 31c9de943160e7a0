package jp.meguri.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * What the person at the keyboard sees. Always UTF-8, whatever the JVM takes for the
 * terminal's.
 */
public final class Screen {

	private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
			StandardCharsets.UTF_8);

	private final long start = System.nanoTime();

	public void line(String text) {
		this.out.println(text);
	}

	/** A part is there. */
	public void done(String what, String detail) {
		this.out.printf(Locale.ROOT, "  %6.1f s  ✓ %-28s %s%n", elapsed().toMillis() / 1000.0, what, detail);
	}

	/** Something happened that nobody asked for. */
	public void warn(String japanese, String english) {
		this.out.printf(Locale.ROOT, "  %6.1f s  ! %s%n             %s%n", elapsed().toMillis() / 1000.0, japanese,
				english);
	}

	void refuse(Refusal refusal) {
		this.out.printf(Locale.ROOT, "%n✗ %s%n  %s%n", refusal.japanese().indent(2).strip(),
				refusal.english().indent(2).strip());
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

}
