package jp.meguri.local.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything listens in this run.
 *
 * @param publicUrl the gateway as people see it
 * @param identityPort the provider's port
 * @param postgresPort the database's port
 * @param kafka the broker's address
 * @param smtpPort the mail sink's port
 * @param clock file with the clock's offset
 * @param services where each service listens
 */
public record Addresses(URI publicUrl, int identityPort, int postgresPort, String kafka, int smtpPort, Path clock,
		Map<Service, Listening> services) {

	public Listening of(Service service) {
		var listening = this.services.get(service);
		if (listening == null) {
			throw new IllegalArgumentException(service.module());
		}
		return listening;
	}

	/**
	 * @param port where requests go
	 * @param managementPort where health and metrics are
	 */
	public record Listening(int port, int managementPort) {

		public URI url() {
			return URI.create("http://127.0.0.1:" + this.port);
		}

		public URI readiness() {
			return URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness");
		}

	}

}
