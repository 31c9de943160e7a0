package jp.meguri.gateway;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTParser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import jp.meguri.test.EmbeddedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static jp.meguri.gateway.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LoginIT extends WholeGateway {

	@Test
	void login_leadsThroughTheProvider_toTheFirstPage() {
		var browser = browser();
		var start = browser.get("/login/nagisa");
		assertThat(start.statusCode()).isEqualTo(302);
		assertThat(location(start)).startsWith(provider.issuer("nagisa") + "/oauth2/authorize?")
			.contains("code_challenge_method=S256", "nonce=", "state=", "client_id=meguri-gateway");
		var back = browser.follow(location(start) + "&user=sato");
		var end = browser.follow(location(back));
		assertThat(end.statusCode()).isEqualTo(302);
		assertThat(location(end)).isEqualTo("/");
		var me = browser.get("/api/me");
		assertThat(me.statusCode()).isEqualTo(200);
		assertThat(me.body()).contains("\"name\":\"佐藤 花\"", "\"slug\":\"nagisa\"", "\"unitName\":\"くらし協働部\"",
				"\"unitCode\":\"civic\"", "\"role\":\"STAFF\"", "\"today\":\"20", "X-XSRF-TOKEN");
	}

	@Test
	void login_leadsWhereThePersonWanted_butNowhereElse() {
		assertThat(targetOf("/login/nagisa?to=/sheets/2026/" + CityFixture.CIVIC)).startsWith("/sheets/2026/");
		assertThat(targetOf("/login/nagisa?to=https://evil.example")).isEqualTo("/");
		assertThat(targetOf("/login/nagisa?to=//evil.example")).isEqualTo("/");
	}

	@Test
	void cookies_areOutOfReachForScriptsAndOtherHosts() {
		var browser = browser();
		var end = browser.login("nagisa", "sato");
		assertThat(cookie(end, "__Host-MEGURI")).contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/")
			.doesNotContain("Domain");
		assertThat(cookie(end, "XSRF-TOKEN")).contains("Secure", "SameSite=Lax").doesNotContain("HttpOnly");
		assertThat(cookie(end, "__Host-MEGURI-LOGIN")).contains("Max-Age=0");
	}

	@Test
	void tokens_neverReachTheBrowser() {
		var browser = browser();
		var end = browser.login("nagisa", "sato");
		assertThat(end.headers().map().toString() + end.body() + browser.get("/api/me").body()).doesNotContain("eyJ");
	}

	@Test
	void rows_holdNeitherTheSessionIdNorATokenInClear() throws SQLException {
		var browser = signedIn("nagisa", "sato");
		browser.get("/api/goals/sheets");
		var token = service.last().token();
		var id = browser.cookies().get("__Host-MEGURI");
		assertThat(token).startsWith("eyJ");
		assertThat(rows("select web_session::text from web_session")).isNotEmpty().noneMatch((row) -> row.contains(id));
		assertThat(rows("select encode(access_token, 'escape') from session_token")).isNotEmpty()
			.noneMatch((row) -> row.contains("eyJ") || row.contains(token));
	}

	@Test
	void loggingInAgain_changesTheIdOfTheSession() {
		var browser = signedIn("nagisa", "sato");
		var first = browser.cookies().get("__Host-MEGURI");
		browser.login("nagisa", "suzuki");
		var second = browser.cookies().get("__Host-MEGURI");
		assertThat(second).isNotEqualTo(first);
		assertThat(browser.get("/api/me").body()).contains("鈴木 一郎");
		browser.get("/api/goals/sheets");
		assertThat(service.last().token()).isNotEmpty();
		browser.cookies().put("__Host-MEGURI", first);
		assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	void ordinaryRequests_changeNoId() {
		var browser = signedIn("nagisa", "sato");
		var id = browser.cookies().get("__Host-MEGURI");
		browser.get("/api/me");
		var answer = browser.post("/api/goals/sheets/2026/" + CityFixture.CIVIC + "/submission", "{}");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(browser.cookies()).containsEntry("__Host-MEGURI", id);
	}

	@Test
	void logout_endsTheSession_alsoForWhoKeptTheCookie() {
		var browser = signedIn("nagisa", "sato");
		var id = browser.cookies().get("__Host-MEGURI");
		assertThat(browser.post("/logout", "").statusCode()).isEqualTo(200);
		browser.cookies().put("__Host-MEGURI", id);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
	}

	@Test
	void logout_leadsToTheEndOfTheSignInAtTheProvider_andBack() throws ParseException {
		var browser = signedIn("nagisa", "sato");
		var answer = browser.post("/logout", "");
		var end = UriComponentsBuilder.fromUriString(JsonPath.read(answer.body(), "$.to")).build();
		assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(end.toUriString()).startsWith(provider.issuer("nagisa") + "/connect/logout?");
		assertThat(end.getQueryParams().getFirst("client_id")).isEqualTo("meguri-gateway");
		assertThat(UriUtils.decode(end.getQueryParams().getFirst("post_logout_redirect_uri"), StandardCharsets.UTF_8))
			.isEqualTo(address() + "/");
		var hint = JWTParser.parse(end.getQueryParams().getFirst("id_token_hint")).getJWTClaimsSet();
		assertThat(hint.getAudience()).containsExactly("meguri-gateway");
		assertThat(hint.getSubject()).isEqualTo("sato");
		assertThat(JsonPath.<Boolean>read(answer.body(), "$.complete")).isTrue();
	}

	@Test
	void logout_tellsThatTheSignInAtTheProviderGoesOn_whenItIsDown() {
		var browser = signedIn("nagisa", "sato");
		var id = browser.cookies().get("__Host-MEGURI");
		provider.down(true);
		await().until(() -> browser().get("/login/nagisa").statusCode() == 503);
		assertThat(browser.post("/logout", "").body()).isEqualTo("{\"to\":\"/\",\"complete\":false}");
		browser.cookies().put("__Host-MEGURI", id);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
	}

	@Test
	void logout_withoutSession_leadsToTheFirstPage() {
		assertThat(browser().post("/logout", "").body()).isEqualTo("{\"to\":\"/\",\"complete\":true}");
	}

	@Test
	void aCallbackWithoutItsBeginning_isRefused() {
		var victim = browser();
		var attacker = browser();
		var start = attacker.get("/login/nagisa");
		var back = attacker.follow(location(start) + "&user=sato");
		assertThat(problem(victim.follow(location(back)))).isEqualTo("400 sign-in-failed");
		assertThat(victim.cookies()).doesNotContainKey("__Host-MEGURI");
	}

	@Test
	void aCallbackOfAnotherLogin_isRefused() {
		var browser = browser();
		var other = browser();
		var back = other.follow(location(other.get("/login/nagisa")) + "&user=sato");
		browser.get("/login/nagisa");
		assertThat(problem(browser.follow(location(back)))).isEqualTo("400 sign-in-failed");
	}

	@Test
	void aForgedPendingLogin_isRefused() {
		var browser = browser();
		var back = browser.follow(location(browser.get("/login/nagisa")) + "&user=sato");
		browser.cookies().computeIfPresent("__Host-MEGURI-LOGIN", (name, value) -> "AAAA" + value.substring(4));
		assertThat(problem(browser.follow(location(back)))).isEqualTo("400 sign-in-failed");
	}

	@Test
	void aCodeOfAnotherCity_isRefused() {
		var browser = browser();
		var back = browser.follow(location(browser.get("/login/nagisa")) + "&user=sato");
		var elsewhere = location(back).replace("/code/nagisa", "/code/tsukimi");
		assertThat(problem(browser.follow(elsewhere))).isEqualTo("400 sign-in-failed");
	}

	@Test
	void anAccessTokenForAnotherApi_doesNotBeginASession() {
		provider.audience("something else");
		var browser = browser();
		assertThat(problem(browser.login("nagisa", "sato"))).isEqualTo("400 sign-in-failed");
		assertThat(browser.cookies()).doesNotContainKey("__Host-MEGURI");
	}

	@Test
	void aProviderThatIsDown_isToldAsSuch() {
		var browser = browser();
		var back = browser.follow(location(browser.get("/login/nagisa")) + "&user=sato");
		provider.down(true);
		assertThat(problem(browser.follow(location(back)))).isEqualTo("503 sign-in-unavailable");
		await().until(() -> browser.get("/login/nagisa").statusCode() == 503);
		assertThat(problem(browser.get("/login/nagisa"))).isEqualTo("503 sign-in-unavailable");
		provider.down(false);
		assertThat(browser.get("/login/nagisa").statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "ja,サインインの仕組みに接続できません", "en,Sign-in is not available" })
	void aPersonWhoMeetsAProviderThatIsDown_isToldOnAPage(String language, String sentence) {
		provider.down(true);
		var browser = browser();
		await().until(() -> browser.get("/login/nagisa").statusCode() == 503);
		var page = browser.send(browser.request("/login/nagisa?to=/sheets/2026")
			.header("Accept", "text/html,application/xhtml+xml")
			.header("Accept-Language", language)
			.GET());
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.headers().firstValue("Retry-After")).isPresent();
		assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(page.body()).contains("<html lang=\"" + language + "\">", sentence,
				"href=\"/login/nagisa?to=/sheets/2026\"");
	}

	@Test
	void anUnknownCity_isAnUnknownAddress() {
		assertThat(problem(browser().get("/login/atlantis"))).isEqualTo("404 not-found");
	}

	@Test
	void withoutSession_theApiAnswers401_andNeverRedirects() {
		var answer = browser().get("/api/goals/sheets");
		assertThat(problem(answer)).isEqualTo("401 unauthenticated");
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.headers().firstValue("Location")).isEmpty();
		assertThat(problem(browser().post("/api/goals/imports", "{}"))).isEqualTo("401 unauthenticated");
	}

	@Test
	void aPersonWithoutAssignment_isToldSo() {
		assertThat(problem(signedIn("nagisa", "nobody").get("/api/me"))).isEqualTo("403 no-assignment");
		assertThat(problem(signedIn("nagisa", "unknown").get("/api/me"))).isEqualTo("403 no-assignment");
	}

	private String targetOf(String login) {
		var browser = browser();
		var back = browser.follow(location(browser.get(login)) + "&user=sato");
		return location(browser.follow(location(back)));
	}

	private static String cookie(HttpResponse<String> response, String name) {
		return response.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((line) -> line.startsWith(name + "="))
			.findFirst()
			.orElseThrow()
			.replace("HTTPOnly", "HttpOnly");
	}

	private static List<String> rows(String sql) throws SQLException {
		try (var connection = EmbeddedPlatform.get().superuser("gateway").getConnection();
				var result = connection.createStatement().executeQuery(sql)) {
			var rows = new ArrayList<String>();
			while (result.next()) {
				rows.add(result.getString(1));
			}
			return rows;
		}
	}

}
