package jp.meguri.local.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.meguri.embedded.DirectoryTree;
import jp.meguri.embedded.FreePorts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Meguri as a person starts it, and as a test calls it.
 */
final class WholePlatform implements AutoCloseable {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration START = Duration.ofMinutes(5);

	private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Map<String, Token> tokens = new HashMap<>();

	private final Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath().getParent();

	private final Path data;

	private final Map<String, String> environment;

	private WholePlatform(Path data) {
		this.data = data;
		this.environment = Map.of("MEGURI_DATA", data.toString(), "MEGURI_PORT", "" + FreePorts.next(),
				"MEGURI_IDENTITY_PORT", "" + FreePorts.next(), "MEGURI_BUILD", "no");
	}

	static WholePlatform start() throws IOException, InterruptedException {
		WholePlatform platform = new WholePlatform(Files.createTempDirectory("meguri-whole"));
		platform.meguri("up", "-d");
		return platform;
	}

	String meguri(String... words) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.data, "meguri", ".out");
		ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("./meguri"), Arrays.stream(words)).toList())
			.directory(this.project.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		boolean ended = process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
		String said = Files.readString(output);
		if (!ended || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IllegalStateException("./meguri " + String.join(" ", words) + "\n" + said);
		}
		return said;
	}

	/** Where people come in. */
	URI gateway() {
		return URI.create(run().get("url").asString());
	}

	/** The service itself, past the gateway. */
	URI service(String name) {
		return URI.create(run().get("services").get(name).get("url").asString());
	}

	private JsonNode run() {
		return JSON.readTree(this.data.resolve("run.json").toFile());
	}

	String token(String user) {
		Token known = this.tokens.get(user);
		if (known == null || known.madeAt().isBefore(Instant.now().minus(TOKEN_LIFE))) {
			known = new Token(newToken(user), Instant.now());
			this.tokens.put(user, known);
		}
		return known.value();
	}

	private String newToken(String user) {
		try {
			return meguri("token", user).strip();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	Answer get(URI base, String user, String path, String... headers) {
		return call("GET", base, user, path, null, headers);
	}

	Answer post(String user, String path, String body) {
		return call("POST", gateway(), user, path, body, "Idempotency-Key", UUID.randomUUID().toString());
	}

	Answer call(String method, URI base, String user, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + token(user))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			return new Answer(0, ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			meguri("down");
			DirectoryTree.delete(this.data);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * @param status 0 where no answer came
	 */
	record Answer(int status, String body) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		/** What stays when the address and the correlation are taken out of a problem. */
		String withoutTraces() {
			return this.body.replaceAll("\"(instance|correlation)\":\"[^\"]*\"", "");
		}

	}

	private record Token(String value, Instant madeAt) {
	}

}
