package jp.meguri.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;

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

	/** Of the jars that lie there now, in the JVM that runs here. */
	static ClassArchive archive() throws IOException {
		Path home = find();
		CRC32 sum = new CRC32();
		add(sum, System.getProperty("java.vm.vendor") + System.getProperty("java.vm.version"));
		try (Stream<Path> files = Files.list(home)) {
			for (Path jar : files.filter((file) -> file.toString().endsWith(".jar")).sorted().toList()) {
				add(sum, jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
			}
		}
		return new ClassArchive(home.resolve("classes-%08x.archive".formatted(sum.getValue())));
	}

	private static void add(CRC32 sum, String text) {
		sum.update(text.getBytes(StandardCharsets.UTF_8));
	}

}
