package jp.meguri.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;

import static jp.meguri.gateway.GatewayDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Two gateways, of which one is killed or told to stop: nobody signs in again.
 */
class ReplicasIT extends WholeGateway {

	/** What an operator waits for is 30 s. */
	private static final Duration SOON = Duration.ofSeconds(15);

	private static final String GOALS = "/api/goals/sheets";

	private static final String SUBMISSION = "/api/goals/sheets/2026/" + CityFixture.CIVIC + "/submission";

	private static final String STREAM = "/api/notifications/stream";

	private final CountDownLatch end = new CountDownLatch(1);

	@Autowired
	ConfigurableEnvironment environment;

	private GatewayProcess other;

	@BeforeEach
	void startTheOther() throws IOException {
		this.other = GatewayProcess.start(this.environment);
		this.other.awaitReady();
	}

	@AfterEach
	void stopTheOther() throws IOException {
		this.end.countDown();
		this.other.close();
	}

	@Test
	void whoeverSignedInAtAGatewayThatIsKilled_goesOnAtTheOther() throws Exception {
		var staff = signedInAtTheOther("sato");
		var head = signedInAtTheOther("suzuki");
		head.moveTo(address());
		assertThat(head.post("/logout", "").statusCode()).isEqualTo(200);
		head.cookies().putAll(staff.cookies());
		assertThat(head.get("/api/me").body()).as("both gateways know both sessions").contains("佐藤 花");

		service.answers(this::hints);
		var stream = HttpClient.newHttpClient().send(hintsTo(staff), BodyHandlers.ofInputStream());
		var hints = reader(stream.body());
		assertThat(hints.readLine()).isEqualTo("data: {\"unread\":1}");

		// A renewal is on its way while its gateway dies.
		service.reset();
		provider.replace(false);
		provider.delay(Duration.ofMillis(800));
		execute("update session_token set expires_at = now() - interval '1 minute'");
		var lost = staff.sendLater(staff.request(GOALS).GET());
		await().until(() -> provider.renewals() == 1);
		this.other.kill();
		assertThatThrownBy(lost::join).hasCauseInstanceOf(IOException.class);
		readToItsEnd(hints);

		staff.moveTo(address());
		assertThat(Browser.atOnce(List.of(staff), GOALS, 20)).extracting(HttpResponse::statusCode).containsOnly(200);
		assertThat(service.received()).extracting(StubService.Received::token).doesNotContain("");
		assertThat(staff.get("/api/me").body()).contains("佐藤 花");
		assertThat(staff.post(SUBMISSION, "{}").statusCode()).as("the other's anti-forgery token").isEqualTo(200);
		service.answers(this::hints);
		var again = HttpClient.newHttpClient().send(hintsTo(staff), BodyHandlers.ofInputStream());
		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(reader(again.body()).readLine()).isEqualTo("data: {\"unread\":1}");
	}

	@Test
	void aGatewayThatIsToldToStop_endsItsStreams_answersWhatIsOnItsWay_andIsGoneSoon() throws Exception {
		var staff = signedInAtTheOther("sato");
		var written = new CountDownLatch(1);
		service.answers((exchange) -> {
			if (exchange.getRequestMethod().equals("GET")) {
				hints(exchange);
			}
			else {
				waitFor(written);
				StubService.send(exchange, 200, "{\"ok\":true}");
			}
		});
		var stream = HttpClient.newHttpClient().send(hintsTo(staff), BodyHandlers.ofInputStream());
		var hints = reader(stream.body());
		assertThat(hints.readLine()).isEqualTo("data: {\"unread\":1}");
		var write = staff
			.sendLater(staff.withToken(staff.request(SUBMISSION)).POST(HttpRequest.BodyPublishers.ofString("{}")));
		await().until(() -> service.last().target().equals(SUBMISSION));

		long begin = System.nanoTime();
		this.other.stop();
		assertThat(hints.lines().filter((line) -> !line.isEmpty())).as("to its end, not broken off").isEmpty();
		assertThat(write).as("a write its service has not answered").isNotDone();
		written.countDown();
		assertThat(write.join().statusCode()).isEqualTo(200);
		await().atMost(SOON).until(this.other::hasEnded);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);

		staff.moveTo(address());
		var again = HttpClient.newHttpClient().send(hintsTo(staff), BodyHandlers.ofInputStream());
		assertThat(reader(again.body()).readLine()).isEqualTo("data: {\"unread\":1}");
	}

	private Browser signedInAtTheOther(String user) {
		var browser = new Browser(this.other.address());
		browser.login("nagisa", user);
		await().atMost(Duration.ofSeconds(30)).until(() -> browser.get("/api/me").statusCode() == 200);
		return browser;
	}

	private static HttpRequest hintsTo(Browser browser) {
		return browser.withCookies(browser.request(STREAM)).GET().build();
	}

	private static BufferedReader reader(InputStream body) {
		return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
	}

	/** The browser sees the end, or the break, and asks anew. */
	private static void readToItsEnd(BufferedReader hints) {
		try {
			for (String line = ""; line != null; line = hints.readLine()) {
				assertThat(line).doesNotContain("error");
			}
		}
		catch (IOException brokenOff) {
			assertThat(brokenOff).isNotNull();
		}
	}

	private void hints(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
		exchange.sendResponseHeaders(200, 0);
		exchange.getResponseBody().write("data: {\"unread\":1}\n\n".getBytes(StandardCharsets.UTF_8));
		exchange.getResponseBody().flush();
		waitFor(this.end);
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
