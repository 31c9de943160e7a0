package jp.meguri.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Command lines of the PostgreSQL programs. They refuse to run as root; root starts them
 * inside a user namespace, where it is nobody.
 */
final class PostgresCommand {

	private final Path home;

	private final List<String> prefix;

	PostgresCommand(Path home) {
		this.home = home;
		this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
		if (!this.prefix.isEmpty() && !works(List.of("unshare", "-U", "true"))) {
			throw new EmbeddedStartException("PostgreSQL does not run as root, and this system does not let root"
					+ " open a user namespace (unshare -U). Start Meguri as an ordinary user.");
		}
	}

	List<String> of(String program, List<String> arguments) {
		List<String> command = new ArrayList<>(this.prefix);
		command.add(this.home.resolve("bin").resolve(program).toString());
		command.addAll(arguments);
		return command;
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static boolean works(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
