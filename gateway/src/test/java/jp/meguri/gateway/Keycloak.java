package jp.meguri.gateway;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.meguri.embedded.DirectoryTree;
import jp.meguri.embedded.FreePorts;

import static org.awaitility.Awaitility.await;

/**
 * Keycloak's real distribution with the realm files of docker-compose.yml, and what an
 * administrator does there.
 */
final class Keycloak implements AutoCloseable {

	static final String SECRET = "a-secret-of-the-gateway";

	private static final String PASSWORD = "admin-of-the-tests";

	private static final String KEYS = "org.keycloak.keys.KeyProvider";

	private static final Duration START = Duration.ofMinutes(15);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Path home;

	private final URI gateway;

	private final String address = "http://localhost:" + FreePorts.next();

	private Process process;

	private Keycloak(Path home, URI gateway) throws IOException {
		this.home = home;
		this.gateway = gateway;
		this.process = launched();
	}

	/**
	 * Starts it without data from before.
	 * @param home where the distribution was unpacked
	 * @param realms directory with the realm files
	 * @param gateway where gateway and people are
	 */
	static Keycloak start(Path home, Path realms, URI gateway) throws IOException {
		DirectoryTree.delete(home.resolve("data"));
		var imported = Files.createDirectories(home.resolve("data/import"));
		try (var files = Files.newDirectoryStream(realms, "*.json")) {
			for (Path file : files) {
				Files.copy(file, imported.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		return new Keycloak(home, gateway);
	}

	private Process launched() throws IOException {
		var port = this.address.replaceFirst(".*:", "");
		var builder = new ProcessBuilder("bash", "bin/kc.sh", "start-dev", "--import-realm", "--http-port=" + port,
				"--hostname=" + this.address)
			.directory(this.home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.home.resolve("keycloak.log").toFile()));
		builder.environment()
			.putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
					"MEGURI_CLIENT_SECRET", SECRET, "MEGURI_PUBLIC_URL", this.gateway.toString(), "MEGURI_GATEWAY_URL",
					this.gateway.toString(), "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx640m"));
		return builder.start();
	}

	String address() {
		return this.address;
	}

	String issuer(String city) {
		return this.address + "/realms/" + city;
	}

	void awaitReady() {
		await().atMost(START).pollInterval(Duration.ofSeconds(1)).until(this::answers);
	}

	private boolean answers() throws InterruptedException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("Keycloak has ended; its log is " + this.home.resolve("keycloak.log"));
		}
		try {
			return send(request(issuer("operations") + "/protocol/openid-connect/certs").GET()).statusCode() == 200;
		}
		catch (IllegalStateException notYet) {
			return false;
		}
	}

	/** Stops it; its data stay. */
	void stop() throws InterruptedException {
		var all = this.process.descendants().toList();
		this.process.destroy();
		all.forEach(ProcessHandle::destroy);
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
			close();
		}
	}

	void startAgain() throws IOException {
		this.process = launched();
	}

	/** A new key that signs from now on; the old one still verifies. */
	void addKey(String city) {
		var key = """
				{"name":"next","providerId":"rsa-generated","providerType":"%s",
				"config":{"priority":["200"],"enabled":["true"],"active":["true"],"algorithm":["RS256"],"keySize":["2048"]}}
				"""
			.formatted(KEYS);
		admin("POST", city, "/components", key);
	}

	/** The key the realm began with neither signs nor verifies any more. */
	void disableFirstKey(String city) {
		String all = admin("GET", city, "/components?type=" + KEYS, "").body();
		List<String> ids = JsonPath.read(all, "$[?(@.name == 'rsa-generated')].id");
		var disabled = """
				{"id":"%s","name":"rsa-generated","providerId":"rsa-generated","providerType":"%s",
				"config":{"priority":["100"],"enabled":["false"],"active":["false"],"algorithm":["RS256"]}}
				""".formatted(ids.get(0), KEYS);
		admin("PUT", city, "/components/" + ids.get(0), disabled);
	}

	/** Ends all sign-ins of a person. */
	void logOut(String city, String user) {
		List<String> ids = JsonPath.read(admin("GET", city, "/users?exact=true&username=" + user, "").body(),
				"$[*].id");
		admin("POST", city, "/users/" + ids.get(0) + "/logout", "");
	}

	private HttpResponse<String> admin(String method, String city, String path, String json) {
		var answer = send(
				request(this.address + "/admin/realms/" + city + path).header("Authorization", "Bearer " + adminToken())
					.header("Content-Type", "application/json")
					.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer;
	}

	private String adminToken() {
		var form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", PASSWORD)
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		var answer = send(request(issuer("master") + "/protocol/openid-connect/token")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
		return JsonPath.read(answer.body(), "$.access_token");
	}

	private static HttpRequest.Builder request(String address) {
		return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
	}

}
