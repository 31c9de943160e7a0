package jp.meguri.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.meguri.embedded.FreePorts;
import jp.meguri.test.EmbeddedPlatform;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real policy-catalog-service with the people of the demo, whose tokens it believes
 * only if their provider signed them.
 */
final class CatalogProcess implements AutoCloseable {

	private static final Path TARGET = Path.of("../policy-catalog-service/target");

	private final Process process;

	private final String address;

	private CatalogProcess(Process process, String address) {
		this.process = process;
		this.address = address;
	}

	static CatalogProcess start(Keycloak provider) throws IOException {
		int port = FreePorts.next();
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx224m", "-jar",
				jar().toString())
			.redirectErrorStream(true)
			.redirectOutput(Path.of("target", "policy-catalog-service.log").toFile());
		builder.environment()
			.put("SPRING_APPLICATION_JSON", JsonMapper.builder().build().writeValueAsString(settings(port, provider)));
		return new CatalogProcess(builder.start(), "http://127.0.0.1:" + port);
	}

	private static Path jar() throws IOException {
		try (var jars = Files.newDirectoryStream(TARGET, "policy-catalog-service-*.jar")) {
			for (Path jar : jars) {
				return jar;
			}
		}
		throw new IllegalStateException(
				"policy-catalog-service is not built: mvn -pl policy-catalog-service -am package");
	}

	private static Map<String, Object> settings(int port, Keycloak provider) {
		var platform = EmbeddedPlatform.get();
		var roles = platform.database("catalog");
		var settings = new TreeMap<String, Object>();
		settings.put("server.address", "127.0.0.1");
		settings.put("server.port", port);
		settings.put("management.server.port", 0);
		settings.put("spring.kafka.bootstrap-servers", platform.broker().bootstrapServers());
		settings.put("meguri.demo", true);
		settings.put("meguri.demo-issuers", provider.address() + "/realms");
		settings.put("meguri.database.host", "127.0.0.1");
		settings.put("meguri.database.port", platform.postgres().address().port());
		settings.put("meguri.database.app.username", "catalog_app");
		settings.put("meguri.database.app.password", roles.appPassword());
		settings.put("meguri.database.worker.username", "catalog_worker");
		settings.put("meguri.database.worker.password", roles.workerPassword());
		settings.put("meguri.database.migrator.username", "catalog_migrator");
		settings.put("meguri.database.migrator.password", roles.migratorPassword());
		var cities = List.of("nagisa", "tsukimi", "operations");
		for (int i = 0; i < cities.size(); i++) {
			var issuer = provider.issuer(cities.get(i));
			settings.put("meguri.identity.issuers[" + i + "].issuer", issuer);
			settings.put("meguri.identity.issuers[" + i + "].jwks-uri", issuer + "/protocol/openid-connect/certs");
		}
		return settings;
	}

	String address() {
		return this.address;
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
