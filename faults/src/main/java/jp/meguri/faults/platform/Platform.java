package jp.meguri.faults.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import jp.meguri.faults.proxy.TcpProxy;

/**
 * Meguri as {@code ./meguri up} runs it, in a data directory and at ports of its own,
 * with a proxy on every {@link Way}. Its launcher starts again what ends.
 */
public final class Platform implements AutoCloseable {

	/** A busy machine, no class archives yet. */
	private static final Duration START = Duration.ofMinutes(12);

	private final Map<Way, TcpProxy> proxies = new EnumMap<>(Way.class);

	private final AtomicBoolean closed = new AtomicBoolean();

	private final Path project;

	private final Path data;

	private final Map<String, String> environment;

	private Platform(Path project, Path data, Map<String, String> environment) {
		this.project = project;
		this.data = data;
		this.environment = new HashMap<>(environment);
		var run = new RunFile(data);
		for (var way : Way.values()) {
			this.proxies.put(way, TcpProxy.start(way.detour(), () -> run.end(way)));
		}
		this.environment.put("MEGURI_DATA", data.toString());
		this.environment.put("MEGURI_BUILD", "no");
		this.environment.put("MEGURI_DETOURS", detours());
	}

	private String detours() {
		return this.proxies.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() != Way.FRONT)
			.map((entry) -> entry.getKey().detour() + "=" + entry.getValue().port())
			.collect(Collectors.joining(","));
	}

	/**
	 * Starts it empty: what a former run left in the directory is deleted.
	 * @param project the checkout, built
	 * @param data its data directory, used for nothing else
	 * @param environment further settings of the launcher and the services; the ports
	 * among them
	 */
	public static Platform start(Path project, Path data, Map<String, String> environment)
			throws IOException, InterruptedException {
		var platform = new Platform(project, data, environment);
		Files.createDirectories(data);
		try {
			platform.meguri("reset", "--yes");
			platform.up();
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			platform.close();
			throw ex;
		}
		return platform;
	}

	/** The launcher's patience ends earlier than a very busy machine's start. */
	private void up() throws IOException, InterruptedException {
		try {
			meguri("up", "-d");
		}
		catch (IOException ex) {
			System.out.println("  もう一度起動します / starting once more");
			meguri("up", "-d");
		}
	}

	public TcpProxy proxy(Way way) {
		return this.proxies.get(way);
	}

	/** Takes every toxic away. */
	public void heal() {
		this.proxies.values().forEach(TcpProxy::heal);
	}

	/** Where people come in, through the proxy in front. */
	public URI front() {
		return URI.create("http://localhost:" + proxy(Way.FRONT).port());
	}

	public RunFile run() {
		return new RunFile(this.data);
	}

	public Processes processes() {
		return new Processes(this.data);
	}

	private void meguri(String... words) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of(this.project.resolve("meguri").toString()));
		command.addAll(Arrays.asList(words));
		var output = this.data.resolve("command.log");
		var builder = new ProcessBuilder(command).directory(this.project.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(this.environment);
		var process = builder.start();
		if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroy();
			throw new IOException("./meguri " + String.join(" ", words) + "\n" + Files.readString(output));
		}
	}

	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		heal();
		try {
			meguri("down");
		}
		catch (IOException ex) {
			System.err.println(ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.proxies.values().forEach(TcpProxy::close);
	}

}
