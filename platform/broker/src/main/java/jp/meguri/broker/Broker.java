package jp.meguri.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs the broker until it is told to stop:
 * {@code java -cp 'broker/*' jp.meguri.broker.Broker DIRECTORY PORT CONTROLLER_PORT [PARENT_PID [ADVERTISED_PORT]]}.
 * With a parent's pid it also ends when the parent does, however that ended.
 */
public final class Broker {

	private Broker() {
	}

	public static void main(String[] args) throws IOException {
		int port = Integer.parseInt(args[1]);
		BrokerSettings settings = new BrokerSettings(Path.of(args[0]).toAbsolutePath(), port, Integer.parseInt(args[2]),
				(args.length > 4) ? Integer.parseInt(args[4]) : port);
		formatOnce(settings);
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
		if (args.length > 3) {
			endWith(Long.parseLong(args[3]));
		}
		server.startup();
		server.awaitShutdown();
	}

	private static void formatOnce(BrokerSettings settings) throws IOException {
		if (Files.exists(settings.logs().resolve("meta.properties"))) {
			return;
		}
		Files.createDirectories(settings.logs());
		Path file = settings.directory().resolve("format.properties");
		try (OutputStream out = Files.newOutputStream(file)) {
			settings.properties().store(out, null);
		}
		String[] arguments = { "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString() };
		if (StorageTool.execute(arguments, System.out) != 0) {
			throw new IOException("Cannot format " + settings.logs());
		}
	}

	private static void endWith(long parent) {
		ProcessHandle.of(parent)
			.ifPresentOrElse((process) -> process.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
	}

}
