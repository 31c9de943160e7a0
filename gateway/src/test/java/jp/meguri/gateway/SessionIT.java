package jp.meguri.gateway;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.annotation.DirtiesContext;

import static jp.meguri.gateway.GatewayDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

// A second gateway of this JVM takes the management server of the first along when it ends.
@DirtiesContext
class SessionIT extends WholeGateway {

	private static final String GOALS = "/api/goals/sheets";

	@Autowired
	ConfigurableEnvironment environment;

	/** For a few seconds the gateway leaves alone a provider that has failed. */
	@AfterEach
	void forgetOutage() throws SQLException {
		provider.reset();
		var browser = signedIn("nagisa", "sato");
		execute("update session_token set expires_at = now() - interval '1 minute'");
		await().until(() -> browser.get(GOALS).statusCode() == 200);
	}

	@Test
	void twentyCallsAtOnce_renewTheTokenOnce() {
		provider.lifetime(Duration.ofSeconds(20));
		var browser = signedIn("nagisa", "sato");
		var id = browser.cookies().get("__Host-MEGURI");
		provider.lifetime(Duration.ofMinutes(5));
		provider.delay(Duration.ofMillis(300));
		var answers = Browser.atOnce(List.of(browser), GOALS, 20);
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
		assertThat(provider.renewals()).isEqualTo(1);
		assertThat(service.received()).extracting(StubService.Received::token).doesNotContain("").hasSize(20);
		assertThat(browser.cookies()).containsEntry("__Host-MEGURI", id);
	}

	@Test
	void twoGateways_renewTheTokenOnceTogether() {
		provider.lifetime(Duration.ofSeconds(20));
		var browser = signedIn("nagisa", "sato");
		provider.lifetime(Duration.ofMinutes(5));
		provider.delay(Duration.ofMillis(500));
		try (var second = secondGateway()) {
			var there = browserAt(second);
			there.cookies().putAll(browser.cookies());
			var answers = Browser.atOnce(List.of(browser, there), GOALS, 10);
			assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
			assertThat(provider.renewals()).isEqualTo(1);
		}
	}

	@Test
	void aSession_outlivesTheGatewayThatBeganIt() {
		Browser browser;
		try (var first = secondGateway()) {
			browser = browserAt(first);
			browser.login("nagisa", "sato");
			assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
		}
		try (var restarted = secondGateway()) {
			browser.moveTo(addressOf(restarted));
			assertThat(browser.get("/api/me").body()).contains("佐藤 花");
			assertThat(browser.post("/api/goals/sheets/2026/" + CityFixture.CIVIC + "/submission", "{}").statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void aSignInTheProviderNoLongerKnows_ends() {
		provider.lifetime(Duration.ofSeconds(20));
		var browser = signedIn("nagisa", "sato");
		provider.refuse(true);
		assertThat(problem(browser.get(GOALS))).isEqualTo("401 unauthenticated");
		provider.refuse(false);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
	}

	@Test
	void whileTheProviderIsDown_aTokenServesUntilItsEnd() {
		provider.lifetime(Duration.ofSeconds(20));
		var browser = signedIn("nagisa", "sato");
		provider.down(true);
		assertThat(browser.get(GOALS).statusCode()).isEqualTo(200);
		provider.down(false);
		assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	void whenTheTokenHasEnded_anOutageOfTheProviderIsToldAsSuch() throws SQLException {
		var browser = signedIn("nagisa", "sato");
		execute("update session_token set expires_at = now() - interval '1 minute'");
		provider.down(true);
		var answer = browser.get(GOALS);
		assertThat(problem(answer)).isEqualTo("503 sign-in-unavailable");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		provider.down(false);
		await().until(() -> browser.get(GOALS).statusCode() == 200);
	}

	@Test
	void aTokenThatIsDue_isRenewedAside_andNobodyWaits() throws SQLException {
		var browser = signedIn("nagisa", "sato");
		browser.get(GOALS);
		var old = service.last().token();
		execute("update session_token set renew_at = now() - interval '1 second'");
		provider.delay(Duration.ofSeconds(2));
		assertThat(browser.get(GOALS).statusCode()).isEqualTo(200);
		assertThat(service.last().token()).isEqualTo(old);
		assertThat(Browser.atOnce(List.of(browser), GOALS, 20)).extracting(HttpResponse::statusCode).containsOnly(200);
		await().untilAsserted(() -> {
			assertThat(browser.get(GOALS).statusCode()).isEqualTo(200);
			assertThat(service.last().token()).isNotEqualTo(old);
		});
		assertThat(provider.renewals()).isEqualTo(1);
	}

	@Test
	void whileTheProviderIsDown_aTokenThatIsDueServes_andTheProviderIsLeftAlone() throws SQLException {
		var browser = signedIn("nagisa", "sato");
		execute("update session_token set renew_at = now() - interval '1 second'");
		provider.down(true);
		int before = provider.refusals();
		for (int i = 0; i < 30; i++) {
			assertThat(browser.get(GOALS).statusCode()).isEqualTo(200);
		}
		assertThat(provider.refusals() - before).isBetween(1, 3);
		provider.down(false);
		assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	void aSignInThatEndedAtTheProvider_endsHere_asSoonAsTheTokenIsDue() throws SQLException {
		var browser = signedIn("nagisa", "sato");
		execute("update session_token set renew_at = now() - interval '1 second'");
		provider.refuse(true);
		await().until(() -> browser.get(GOALS).statusCode() == 401);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
	}

	@Test
	void anExpiredSession_isNone() throws SQLException {
		var browser = signedIn("nagisa", "sato");
		execute("update web_session set expires_at = now() - interval '1 second'");
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
	}

	@Test
	void anInventedSessionId_isNone() {
		var browser = browser();
		browser.cookies().put("__Host-MEGURI", "0".repeat(43));
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
		browser.login("nagisa", "sato");
		assertThat(browser.cookies().get("__Host-MEGURI")).isNotEqualTo("0".repeat(43));
	}

	/**
	 * Another process in all but name: nothing is shared with the first but the database.
	 */
	private ConfigurableApplicationContext secondGateway() {
		var arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
		arguments.addAll(GatewayProcess.settings(this.environment));
		return new SpringApplicationBuilder(GatewayApplication.class).run(arguments.toArray(String[]::new));
	}

	private static Browser browserAt(ConfigurableApplicationContext gateway) {
		return new Browser(addressOf(gateway));
	}

	private static String addressOf(ConfigurableApplicationContext gateway) {
		return "http://localhost:" + ((WebServerApplicationContext) gateway).getWebServer().getPort();
	}

}
