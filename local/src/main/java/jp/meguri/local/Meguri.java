package jp.meguri.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;

import jp.meguri.local.service.Detours;

/**
 * The part of {@code ./meguri} that is written in Java.
 */
public final class Meguri {

	private static final int REFUSED = 1;

	private static final int USAGE = 2;

	private Meguri() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		var screen = new Screen();
		try {
			int status = run(List.of(arguments), screen);
			System.exit(status);
		}
		catch (RuntimeException ex) {
			screen.refuse(refusal(ex));
			System.exit(REFUSED);
		}
	}

	private static int run(List<String> arguments, Screen screen) throws IOException, InterruptedException {
		var home = Home.ofEnvironment();
		var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
		switch (arguments.isEmpty() ? "" : arguments.get(0)) {
			case "up" -> new Up(home, Settings.of(System.getenv()), Detours.of(System.getenv()), screen).run();
			case "down" -> new Down(home, screen).run();
			case "status" -> {
				return new Status(home, screen).run();
			}
			case "token" -> new Token(home, screen).run(rest);
			case "clock" -> new Clock(home, screen).run(rest);
			default -> {
				return USAGE;
			}
		}
		return 0;
	}

	private static Refusal refusal(RuntimeException failure) {
		var cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return (cause instanceof Refusal refusal) ? refusal
				: new Refusal("うまくいきませんでした: " + cause, "That did not work: " + cause);
	}

}
