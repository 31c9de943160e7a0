package jp.meguri.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory with the broker's jars: {@code meguri.broker.home}, else
 * {@code platform/broker/target/broker} of the project around the working directory.
 */
final class BrokerHome {

	private BrokerHome() {
	}

	static Path find() {
		String given = System.getProperty("meguri.broker.home");
		if (given != null && Files.isDirectory(Path.of(given))) {
			return Path.of(given);
		}
		for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
			Path home = at.resolve("platform/broker/target/broker");
			if (Files.isDirectory(home)) {
				return home;
			}
		}
		throw new EmbeddedStartException("The broker is not built: mvn -pl platform/broker package");
	}

}
