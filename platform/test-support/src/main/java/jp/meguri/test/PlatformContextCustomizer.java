package jp.meguri.test;

import java.util.HashMap;
import java.util.Map;
import jp.meguri.embedded.DatabaseRoles;
import jp.meguri.embedded.PostgresAddress;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Writes the platform's addresses over the ones of the service's own settings. The
 * database is the one the service names.
 */
record PlatformContextCustomizer() implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		EmbeddedPlatform platform = EmbeddedPlatform.get();
		platform.ensureRunning();
		ConfigurableEnvironment environment = context.getEnvironment();
		Map<String, Object> settings = new HashMap<>();
		settings.put("spring.kafka.bootstrap-servers", platform.broker().bootstrapServers());
		if (environment.containsProperty("management.server.port")) {
			settings.put("management.server.port", "0");
		}
		addDatabase(settings, platform, environment);
		addIssuers(settings);
		environment.getPropertySources().addFirst(new MapPropertySource("meguri-test", settings));
	}

	private static void addDatabase(Map<String, Object> settings, EmbeddedPlatform platform,
			ConfigurableEnvironment environment) {
		String name = environment.getProperty("meguri.database.name");
		if (name == null) {
			return;
		}
		DatabaseRoles roles = platform.database(name);
		PostgresAddress address = platform.postgres().address();
		settings.put("meguri.migrate", "on-start");
		settings.put("meguri.database.host", address.host());
		settings.put("meguri.database.port", address.port());
		addRole(settings, name, "migrator", "migrator", roles.migratorPassword());
		addRole(settings, name, "app", "app", roles.appPassword());
		addRole(settings, name, "worker", "worker", roles.workerPassword());
		if (environment.containsProperty("meguri.database.public-read.username")) {
			addRole(settings, name, "public-read", "public_read", roles.publicReadPassword());
		}
	}

	private static void addRole(Map<String, Object> settings, String database, String key, String role,
			String password) {
		settings.put("meguri.database." + key + ".username", database + "_" + role);
		settings.put("meguri.database." + key + ".password", password);
	}

	private static void addIssuers(Map<String, Object> settings) {
		int index = 0;
		for (String slug : TestTokens.ISSUERS) {
			String issuer = "meguri.identity.issuers[" + index++ + "].";
			settings.put(issuer + "issuer", TestTokens.issuer(slug));
			settings.put(issuer + "jwks-uri", TestTokens.issuer(slug) + "/oauth2/jwks");
		}
	}

}
