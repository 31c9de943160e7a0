package jp.meguri.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UiIT extends WholeGateway {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sheets", "/sheets/2026/0192f0c1-7a3e-7000-8000-000000000101",
			"/results/2026/x?round=YEAR_END", "/plan-sheets", "/plan-sheets/2026/x", "/submissions", "/publication",
			"/plans", "/import", "/forms", "/setup", "/notices", "/search?q=x" })
	void everyPage_isTheOnePage_askedForAnewEachTime(String path) {
		var answer = browser().get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("<title>Meguri</title>");
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void assets_areKeptForEver() {
		var answer = browser().get("/assets/index-abc123.js");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("javascript");
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
	}

	@Test
	void absentFiles_areNotFound_andNotKept() {
		for (String path : new String[] { "/assets/index-gone.js", "/gone.svg", "/index.html", "/application.yml",
				"/assets/index.html", "/messages/gateway.properties" }) {
			var answer = browser().get(path);
			assertThat(problem(answer)).as(path).isEqualTo("404 not-found");
			assertThat(answer.headers().firstValue("Cache-Control").orElse("")).as(path).doesNotContain("immutable");
		}
	}

	@Test
	void filesOfFixedName_areServed() {
		assertThat(browser().get("/favicon.svg").headers().firstValue("Content-Type")).contains("image/svg+xml");
	}

	@Test
	void aPersonAtAnUnknownAddress_getsAPage() {
		var browser = browser();
		var answer = browser.send(browser.request("/nowhere").header("Accept", "text/html").GET());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("<h1>見つかりません</h1>");
		var english = browser
			.send(browser.request("/nowhere").header("Accept", "text/html").header("Accept-Language", "en").GET());
		assertThat(english.body()).contains("<h1>Not found</h1>");
	}

	@Test
	void problems_speakTheLanguageAskedFor_andCarryBoth() {
		var browser = browser();
		var answer = browser.send(browser.request("/api/me").header("Accept-Language", "en-GB,ja;q=0.5").GET());
		assertThat(answer.body()).contains("\"title\":\"Please sign in\"", "\"ja\":{", "サインインが必要です",
				"\"instance\":\"/api/me\"");
	}

	@Test
	void documents_areForSignedInPeople() {
		assertThat(browser().get("/api/docs").statusCode()).isEqualTo(401);
		assertThat(script("nagisa", "sato", "/api/docs").body()).contains("/api/docs/goals.json");
		assertThat(script("nagisa", "sato", "/api/docs/goals.json").body()).contains("openapi");
		assertThat(script("nagisa", "sato", "/api/docs/passwords.json").statusCode()).isEqualTo(404);
	}

}
