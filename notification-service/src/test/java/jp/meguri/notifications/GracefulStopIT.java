package jp.meguri.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.MeguriIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Of two replicas one is told to stop, while a stream is open and a write is on its way.
 */
@MeguriIT
// A second service of this JVM takes the management server of the first along when it
// ends.
@DirtiesContext
class GracefulStopIT {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	/**
	 * What an operator waits for is 30 s; the web server would wait 20 s for a stream.
	 */
	private static final Duration SOON = Duration.ofSeconds(15);

	private static final String STREAM = "/api/notifications/stream";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private ConfigurableEnvironment environment;

	@LocalServerPort
	private int port;

	@Test
	void aStoppingReplica_endsItsStreams_answersWhatIsOnItsWay_andIsGoneSoon() throws Exception {
		try (var events = new EventPublisherForTests(); var stopping = replica()) {
			int leaving = ((WebServerApplicationContext) stopping).getWebServer().getPort();
			InventedCity city = new InventedCity(events);
			city.announce(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
			city.happened(new GoalEvent.Submitted(city.goal(UUID.randomUUID(), ReviewState.SUBMITTED, 1), null, 0), 1,
					CycleMode.LIVE, "click");
			String notices = "from notice where (facts ->> 'fiscalYear')::int = " + city.year;
			await().atMost(LIMIT).until(() -> number("select count(*) " + notices) == 1);
			var hints = hints(leaving, city);
			assertThat(next(hints)).isEqualTo("data:{\"unread\":1}");

			CompletableFuture<HttpResponse<Void>> write;
			CompletableFuture<Void> stopped;
			long begin;
			try (var connection = EmbeddedPlatform.get().superuser("notification").getConnection()) {
				connection.setAutoCommit(false);
				execute(connection, "select * " + notices + " for update");
				write = this.http
					.sendAsync(request(leaving, "/api/notifications/inbox/read-all", city).POST(BodyPublishers.noBody())
						.build(), BodyHandlers.discarding());
				await().until(() -> number("select count(*) from pg_locks where not granted") > 0);
				begin = System.nanoTime();
				stopped = CompletableFuture.runAsync(stopping::close);
				readToItsEnd(hints);
				assertThat(sinceMillis(begin)).as("the stream's end").isLessThan(2_000);
				assertThat(write).as("a write that waits for a row").isNotDone();
				connection.rollback();
			}
			assertThat(write.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
			stopped.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(sinceMillis(begin)).as("the replica's end").isLessThan(SOON.toMillis());
			assertThat(next(hints(this.port, city))).as("asked anew at the other").isEqualTo("data:{\"unread\":0}");
		}
	}

	private ConfigurableApplicationContext replica() {
		var names = new TreeSet<String>();
		this.environment.getPropertySources()
			.stream()
			.filter(EnumerablePropertySource.class::isInstance)
			.forEach((source) -> names.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames())));
		var settings = names.stream()
			.filter((name) -> name.startsWith("meguri.") || name.equals("spring.kafka.bootstrap-servers"))
			.map((name) -> "--" + name + "=" + this.environment.getProperty(name));
		return new SpringApplicationBuilder(NotificationServiceApplication.class)
			.run(Stream.concat(settings, Stream.of("--server.port=0", "--management.server.port=0"))
				.toArray(String[]::new));
	}

	private BufferedReader hints(int replica, InventedCity city) throws IOException, InterruptedException {
		var answer = this.http.send(request(replica, STREAM, city).GET().build(), BodyHandlers.ofInputStream());
		assertThat(answer.statusCode()).isEqualTo(200);
		return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
	}

	private static HttpRequest.Builder request(int replica, String path, InventedCity city) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + replica + path))
			.timeout(LIMIT)
			.header("Authorization", "Bearer " + city.token(city.head));
	}

	/** The data of the next hint. */
	private static String next(BufferedReader hints) throws IOException {
		for (String line = hints.readLine(); line != null; line = hints.readLine()) {
			if (line.startsWith("data:")) {
				return line;
			}
		}
		return "";
	}

	/** A stream that breaks off instead of ending is an exception. */
	private static void readToItsEnd(BufferedReader hints) {
		assertThat(hints.lines().filter((line) -> !line.isEmpty()).toList()).isEmpty();
	}

	private static long sinceMillis(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toMillis();
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static int number(String sql) throws SQLException {
		try (Connection connection = EmbeddedPlatform.get().superuser("notification").getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getInt(1);
		}
	}

}
