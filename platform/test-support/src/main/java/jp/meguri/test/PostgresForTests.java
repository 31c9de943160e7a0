package jp.meguri.test;

import java.nio.file.Path;
import jp.meguri.embedded.Durability;
import jp.meguri.embedded.EmbeddedPostgresServer;
import jp.meguri.embedded.FreePorts;
import jp.meguri.embedded.PostgresAddress;
import org.jspecify.annotations.Nullable;

/**
 * The tests' PostgreSQL. It keeps its port and files over restarts.
 */
public final class PostgresForTests {

	private static final String PASSWORD = "test";

	private final Path directory;

	private final int port = FreePorts.next();

	private @Nullable EmbeddedPostgresServer server;

	private boolean ended;

	PostgresForTests(Path directory) {
		this.directory = directory;
	}

	/** The running server; starts it where it is not. */
	public synchronized EmbeddedPostgresServer server() {
		if (this.ended) {
			throw new IllegalStateException("The tests are over");
		}
		if (this.server == null || !this.server.isRunning()) {
			// What the machine's crash would lose, no test needs.
			this.server = EmbeddedPostgresServer.start(this.directory, this.port, PASSWORD, Durability.OFF);
		}
		return this.server;
	}

	/** Where it listens; a server that was stopped stays so. */
	public synchronized PostgresAddress address() {
		return (this.server != null) ? this.server.address() : server().address();
	}

	public void start() {
		server();
	}

	public synchronized void stop() {
		if (this.server != null) {
			this.server.stop();
		}
	}

	/** As by {@code kill -9}. */
	public synchronized void kill() {
		if (this.server != null) {
			this.server.kill();
		}
	}

	public void restart() {
		stop();
		start();
	}

	// A thread a test left behind must not start it again.
	synchronized void end() {
		this.ended = true;
		kill();
	}

}
