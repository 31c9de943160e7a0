package jp.meguri.local.service;

import java.util.Map;
import java.util.TreeMap;
import jp.meguri.local.Secrets;
import jp.meguri.local.identity.DemoCity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service is told at its start. It travels in the environment as one JSON object,
 * where only the same user can read it, under the names that {@code application.yml} has.
 */
public final class ServiceSettings {

	private static final String ROLES_WITH_LOGIN = "app worker migrator public-read";

	private final JsonMapper json = JsonMapper.builder().build();

	private final Addresses addresses;

	private final Addresses others;

	private final Secrets secrets;

	public ServiceSettings(Addresses addresses, Detours detours, Secrets secrets) {
		this.addresses = addresses;
		this.others = detours.of(addresses);
		this.secrets = secrets;
	}

	Map<String, String> environment(Service service) {
		return Map.of("SPRING_APPLICATION_JSON", this.json.writeValueAsString(of(service)),
				// One arena per thread would keep what each once needed.
				"MALLOC_ARENA_MAX", "2");
	}

	Map<String, Object> of(Service service) {
		var settings = new TreeMap<String, Object>();
		addAddresses(settings, service);
		addDatabase(settings, service);
		addIdentity(settings);
		switch (service) {
			case CATALOG -> addDemo(settings);
			case NOTIFICATION -> addMail(settings);
			case GATEWAY -> addGateway(settings);
			default -> {
			}
		}
		return settings;
	}

	private void addAddresses(Map<String, Object> settings, Service service) {
		var own = this.addresses.of(service);
		settings.put("server.address", "127.0.0.1");
		settings.put("server.port", own.port());
		settings.put("management.server.address", "127.0.0.1");
		settings.put("management.server.port", own.managementPort());
		settings.put("spring.kafka.bootstrap-servers", this.others.kafka());
		settings.put("meguri.public-url", this.addresses.publicUrl().toString());
		settings.put("meguri.clock.offset-allowed", true);
		settings.put("meguri.clock.offset-file", this.addresses.clock().toString());
	}

	private void addDatabase(Map<String, Object> settings, Service service) {
		settings.put("meguri.migrate", "on-start");
		settings.put("meguri.database.host", "127.0.0.1");
		settings.put("meguri.database.port", this.others.postgresPort());
		settings.put("meguri.database.name", service.database());
		for (var role : ROLES_WITH_LOGIN.split(" ")) {
			var user = service.database() + "_" + role.replace('-', '_');
			settings.put("meguri.database." + role + ".username", user);
			settings.put("meguri.database." + role + ".password", this.secrets.password(user));
		}
	}

	private void addDemo(Map<String, Object> settings) {
		settings.put("meguri.demo", true);
		settings.put("meguri.demo-issuers", "http://localhost:" + this.addresses.identityPort());
	}

	private void addIdentity(Map<String, Object> settings) {
		settings.put("meguri.identity.audience", "meguri-api");
		int index = 0;
		for (var city : DemoCity.ALL) {
			var issuer = city.issuer(this.addresses.identityPort());
			settings.put("meguri.identity.issuers[" + index + "].issuer", issuer);
			settings.put("meguri.identity.issuers[" + index + "].jwks-uri", issuer + "/oauth2/jwks");
			index++;
		}
	}

	private void addMail(Map<String, Object> settings) {
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", this.others.smtpPort());
		settings.put("meguri.mail.public-url", this.addresses.publicUrl().toString());
	}

	private void addGateway(Map<String, Object> settings) {
		settings.put("meguri.gateway.public-url", this.addresses.publicUrl().toString());
		settings.put("meguri.session.key", this.secrets.key("session"));
		for (var service : Service.values()) {
			if (service != Service.GATEWAY) {
				settings.put("meguri.services." + service.database(), this.others.of(service).url().toString());
			}
		}
		int index = 0;
		for (var city : DemoCity.ALL) {
			addProvider(settings, "meguri.identity.cities[" + index++ + "].", city);
		}
	}

	private void addProvider(Map<String, Object> settings, String prefix, DemoCity city) {
		var issuer = city.issuer(this.addresses.identityPort());
		settings.put(prefix + "slug", city.slug());
		settings.put(prefix + "issuer", issuer);
		settings.put(prefix + "client-id", "meguri-gateway");
		settings.put(prefix + "client-secret", this.secrets.password("gateway_client"));
		settings.put(prefix + "authorization-uri", issuer + "/oauth2/authorize");
		settings.put(prefix + "token-uri", issuer + "/oauth2/token");
		settings.put(prefix + "jwks-uri", issuer + "/oauth2/jwks");
		settings.put(prefix + "end-session-uri", issuer + "/connect/logout");
	}

}
