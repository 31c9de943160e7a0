package jp.meguri.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.awaitility.Awaitility.await;

/**
 * The gateway on a port of its own between a {@link FakeProvider} and a
 * {@link StubService}, knowing the cities of {@link CityFixture}.
 */
@MeguriIT
abstract class WholeGateway {

	static final String KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

	static final FakeProvider provider = new FakeProvider();

	static final StubService catalog = new StubService();

	/** All services but the catalog. */
	static final StubService service = new StubService();

	private static final AtomicBoolean published = new AtomicBoolean();

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		provider.settings(CityFixture.CITIES).forEach((name, value) -> registry.add(name, () -> value));
		registry.add("meguri.services.catalog", () -> catalog.address().toString());
		for (String name : List.of("goals", "evaluation", "notification")) {
			registry.add("meguri.services." + name, () -> service.address().toString());
		}
		registry.add("meguri.session.key", () -> KEY);
		registry.add("meguri.services.patience", () -> "2s");
		registry.add("meguri.gateway.session-rate", () -> "5");
		registry.add("meguri.gateway.session-burst", () -> "100");
		registry.add("meguri.gateway.text-time", () -> "1s");
		registry.add("meguri.gateway.stream.life", () -> "3s");
		registry.add("meguri.connections.look", () -> "1s");
		registry.add("server.netty.idle-timeout", () -> "5s");
	}

	@BeforeEach
	void know() {
		service.reset();
		catalog.reset();
		provider.reset();
		if (published.compareAndSet(false, true)) {
			try (var publisher = new EventPublisherForTests()) {
				new CityFixture(provider, publisher).publish();
			}
			await().atMost(Duration.ofSeconds(60))
				.until(() -> script("operations", "ops", "/api/me").statusCode() == 200);
			await().atMost(Duration.ofSeconds(60))
				.until(() -> script("nagisa", "sato", "POST", units("submission")).statusCode() == 200);
			service.reset();
		}
	}

	private static String units(String command) {
		return "/api/goals/sheets/2026/" + CityFixture.CIVIC + "/" + command;
	}

	String address() {
		return "http://localhost:" + this.port;
	}

	Browser browser() {
		return new Browser(address());
	}

	/** A browser in which that person is signed in. */
	Browser signedIn(String city, String user) {
		var browser = browser();
		browser.login(city, user);
		return browser;
	}

	/** A script that reads with a token of its own. */
	HttpResponse<String> script(String city, String user, String path) {
		return script(city, user, "GET", path);
	}

	HttpResponse<String> script(String city, String user, String method, String path) {
		return withToken(provider.accessToken(city, user), method, path);
	}

	HttpResponse<String> withToken(String token, String method, String path) {
		var browser = browser();
		return browser.send(browser.request(path)
			.header("Authorization", "Bearer " + token)
			.method(method, HttpRequest.BodyPublishers.noBody()));
	}

	static String problem(HttpResponse<String> response) {
		var type = response.body().replaceAll("(?s).*\"type\":\"urn:meguri:problem:([a-z-]+)\".*", "$1");
		return response.statusCode() + " " + type;
	}

}
