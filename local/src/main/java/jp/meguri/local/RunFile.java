package jp.meguri.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.meguri.local.files.PrivateFiles;
import jp.meguri.local.service.Addresses;
import jp.meguri.local.service.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code .meguri/run.json}: where everything listens while it runs. Read by scripts and
 * by the browser tests.
 *
 * @param state {@code starting}, {@code ready} or {@code stopping}
 * @param pid the launcher
 * @param started when the launcher's process started, in milliseconds
 * @param url the address people open
 * @param identity the provider's address
 * @param postgres where PostgreSQL listens
 * @param kafka where Kafka listens
 * @param smtp where the mail sink listens
 * @param services each service's address and readiness
 */
record RunFile(String state, long pid, long started, String url, String identity, String postgres, String kafka,
		int smtp, Map<String, ServiceAddress> services) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * @param url where requests go
	 * @param readiness its health
	 */
	record ServiceAddress(String url, String readiness) {
	}

	static RunFile of(String state, Addresses addresses) {
		var services = new LinkedHashMap<String, ServiceAddress>();
		for (var service : Service.values()) {
			var listening = addresses.of(service);
			services.put(service.module(),
					new ServiceAddress(listening.url().toString(), listening.readiness().toString()));
		}
		var self = ProcessHandle.current();
		return new RunFile(state, self.pid(), startOf(self), addresses.publicUrl().toString(),
				"http://localhost:" + addresses.identityPort(), "127.0.0.1:" + addresses.postgresPort(),
				addresses.kafka(), addresses.smtpPort(), services);
	}

	RunFile stopping() {
		return new RunFile("stopping", this.pid, this.started, this.url, this.identity, this.postgres, this.kafka,
				this.smtp, this.services);
	}

	void write(Home home) throws IOException {
		PrivateFiles.write(home.run(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
	}

	/** What runs now; empty if the launcher that wrote the file is gone. */
	static Optional<RunFile> current(Home home) {
		if (!Files.exists(home.run())) {
			return Optional.empty();
		}
		return Optional.of(JSON.readValue(home.run().toFile(), RunFile.class))
			.filter((run) -> run.launcher().isPresent());
	}

	Optional<ProcessHandle> launcher() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> startOf(process) == this.started);
	}

	private static long startOf(ProcessHandle process) {
		return process.info().startInstant().map((instant) -> instant.toEpochMilli()).orElse(0L);
	}

}
