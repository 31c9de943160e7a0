package jp.meguri.local.service;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.meguri.local.Refusal;

/**
 * Ports at which the services are told to find what they use, where something stands in
 * between: {@code MEGURI_DETOURS="postgres=21001,goals=21002"}. Fault runs put their
 * proxies there.
 *
 * @param ports by name: {@code postgres}, {@code kafka}, {@code smtp}, or a service by
 * its database's name
 */
public record Detours(Map<String, Integer> ports) {

	private static final Set<String> NAMES = Stream
		.concat(Stream.of("postgres", "kafka", "smtp"), Stream.of(Service.values()).map(Service::database))
		.collect(Collectors.toUnmodifiableSet());

	public Detours {
		ports = Map.copyOf(ports);
	}

	public static Detours of(Map<String, String> environment) {
		var ports = new HashMap<String, Integer>();
		for (var part : environment.getOrDefault("MEGURI_DETOURS", "").split(",")) {
			if (!part.isBlank()) {
				var words = part.strip().split("=");
				if (words.length != 2 || !NAMES.contains(words[0]) || !words[1].matches("[1-9][0-9]{0,4}")) {
					throw new Refusal("MEGURI_DETOURS が読めません: " + part, "MEGURI_DETOURS cannot be read: " + part);
				}
				ports.put(words[0], Integer.parseInt(words[1]));
			}
		}
		return new Detours(ports);
	}

	/** The port Kafka's clients are told. */
	public int kafka(int port) {
		return this.ports.getOrDefault("kafka", port);
	}

	/** The same addresses as those see them who come this way. */
	Addresses of(Addresses straight) {
		var services = new EnumMap<Service, Addresses.Listening>(Service.class);
		straight.services()
			.forEach((service, listening) -> services.put(service, new Addresses.Listening(
					this.ports.getOrDefault(service.database(), listening.port()), listening.managementPort())));
		var kafka = this.ports.containsKey("kafka") ? "127.0.0.1:" + this.ports.get("kafka") : straight.kafka();
		return new Addresses(straight.publicUrl(), straight.identityPort(),
				this.ports.getOrDefault("postgres", straight.postgresPort()), kafka,
				this.ports.getOrDefault("smtp", straight.smtpPort()), straight.clock(), services);
	}

}
