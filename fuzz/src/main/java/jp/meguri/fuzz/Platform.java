package jp.meguri.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running platform of the embedded default, found by its data directory.
 */
final class Platform {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int OK = 200;

	private final JsonNode run;

	private final JsonNode secrets;

	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private Platform(JsonNode run, JsonNode secrets) {
		this.run = run;
		this.secrets = secrets;
	}

	static Platform in(Path data) {
		return new Platform(JSON.readTree(data.resolve("run.json").toFile()),
				JSON.readTree(data.resolve("secrets.json").toFile()));
	}

	/** The gateway's address. */
	String url() {
		return this.run.path("url").asString();
	}

	HttpClient client() {
		return this.client;
	}

	/** An access token of a person of the demo. */
	String token(String login) {
		return this.tokens.computeIfAbsent(login, this::newToken);
	}

	/** As nobody but a test may: past every policy. */
	Connection database(String name) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://" + this.run.path("postgres").asString() + "/" + name,
				"postgres", this.secrets.path("postgres").asString());
	}

	private String newToken(String login) {
		var request = HttpRequest
			.newBuilder(URI.create(this.run.path("identity").asString() + "/script-token?user=" + login))
			.header("X-Meguri-Script-Secret", this.secrets.path("script").asString())
			.POST(BodyPublishers.noBody())
			.build();
		try {
			var answer = this.client.send(request, BodyHandlers.ofString());
			if (answer.statusCode() != OK) {
				throw new IllegalStateException("No token for " + login + ": " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
