package jp.meguri.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a server.
 */
record PostgresDirectory(Path root) {

	private static final Logger log = LoggerFactory.getLogger(PostgresDirectory.class);

	private static final Duration INIT = Duration.ofSeconds(120);

	Path data() {
		return this.root.resolve("data");
	}

	Path log() {
		return this.root.resolve("server.log");
	}

	private Path pidFile() {
		return data().resolve("postmaster.pid");
	}

	/** Makes the data directory; one that was not finished is made again. */
	void initialize(PostgresCommand command, String password) {
		Path finished = this.root.resolve("initialized");
		if (Files.exists(finished)) {
			return;
		}
		try {
			Files.createDirectories(this.root);
			DirectoryTree.delete(data());
			initdb(command, password);
			Files.createFile(finished);
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("Cannot write to " + this.root + ": " + ex.getMessage(), ex);
		}
	}

	private void initdb(PostgresCommand command, String password) throws IOException {
		Path passwordFile = Files.createTempFile(this.root, "password", null,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try {
			Files.writeString(passwordFile, password);
			// The built-in locale orders text the same on every machine.
			ChildProcess initdb = ChildProcess.start("initdb",
					command.of("initdb",
							List.of("-D", data().toString(), "-U", PostgresAddress.SUPERUSER, "-E", "UTF8",
									"--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
									"--auth=scram-sha-256", "--pwfile=" + passwordFile)),
					log());
			if (initdb.awaitEnd(INIT) != 0) {
				throw new EmbeddedStartException("PostgreSQL cannot make its files.\n" + initdb.lastLines());
			}
		}
		finally {
			Files.delete(passwordFile);
		}
	}

	/**
	 * Ends a server that still runs on these files because whoever started it was killed,
	 * and clears what a killed one left.
	 */
	void endFormerServer() {
		Optional<ProcessHandle> former = formerServer();
		former.ifPresent((process) -> {
			log.warn("Ending the PostgreSQL ({}) that a former run left behind", process.pid());
			Signals.send(process, "INT");
			ChildProcess.awaitEnd(process, Duration.ofSeconds(20));
		});
		orphans().forEach((process) -> ChildProcess.awaitEnd(process, Duration.ofSeconds(10)));
		try {
			Files.deleteIfExists(pidFile());
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("Cannot delete " + pidFile() + ": " + ex.getMessage(), ex);
		}
	}

	// The number may meanwhile belong to another program.
	private Optional<ProcessHandle> formerServer() {
		try {
			String pid = Files.exists(pidFile()) ? Files.readAllLines(pidFile()).get(0).strip() : "";
			return pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs) : Optional.empty();
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	/** Backends that outlive a killed server for a moment keep its shared memory. */
	private List<ProcessHandle> orphans() {
		if (!Files.exists(pidFile())) {
			return List.of();
		}
		return ProcessHandle.allProcesses().filter(this::isOurs).toList();
	}

	private boolean isOurs(ProcessHandle process) {
		try {
			return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")).equals(data());
		}
		catch (IOException | UnsupportedOperationException ex) {
			return process.info().commandLine().filter((line) -> line.contains(data().toString())).isPresent();
		}
	}

}
