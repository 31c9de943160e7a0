package jp.meguri.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import jp.meguri.local.files.PrivateFiles;
import jp.meguri.local.infrastructure.Infrastructure;
import jp.meguri.local.process.Application;
import jp.meguri.local.process.Ports;
import jp.meguri.local.process.ProcessList;
import jp.meguri.local.process.Readiness;
import jp.meguri.local.service.Addresses;
import jp.meguri.local.service.Detours;
import jp.meguri.local.service.Service;
import jp.meguri.local.service.ServiceProcess;
import jp.meguri.local.service.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./meguri up}: starts everything, watches it, stops it.
 */
final class Up {

	private final List<ServiceProcess> services = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Home home;

	private final Settings settings;

	private final Detours detours;

	private final Screen screen;

	private volatile boolean stopping;

	private @Nullable Infrastructure infrastructure;

	private @Nullable RunFile run;

	Up(Home home, Settings settings, Detours detours, Screen screen) {
		this.home = home;
		this.settings = settings;
		this.detours = detours;
		this.screen = screen;
	}

	void run() throws IOException, InterruptedException {
		PrivateFiles.directory(this.home.data());
		try (var channel = FileChannel.open(this.home.data().resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
			if (lock == null) {
				throw new Refusal("Meguri はもう動いています: " + this.settings.publicUrl(),
						"Meguri is already running: " + this.settings.publicUrl());
			}
			new Leftovers(this.home, this.screen).end();
			requireFree(this.settings.port(), "MEGURI_PORT");
			requireFree(this.settings.identityPort(), "MEGURI_IDENTITY_PORT");
			requireBuilt();
			Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
			start();
			this.stopped.await();
		}
	}

	private static void requireFree(int port, String variable) {
		if (!Ports.isFree(port)) {
			throw new Refusal("ポート %d は別のプログラムが使っています。それを止めるか、%s=別の番号 を付けて起動してください。".formatted(port, variable),
					"Port %d is taken by another program. Stop it, or start with %s=another-number.".formatted(port,
							variable));
		}
	}

	private void requireBuilt() throws IOException {
		for (var service : Service.values()) {
			ServiceProcess.jar(this.home, service);
		}
	}

	private void start() throws IOException, InterruptedException {
		rotateLogs();
		var ports = new Ports();
		var secrets = Secrets.in(this.home.secrets());
		var list = new ProcessList(this.home.processes());
		// Services that find their databases as they left them wait for them by
		// themselves.
		boolean used = Files.isDirectory(this.home.postgres());
		int postgres = ports.next();
		int kafka = ports.next();
		var infrastructure = Infrastructure.start(this.home, secrets, list, this.screen, postgres, kafka,
				this.detours.kafka(kafka), this.settings.identityPort(), this.settings.publicUrls());
		this.infrastructure = infrastructure;
		var addresses = new Addresses(this.settings.publicUrl(), this.settings.identityPort(), postgres,
				"127.0.0.1:" + kafka, infrastructure.smtpPort(), this.home.clock(), listening(ports));
		this.run = RunFile.of("starting", addresses);
		this.run.write(this.home);
		var applications = extracted();
		if (!used) {
			infrastructure.databases().join();
		}
		var settingsOf = new ServiceSettings(addresses, this.detours, secrets);
		startServices(applications.entrySet()
			.stream()
			.map((each) -> ServiceProcess.of(each.getKey(), each.getValue().join(), settingsOf, addresses, this.home,
					list, this.screen))
			.toList());
		infrastructure.databases().join();
		awaitReady();
		infrastructure.everything().join();
		if (!used && !this.stopping && !new FirstSignIn(this.run, secrets).await()) {
			this.screen.warn("デモの利用者がまだ知られていません。しばらくしてからサインインしてください。",
					"The people of the demo are not known yet; sign in a little later.");
		}
		if (!this.stopping) {
			this.run = RunFile.of("ready", addresses);
			this.run.write(this.home);
			Welcome.print(this.screen, this.settings, this.home);
		}
	}

	/** Together with {@link #stop()}: nothing starts once things are being stopped. */
	private synchronized void startServices(List<ServiceProcess> prepared) {
		if (!this.stopping) {
			this.services.addAll(prepared);
			prepared.forEach(ServiceProcess::start);
		}
	}

	private Map<Service, Addresses.Listening> listening(Ports ports) {
		var listening = new EnumMap<Service, Addresses.Listening>(Service.class);
		for (var service : Service.values()) {
			int port = (service == Service.GATEWAY) ? this.settings.port() : ports.next();
			listening.put(service, new Addresses.Listening(port, ports.next()));
		}
		return listening;
	}

	private Map<Service, CompletableFuture<Application>> extracted() {
		var applications = new EnumMap<Service, CompletableFuture<Application>>(Service.class);
		for (var service : Service.values()) {
			applications.put(service,
					CompletableFuture.supplyAsync(() -> ServiceProcess.application(this.home, service)));
		}
		return applications;
	}

	private void awaitReady() {
		var asking = new Readiness();
		CompletableFuture
			.allOf(this.services.stream()
				.map((service) -> CompletableFuture.runAsync(() -> awaitReady(service, asking)))
				.toArray(CompletableFuture<?>[]::new))
			.join();
	}

	private void awaitReady(ServiceProcess service, Readiness asking) {
		try {
			if (service.awaitReady(asking)) {
				this.screen.done(service.name(), service.url().toString());
			}
			else if (!this.stopping) {
				throw new Refusal(service.name() + " が起動しません。記録: " + service.log() + "\n" + tail(service.log()),
						service.name() + " does not start; its log: " + service.log());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CompletionException(ex);
		}
	}

	private static String tail(Path log) {
		try {
			var lines = Files.readAllLines(log);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private void rotateLogs() throws IOException {
		Files.createDirectories(this.home.logs());
		for (var service : Service.values()) {
			var log = this.home.logs().resolve(service.module() + ".log");
			if (Files.exists(log)) {
				Files.move(log, this.home.logs().resolve(service.module() + ".log.1"),
						StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	/** What ends from now on is not started again, whoever ended it. */
	private synchronized void markStopping() {
		this.stopping = true;
		this.services.forEach(ServiceProcess::requestStop);
		if (this.infrastructure != null) {
			this.infrastructure.leaveAsIs();
		}
	}

	/** The services together, then what they stand on. */
	private void stop() {
		markStopping();
		this.screen.line("");
		this.screen.line("停止しています … / stopping …");
		try {
			if (this.run != null) {
				this.run.stopping().write(this.home);
			}
			if (this.services.stream().anyMatch(ServiceProcess::writesArchiveAtEnd)) {
				this.screen.line("  （初回は、次の起動を速くする記録を作ります / the first time, archives for quicker starts are written）");
			}
			stopServices();
			if (this.infrastructure != null) {
				this.infrastructure.stop();
			}
			Files.deleteIfExists(this.home.run());
			this.screen.line("停止しました / stopped");
		}
		catch (IOException ex) {
			this.screen.warn("停止中の不具合: " + ex.getMessage(), "While stopping: " + ex.getMessage());
		}
		finally {
			this.stopped.countDown();
		}
	}

	private void stopServices() {
		var all = List.copyOf(this.services);
		all.forEach(ServiceProcess::requestStop);
		CompletableFuture
			.allOf(all.stream()
				.map((service) -> CompletableFuture.runAsync(service::stop))
				.toArray(CompletableFuture<?>[]::new))
			.join();
	}

}
