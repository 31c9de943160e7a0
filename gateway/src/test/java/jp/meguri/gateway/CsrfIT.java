package jp.meguri.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsrfIT extends WholeGateway {

	private static final String SUBMISSION = "/api/goals/sheets/2026/" + CityFixture.CIVIC + "/submission";

	@Test
	void theFirstPostAfterLogin_works() {
		assertThat(signedIn("nagisa", "sato").post(SUBMISSION, "{}").statusCode()).isEqualTo(200);
		assertThat(service.last().target()).isEqualTo(SUBMISSION);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void withoutToken_nothingChanges(String method) {
		var browser = signedIn("nagisa", "sato");
		var answer = browser.send(browser.request(SUBMISSION).method(method, BodyPublishers.ofString("{}")));
		assertThat(problem(answer)).isEqualTo("403 csrf");
		assertThat(service.received()).isEmpty();
	}

	@Test
	void theTokenOfAnotherSession_doesNotFit() {
		var browser = signedIn("nagisa", "sato");
		browser.cookies().put("XSRF-TOKEN", signedIn("nagisa", "suzuki").cookies().get("XSRF-TOKEN"));
		assertThat(problem(browser.post(SUBMISSION, "{}"))).isEqualTo("403 csrf");
	}

	@Test
	void anInventedPairOfCookieAndHeader_doesNotFit() {
		var browser = signedIn("nagisa", "sato");
		browser.cookies().put("XSRF-TOKEN", "the same in both");
		assertThat(problem(browser.post(SUBMISSION, "{}"))).isEqualTo("403 csrf");
	}

	@ParameterizedTest
	@CsvSource({ "application/json,{}", "text/plain,_csrf=TOKEN", "application/x-www-form-urlencoded,_csrf=TOKEN" })
	void aTokenElsewhereThanInTheHeader_doesNotCount(String type, String body) {
		var browser = signedIn("nagisa", "sato");
		var token = browser.cookies().get("XSRF-TOKEN");
		var answer = browser.send(browser.request(SUBMISSION + "?_csrf=" + token)
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body.replace("TOKEN", token))));
		assertThat(problem(answer)).isEqualTo("403 csrf");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "http://localhost:1", "http://localhost.evil.example" })
	void aForeignOrigin_isRefused_evenWithTheToken(String origin) {
		var browser = signedIn("nagisa", "sato");
		var answer = browser.send(browser.withToken(browser.request(SUBMISSION))
			.header("Origin", origin)
			.POST(BodyPublishers.ofString("{}")));
		assertThat(problem(answer)).isEqualTo("403 csrf");
	}

	@Test
	void theOwnOrigin_isWelcome() {
		var browser = signedIn("nagisa", "sato");
		var answer = browser.send(browser.withToken(browser.request(SUBMISSION))
			.header("Origin", address())
			.POST(BodyPublishers.ofString("{}")));
		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Test
	void logout_needsTheTokenToo() {
		var browser = signedIn("nagisa", "sato");
		assertThat(problem(browser.send(browser.request("/logout").POST(BodyPublishers.noBody()))))
			.isEqualTo("403 csrf");
		assertThat(browser.send(browser.request("/logout").GET()).statusCode()).isEqualTo(404);
		assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	void scriptsWithAToken_needNoCsrfToken() {
		assertThat(script("nagisa", "sato", "POST", SUBMISSION).statusCode()).isEqualTo(200);
	}

	@Test
	void aCookieBesideABearerToken_isNotLookedAt() {
		var browser = signedIn("nagisa", "sato");
		var answer = browser.send(browser.request("/api/me")
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "suzuki"))
			.GET());
		assertThat(answer.body()).contains("鈴木 一郎");
	}

	@Test
	void foreignPages_areGrantedNothing() {
		var browser = browser();
		var preflight = browser.send(browser.request("/api/me")
			.header("Origin", "https://evil.example")
			.header("Access-Control-Request-Method", "GET")
			.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(preflight.statusCode()).isEqualTo(405);
		assertThat(preflight.headers().map().keySet()).noneMatch((name) -> name.toLowerCase().startsWith("access-"));
	}

}
