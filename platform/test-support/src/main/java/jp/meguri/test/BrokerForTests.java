package jp.meguri.test;

import java.nio.file.Path;
import jp.meguri.embedded.EmbeddedBroker;
import jp.meguri.embedded.FreePorts;
import org.jspecify.annotations.Nullable;

/**
 * The tests' Kafka broker. It keeps its port and files over restarts.
 */
public final class BrokerForTests {

	private final Path directory;

	private final int port = FreePorts.next();

	private @Nullable EmbeddedBroker broker;

	private boolean ended;

	BrokerForTests(Path directory) {
		this.directory = directory;
	}

	/** Where it listens, whether it runs or not. */
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	public synchronized void start() {
		if (this.ended) {
			throw new IllegalStateException("The tests are over");
		}
		if (this.broker == null || !this.broker.isRunning()) {
			this.broker = EmbeddedBroker.start(this.directory, this.port);
		}
	}

	public synchronized void stop() {
		if (this.broker != null) {
			this.broker.stop();
		}
	}

	/** As by {@code kill -9}. */
	public synchronized void kill() {
		if (this.broker != null) {
			this.broker.kill();
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
