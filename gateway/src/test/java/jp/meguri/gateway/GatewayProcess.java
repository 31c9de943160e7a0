package jp.meguri.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import jp.meguri.embedded.FreePorts;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

import static org.awaitility.Awaitility.await;

/**
 * A gateway as a process of its own, which can be killed.
 */
final class GatewayProcess implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final List<String> IN_A_HURRY = List.of("--meguri.gateway.stream.life=",
			"--meguri.services.patience=");

	private final Process process;

	private final Path log;

	private final String address;

	private GatewayProcess(Process process, Path log, String address) {
		this.process = process;
		this.log = log;
		this.address = address;
	}

	/**
	 * With the settings of the gateway under test, at a port of its own; streams live and
	 * services are waited for as long as for people.
	 */
	static GatewayProcess start(ConfigurableEnvironment environment) throws IOException {
		int port = FreePorts.next();
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m", "-cp", System.getProperty("java.class.path"),
				GatewayApplication.class.getName(), "--server.port=" + port, "--management.server.port=0"));
		settings(environment).stream()
			.filter((setting) -> IN_A_HURRY.stream().noneMatch(setting::startsWith))
			.forEach(command::add);
		var log = Files.createTempFile("gateway", ".log");
		var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		return new GatewayProcess(process, log, "http://localhost:" + port);
	}

	/** What one gateway is told, as arguments of another. */
	static List<String> settings(ConfigurableEnvironment environment) {
		var names = new TreeSet<String>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> known) {
				names.addAll(List.of(known.getPropertyNames()));
			}
		}
		return names.stream()
			.filter((name) -> name.startsWith("meguri.") || name.equals("spring.kafka.bootstrap-servers"))
			.map((name) -> "--" + name + "=" + environment.getProperty(name))
			.toList();
	}

	String address() {
		return this.address;
	}

	void awaitReady() {
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200)).until(this::answers);
	}

	private boolean answers() throws IOException, InterruptedException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException(Files.readString(this.log));
		}
		try {
			var request = HttpRequest.newBuilder(URI.create(this.address + "/api/public/cities")).build();
			return HTTP.send(request, BodyHandlers.discarding()).statusCode() < 500;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** As by {@code kill -9}. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		this.process.waitFor(10, TimeUnit.SECONDS);
	}

	/** As by {@code kill}: asked to stop. */
	void stop() {
		this.process.destroy();
	}

	boolean hasEnded() {
		return !this.process.isAlive();
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		Files.deleteIfExists(this.log);
	}

}
