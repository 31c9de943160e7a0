package jp.meguri.faults.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the parts of a running platform listen: its {@code run.json}.
 *
 * @param data the platform's data directory
 */
public record RunFile(Path data) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<Way, String> SERVICES = Map.of(Way.CATALOG, "policy-catalog-service", Way.GOALS,
			"goals-service", Way.EVALUATION, "evaluation-service", Way.NOTIFICATION, "notification-service");

	/** Where a way leads; empty while that is not known. */
	public Optional<InetSocketAddress> end(Way way) {
		return content().map((run) -> switch (way) {
			case POSTGRES -> address(run.get("postgres").asString());
			case KAFKA -> address(run.get("kafka").asString());
			case SMTP -> loopback(run.get("smtp").asInt());
			case FRONT -> loopback(URI.create(run.get("url").asString()).getPort());
			default -> loopback(service(run, way).getPort());
		});
	}

	private static URI service(JsonNode run, Way way) {
		return URI.create(run.get("services").get(SERVICES.get(way)).get("url").asString());
	}

	/** Where a service, or the gateway, tells its numbers. */
	public URI metrics(String service) {
		var readiness = content().orElseThrow().get("services").get(service).get("readiness").asString();
		return URI.create(readiness).resolve("/actuator/prometheus");
	}

	/** The identity provider. */
	public URI identity() {
		return URI.create(content().orElseThrow().get("identity").asString());
	}

	/** The password of a database role, or another secret of this platform. */
	public String secret(String name) {
		return JSON.readTree(this.data.resolve("secrets.json").toFile()).get(name).asString();
	}

	private Optional<JsonNode> content() {
		try {
			return Optional.of(JSON.readTree(Files.readString(this.data.resolve("run.json"))));
		}
		catch (IOException | JacksonException ex) {
			return Optional.empty();
		}
	}

	private static InetSocketAddress address(String text) {
		return loopback(Integer.parseInt(text.substring(text.lastIndexOf(':') + 1)));
	}

	private static InetSocketAddress loopback(int port) {
		return new InetSocketAddress("127.0.0.1", port);
	}

}
