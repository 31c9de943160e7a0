package jp.meguri.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import jp.meguri.local.Home;
import jp.meguri.local.Refusal;
import jp.meguri.local.Screen;
import jp.meguri.local.process.Application;
import jp.meguri.local.process.Command;
import jp.meguri.local.process.ProcessList;
import jp.meguri.local.process.Readiness;
import jp.meguri.local.process.SupervisedProcess;

/**
 * One service as a process of its own, from the jar that production runs.
 */
public final class ServiceProcess {

	/** Longest wait for a first start, on a busy machine without archives. */
	private static final Duration START = Duration.ofMinutes(10);

	private static final Duration STOP = Duration.ofSeconds(25);

	/** Writing the archive at the end of the first run takes its time. */
	private static final Duration FIRST_STOP = Duration.ofSeconds(150);

	private final Application application;

	private final SupervisedProcess process;

	private final URI url;

	private final URI readiness;

	private ServiceProcess(Application application, SupervisedProcess process, URI url, URI readiness) {
		this.application = application;
		this.process = process;
		this.url = url;
		this.readiness = readiness;
	}

	/** Extracts what the build made, which takes time once. */
	public static Application application(Home home, Service service) {
		try {
			return Application.of(jar(home, service), home.applications(), service.jvmOptions());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What the build made of it. */
	public static Path jar(Home home, Service service) throws IOException {
		var target = home.project().resolve(service.module()).resolve("target");
		try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
			return files.filter((file) -> file.getFileName().toString().matches(service.module() + "-[0-9].*\\.jar"))
				.findFirst()
				.orElseThrow(() -> new Refusal(service.module() + " がまだビルドされていません。",
						service.module() + " has not been built yet."));
		}
	}

	public static ServiceProcess of(Service service, Application application, ServiceSettings settings,
			Addresses addresses, Home home, ProcessList list, Screen screen) {
		var command = new Command(service.module(), application.words(), settings.environment(service), home.data(),
				home.logs().resolve(service.module() + ".log"));
		var process = new SupervisedProcess(command, list,
				(exit, pause) -> screen.warn(
						"%s が終了しました（終了コード %d）。%d 秒後に起動し直します。".formatted(service.module(), exit, pause.toSeconds()),
						"%s ended (exit code %d) and is started again in %d s.".formatted(service.module(), exit,
								pause.toSeconds())));
		return new ServiceProcess(application, process, addresses.of(service).url(), addresses.of(service).readiness());
	}

	public String name() {
		return this.process.name();
	}

	public URI url() {
		return this.url;
	}

	public Path log() {
		return this.process.command().log();
	}

	public void start() {
		this.process.start();
	}

	public boolean awaitReady(Readiness asking) throws InterruptedException {
		return asking.await(this.process, this.readiness, START);
	}

	public boolean writesArchiveAtEnd() {
		return !this.application.hasArchive();
	}

	/** Asks it to end; {@link #stop()} waits for it. */
	public void requestStop() {
		this.process.requestStop();
	}

	public void stop() {
		try {
			if (this.process.stop(writesArchiveAtEnd() ? FIRST_STOP : STOP)) {
				this.application.keepArchive();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
