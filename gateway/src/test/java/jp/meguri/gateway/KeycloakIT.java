package jp.meguri.gateway;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import jp.meguri.embedded.FreePorts;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;

import static jp.meguri.gateway.Browser.location;
import static jp.meguri.gateway.GatewayDatabase.count;
import static jp.meguri.gateway.GatewayDatabase.execute;
import static jp.meguri.gateway.WholeGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The gateway and a real service with the provider that cities really run. The outage
 * comes last.
 */
@EnabledIfSystemProperty(named = "meguri.keycloak.home", matches = ".+",
		disabledReason = "Fetches and starts Keycloak: mvn -pl gateway verify -Dmeguri.keycloak=true")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ExtendWith(PlatformExtension.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

	private static final String UNITS = "/api/catalog/units";

	private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

	private static final List<String> CITIES = List.of("nagisa", "tsukimi", "operations");

	private static final int PORT = FreePorts.next();

	private static final String ADDRESS = "http://localhost:" + PORT;

	private static Keycloak keycloak;

	private static CatalogProcess catalog;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws IOException {
		EmbeddedPlatform.get();
		keycloak = Keycloak.start(Path.of(System.getProperty("meguri.keycloak.home")), Path.of("../local/keycloak"),
				URI.create(ADDRESS));
		keycloak.awaitReady();
		catalog = CatalogProcess.start(keycloak);
		for (int i = 0; i < CITIES.size(); i++) {
			var city = CITIES.get(i);
			var prefix = "meguri.identity.cities[" + i + "].";
			var protocol = keycloak.issuer(city) + "/protocol/openid-connect";
			registry.add(prefix + "slug", () -> city);
			registry.add(prefix + "issuer", () -> keycloak.issuer(city));
			registry.add(prefix + "client-id", () -> "meguri-gateway");
			registry.add(prefix + "client-secret", () -> Keycloak.SECRET);
			registry.add(prefix + "authorization-uri", () -> protocol + "/auth");
			registry.add(prefix + "token-uri", () -> protocol + "/token");
			registry.add(prefix + "jwks-uri", () -> protocol + "/certs");
			registry.add(prefix + "end-session-uri", () -> protocol + "/logout");
		}
		for (String name : List.of("catalog", "goals", "evaluation", "notification")) {
			registry.add("meguri.services." + name, catalog::address);
		}
		registry.add("server.port", () -> PORT);
		registry.add("meguri.gateway.public-url", () -> ADDRESS);
		registry.add("meguri.session.key", () -> WholeGateway.KEY);
	}

	@AfterAll
	static void stop() {
		keycloak.close();
		catalog.close();
	}

	@Test
	@Order(1)
	void whoSignsInAtKeycloak_isKnownToGatewayAndService() {
		await().atMost(Duration.ofMinutes(3))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(signIn(new Browser(ADDRESS), "sato").get("/api/me").statusCode())
				.as("what is cold is slow, and the catalog has to tell who there is")
				.isEqualTo(200));
		var browser = new Browser(ADDRESS);
		assertThat(form(browser).body()).as("Keycloak's page").contains("<html", "lang=\"ja\"");

		signIn(browser, "sato");

		assertThat(browser.get("/api/me").body()).contains("佐藤 花", "\"slug\":\"nagisa\"");
		assertThat(browser.get(UNITS).statusCode()).isEqualTo(200);
		assertThat(browser.get(UNITS).body()).contains("くらし協働部");
	}

	@Test
	@Order(2)
	void aWrongPassword_beginsNoSession() {
		var browser = new Browser(ADDRESS);
		assertThat(answer(browser, form(browser), "sato", "wrong").statusCode()).isEqualTo(200);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
	}

	@Test
	@Order(3)
	void aTokenThatEnds_isRenewedUnseen_howeverManyCallsThereAre() throws Exception {
		var browser = signIn(new Browser(ADDRESS), "suzuki");
		var id = browser.cookies().get("__Host-MEGURI");
		for (int round = 0; round < 3; round++) {
			execute("update session_token set expires_at = now() + interval '5 seconds'");
			assertThat(Browser.atOnce(List.of(browser), UNITS, 20)).extracting(HttpResponse::statusCode)
				.containsOnly(200);
			assertThat(count("select count(*) from session_token where expires_at > now() + interval '10 minutes'"))
				.isEqualTo(1);
		}
		assertThat(browser.cookies()).containsEntry("__Host-MEGURI", id);
	}

	@Test
	@Order(4)
	void exchangedKeys_areLearnedWithoutARestart() throws Exception {
		var before = signIn(new Browser(ADDRESS), "sato");
		assertThat(before.get(UNITS).statusCode()).isEqualTo(200);

		keycloak.addKey("nagisa");
		var after = signIn(new Browser(ADDRESS), "yamada");
		assertThat(after.get(UNITS).statusCode()).as("a token of the new key").isEqualTo(200);
		assertThat(before.get(UNITS).statusCode()).as("a token of the old key, still published").isEqualTo(200);

		keycloak.disableFirstKey("nagisa");
		assertThat(after.get(UNITS).statusCode()).isEqualTo(200);
		execute("update session_token set expires_at = now() - interval '1 second'");
		assertThat(before.get(UNITS).statusCode()).as("renewed with the new key").isEqualTo(200);
		assertThat(signIn(new Browser(ADDRESS), "ito").get(UNITS).statusCode()).isEqualTo(200);
	}

	@Test
	@Order(5)
	void signingOut_endsTheSessionHereAndAtKeycloak() throws ParseException {
		var browser = signIn(new Browser(ADDRESS), "sato");
		var session = browser.cookies().get("__Host-MEGURI");
		assertThat(location(atKeycloak(browser))).as("signed in there").startsWith(ADDRESS + "/login/oauth2/code/");

		var answer = browser.post("/logout", "");
		String end = JsonPath.read(answer.body(), "$.to");
		assertThat(end).startsWith(keycloak.issuer("nagisa") + "/protocol/openid-connect/logout?id_token_hint=");
		var back = browser.follow(end);

		assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
		assertThat(location(back)).isEqualTo(ADDRESS + "/");
		assertThat(FORM.matcher(atKeycloak(browser).body()).find()).as("asked for the password").isTrue();
		browser.cookies().put("__Host-MEGURI", session);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
		assertThat(JWTParser.parse(end.replaceFirst(".*id_token_hint=([^&]+).*", "$1")).getJWTClaimsSet().getAudience())
			.containsExactly("meguri-gateway");
	}

	@Test
	@Order(6)
	void whatAnAdministratorEndsAtKeycloak_endsHere() throws SQLException {
		var office = signIn(new Browser(ADDRESS), "tanaka");
		var counter = signIn(new Browser(ADDRESS), "tanaka");
		var other = signIn(new Browser(ADDRESS), "suzuki");
		keycloak.logOut("nagisa", "tanaka");
		// Of several sign-ins ended by one command Keycloak 26.4 names only one (#27359).
		await().until(() -> office.get(UNITS).statusCode() == 401 || counter.get(UNITS).statusCode() == 401);
		execute("update session_token set renew_at = now() - interval '1 second'");
		await().until(() -> office.get(UNITS).statusCode() == 401 && counter.get(UNITS).statusCode() == 401);
		assertThat(other.get("/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	@Order(7)
	void whileKeycloakIsDown_signedInPeopleGoOn_andAfterwardsToo() throws Exception {
		var browser = signIn(new Browser(ADDRESS), "sato");
		assertThat(browser.get(UNITS).statusCode()).isEqualTo(200);
		keycloak.stop();

		execute("update session_token set renew_at = now() - interval '1 second'");
		for (int i = 0; i < 20; i++) {
			assertThat(browser.get(UNITS).statusCode()).as("a token that is due").isEqualTo(200);
		}
		var page = new Browser(ADDRESS);
		await().until(() -> page.get("/login/nagisa").statusCode() == 503);
		var told = page.send(page.request("/login/nagisa").header("Accept", "text/html").GET());
		assertThat(told.body()).contains("サインインの仕組みに接続できません", "もう一度");
		execute("update session_token set expires_at = now() - interval '1 second'");
		var ended = browser.get(UNITS);
		assertThat(problem(ended)).isEqualTo("503 sign-in-unavailable");
		assertThat(ended.headers().firstValue("Retry-After")).isPresent();

		keycloak.startAgain();
		keycloak.awaitReady();
		await().atMost(Duration.ofSeconds(60)).until(() -> browser.get(UNITS).statusCode() == 200);
	}

	/**
	 * From the gateway to Keycloak's page; a redirect back for who is signed in there.
	 */
	private static HttpResponse<String> atKeycloak(Browser browser) {
		return browser.follow(location(browser.get("/login/nagisa")));
	}

	private static HttpResponse<String> form(Browser browser) {
		var page = atKeycloak(browser);
		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		return page;
	}

	private static HttpResponse<String> answer(Browser browser, HttpResponse<String> page, String user,
			String password) {
		var action = FORM.matcher(page.body());
		assertThat(action.find()).as(page.body()).isTrue();
		return browser.send(HttpRequest.newBuilder(URI.create(HtmlUtils.htmlUnescape(action.group(1))))
			.timeout(Duration.ofSeconds(60))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("username=" + user + "&password="
					+ URLEncoder.encode(password, StandardCharsets.UTF_8) + "&credentialId=")));
	}

	private static Browser signIn(Browser browser, String user) {
		var back = answer(browser, form(browser), user, "meguri");
		var end = browser.follow(location(back));
		assertThat(end.statusCode()).as(end.body()).isEqualTo(302);
		return browser;
	}

}
