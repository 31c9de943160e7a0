package jp.meguri.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of a broker that is alone: one copy of everything, small buffers.
 *
 * @param directory where everything is kept
 * @param port where clients connect
 * @param controllerPort where it talks to itself
 * @param advertisedPort the port clients are told, another one where something stands in
 * between
 */
record BrokerSettings(Path directory, int port, int controllerPort, int advertisedPort) {

	Path logs() {
		return this.directory.resolve("logs");
	}

	Properties properties() {
		Properties properties = new Properties();
		addAddresses(properties);
		addSingleCopies(properties);
		addSmallBuffers(properties);
		properties.setProperty("log.dirs", logs().toString());
		// Topics are made by the services, with the right number of partitions.
		properties.setProperty("auto.create.topics.enable", "false");
		// Nobody else is going to join the group in the next seconds.
		properties.setProperty("group.initial.rebalance.delay.ms", "0");
		properties.setProperty("group.min.session.timeout.ms", "1000");
		return properties;
	}

	private void addAddresses(Properties properties) {
		String client = "PLAINTEXT://127.0.0.1:" + this.port;
		String controller = "CONTROLLER://127.0.0.1:" + this.controllerPort;
		properties.setProperty("node.id", "1");
		properties.setProperty("process.roles", "broker,controller");
		// Static: the voter is found again after a restart on other ports.
		properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + this.controllerPort);
		properties.setProperty("controller.listener.names", "CONTROLLER");
		properties.setProperty("listeners", client + "," + controller);
		properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + this.advertisedPort);
		properties.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
	}

	private static void addSingleCopies(Properties properties) {
		for (String topic : new String[] { "offsets.topic", "transaction.state.log",
				"share.coordinator.state.topic" }) {
			properties.setProperty(topic + ".replication.factor", "1");
			properties.setProperty(topic + ".num.partitions", "1");
		}
		properties.setProperty("transaction.state.log.min.isr", "1");
		properties.setProperty("share.coordinator.state.topic.min.isr", "1");
		properties.setProperty("default.replication.factor", "1");
		properties.setProperty("min.insync.replicas", "1");
	}

	private static void addSmallBuffers(Properties properties) {
		properties.setProperty("num.network.threads", "2");
		properties.setProperty("num.io.threads", "2");
		properties.setProperty("background.threads", "2");
		properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
		properties.setProperty("log.index.size.max.bytes", "1048576");
	}

}
