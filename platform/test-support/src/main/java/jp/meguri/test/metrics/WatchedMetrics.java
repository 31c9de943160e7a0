package jp.meguri.test.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metrics that {@code k8s/observability} asks for: the rules that wake somebody, and
 * the dashboard.
 */
public final class WatchedMetrics {

	/** Seen from a module. */
	public static final Path DIRECTORY = Path.of("..", "k8s", "observability");

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private WatchedMetrics() {
	}

	/** What is asked for and a service does not tell; empty where all is there. */
	public static List<Selector> missing(String application, int managementPort) {
		List<Sample> told = Sample.of(scrape(managementPort));
		return all().stream()
			.filter((selector) -> selector.isAbout(application))
			.filter((selector) -> told.stream().noneMatch(selector::fits))
			.toList();
	}

	/** Every selector of every expression. */
	public static List<Selector> all() {
		List<String> expressions = new ArrayList<>(rules());
		expressions.addAll(dashboard());
		return expressions.stream().flatMap((expression) -> Promql.selectors(expression).stream()).distinct().toList();
	}

	private static List<String> rules() {
		List<String> expressions = new ArrayList<>();
		collect(new Yaml().load(read("prometheus-rules.yaml")), expressions);
		return expressions;
	}

	private static void collect(Object node, List<String> expressions) {
		if (node instanceof Map<?, ?> map) {
			if (map.get("expr") instanceof String expression) {
				expressions.add(expression.strip());
			}
			map.values().forEach((below) -> collect(below, expressions));
		}
		else if (node instanceof Collection<?> list) {
			list.forEach((below) -> collect(below, expressions));
		}
	}

	private static List<String> dashboard() {
		JsonNode root = JsonMapper.shared().readTree(read("grafana-dashboard.json"));
		return root.findValues("expr").stream().map(JsonNode::asString).toList();
	}

	private static String read(String file) {
		try {
			return Files.readString(DIRECTORY.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String scrape(int managementPort) {
		try {
			return HTTP
				.send(HttpRequest
					.newBuilder(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(managementPort)))
					.timeout(Duration.ofSeconds(10))
					.build(), HttpResponse.BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
