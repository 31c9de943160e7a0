package jp.meguri.evaluation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.meguri.embedded.DatabaseRoles;
import jp.meguri.embedded.FreePorts;
import jp.meguri.embedded.PostgresAddress;
import jp.meguri.test.EmbeddedPlatform;

/**
 * The service as it is shipped: its jar in a process of its own that can be killed. It
 * has a database and a consumer group of its own.
 */
final class PackagedService implements AutoCloseable {

	static final String NAME = "evaluation_faults";

	static final String GROUP = "evaluation-faults";

	private final int managementPort;

	private final Process process;

	private PackagedService(int managementPort, Process process) {
		this.managementPort = managementPort;
		this.process = process;
	}

	static PackagedService start() {
		int managementPort = FreePorts.next();
		return new PackagedService(managementPort, run(managementPort));
	}

	/** As by {@code kill -9}. */
	void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** How many deliveries were recognised as duplicates since it started. */
	double duplicates() {
		try {
			String metrics = HttpClient.newHttpClient()
				.send(HttpRequest
					.newBuilder(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(this.managementPort)))
					.build(), HttpResponse.BodyHandlers.ofString())
				.body();
			return metrics.lines()
				.filter((line) -> line.startsWith("inbox_events_total") && line.contains("outcome=\"duplicate\""))
				.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

	private static Process run(int managementPort) {
		EmbeddedPlatform platform = EmbeddedPlatform.get();
		DatabaseRoles roles = platform.database(NAME);
		PostgresAddress address = platform.postgres().server().address();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar().toString()));
		command.addAll(Stream.of("spring.application.name=" + GROUP,
				"spring.kafka.bootstrap-servers=" + platform.broker().bootstrapServers(),
				"management.server.port=" + managementPort, "meguri.migrate=on-start",
				"meguri.database.host=" + address.host(), "meguri.database.port=" + address.port(),
				"meguri.database.name=" + NAME, "meguri.database.migrator.username=" + NAME + "_migrator",
				"meguri.database.migrator.password=" + roles.migratorPassword(),
				"meguri.database.app.username=" + NAME + "_app", "meguri.database.app.password=" + roles.appPassword(),
				"meguri.database.worker.username=" + NAME + "_worker",
				"meguri.database.worker.password=" + roles.workerPassword(),
				"meguri.database.public-read.username=" + NAME + "_public_read",
				"meguri.database.public-read.password=" + roles.publicReadPassword())
			.map((setting) -> "--" + setting)
			.toList());
		try {
			File log = Path.of("target", "packaged-service.log").toFile();
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path jar() {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("evaluation-service-.*\\.jar"))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The service is not packaged; run mvn verify"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
