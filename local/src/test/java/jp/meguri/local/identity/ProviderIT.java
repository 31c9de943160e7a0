package jp.meguri.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.meguri.local.mail.MailFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderIT {

	private static final Provider.Secrets SECRETS = new Provider.Secrets("client-secret", "script-secret");

	private static final String HOME = "http://localhost:8080/";

	@TempDir
	static Path home;

	static Provider provider;

	@BeforeAll
	static void start() {
		provider = Provider.start(0, home, SECRETS, List.of(URI.create("http://localhost:8080")),
				new MailFolder(home.resolve("mail"), Clock.systemUTC()));
	}

	@AfterAll
	static void stop() {
		provider.close();
	}

	@ParameterizedTest
	@CsvSource({ "nagisa,sato", "nagisa,ito", "tsukimi,hayashi", "operations,ops" })
	void signIn_givesTokensOfTheCity(String city, String login) throws Exception {
		var browser = new Browser(provider.port());

		var tokens = browser.exchange(city, browser.codeFor(city, login));

		var access = verified(city, (String) tokens.get("access_token"));
		assertThat(access.getHeader().getType().getType()).isEqualTo("at+jwt");
		assertThat(access.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
		assertThat(access.getJWTClaimsSet().getIssuer()).isEqualTo(issuer(city));
		assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo(login);
		assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("meguri-api");
		var id = verified(city, (String) tokens.get("id_token"));
		assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("meguri-gateway");
		assertThat(id.getJWTClaimsSet().getStringClaim("name")).isNotBlank();
	}

	@Test
	void refreshToken_givesANewAccessToken() throws Exception {
		var browser = new Browser(provider.port());
		var tokens = browser.exchange("nagisa", browser.codeFor("nagisa", "sato"));

		var renewed = browser.refresh("nagisa", (String) tokens.get("refresh_token"));

		assertThat(verified("nagisa", (String) renewed.get("access_token")).getJWTClaimsSet().getSubject())
			.isEqualTo("sato");
	}

	@Test
	void authorization_isRefused_withoutProofKey() throws Exception {
		var answer = new Browser(provider.port()).authorize("nagisa", Map.of());

		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(location(answer)).contains("error=invalid_request").contains("code_challenge");
	}

	@Test
	void authorization_isRefused_forAnotherAddressThanTheGateways() throws Exception {
		var answer = new Browser(provider.port()).authorize("nagisa",
				Map.of("redirect_uri", "http://localhost:8080/login/oauth2/code/tsukimi"));

		assertThat(answer.statusCode()).isEqualTo(400);
	}

	@Test
	void code_isRefused_withAnotherProofKey() throws Exception {
		var browser = new Browser(provider.port());
		var code = browser.codeFor("nagisa", "sato");

		assertThat(browser
			.token("nagisa", Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
					Browser.redirect("nagisa"), "code_verifier", "x".repeat(50)))
			.statusCode()).isEqualTo(400);
	}

	@Test
	void code_isRefused_atAnotherCity() throws Exception {
		var browser = new Browser(provider.port());
		var code = browser.codeFor("nagisa", "sato");

		assertThat(browser.tryExchange("tsukimi", code).statusCode()).isEqualTo(400);
	}

	@Test
	void signIn_doesNotReachToAnotherCity() throws Exception {
		var browser = new Browser(provider.port());
		browser.codeFor("nagisa", "sato");

		var answer = browser.authorizeWithProof("tsukimi");

		assertThat(location(answer)).endsWith("/tsukimi/login");
	}

	@Test
	void signOut_endsTheSignInAtThisCity_andLeadsBack() throws Exception {
		var browser = new Browser(provider.port());
		var tokens = browser.exchange("nagisa", browser.codeFor("nagisa", "sato"));
		var renewed = browser.refresh("nagisa", (String) tokens.get("refresh_token"));
		browser.codeFor("tsukimi", "mori");

		var answer = browser.signOut("nagisa", (String) renewed.get("id_token"), HOME);

		assertThat(location(answer)).isEqualTo(HOME);
		assertThat(location(browser.authorizeWithProof("nagisa"))).endsWith("/nagisa/login");
		assertThat(location(browser.authorizeWithProof("tsukimi"))).contains("code=");
	}

	@Test
	void signOut_isRefused_forAnotherAddressToComeBackTo() throws Exception {
		var browser = new Browser(provider.port());
		var tokens = browser.exchange("nagisa", browser.codeFor("nagisa", "sato"));

		var answer = browser.signOut("nagisa", (String) tokens.get("id_token"), "http://evil.example/");

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(location(browser.authorizeWithProof("nagisa"))).contains("code=");
	}

	@Test
	void signOut_endsNobodysSignIn_withATokenOfAnother() throws Exception {
		var other = new Browser(provider.port());
		var token = (String) other.exchange("nagisa", other.codeFor("nagisa", "suzuki")).get("id_token");
		var browser = new Browser(provider.port());
		browser.codeFor("nagisa", "sato");

		assertThat(browser.signOut("nagisa", token, HOME).statusCode()).isEqualTo(400);
		assertThat(location(browser.authorizeWithProof("nagisa"))).contains("code=");
	}

	@Test
	void signOut_withAForgottenToken_leadsBack_whereNobodyIsSignedIn() throws Exception {
		var browser = new Browser(provider.port());

		assertThat(location(browser.signOut("nagisa", "forgotten", HOME))).isEqualTo(HOME);
		assertThat(browser.signOut("nagisa", "forgotten", "http://evil.example/").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "nagisa,sato,wrong", "nagisa,mori,meguri", "nagisa,nobody,meguri" })
	void signIn_isRefused(String city, String login, String password) throws Exception {
		var browser = new Browser(provider.port());
		browser.authorizeWithProof(city);

		assertThat(location(browser.signIn(city, login, password))).endsWith("/" + city + "/login?error");
	}

	@Test
	void keys_differFromCityToCity() throws Exception {
		assertThat(keys("nagisa").getKeys()).hasSize(1);
		assertThat(keys("nagisa").getKeys().get(0).getKeyID())
			.isNotEqualTo(keys("tsukimi").getKeys().get(0).getKeyID());
	}

	@Test
	void metadata_namesTheIssuer() throws Exception {
		var answer = new Browser(provider.port()).get("/nagisa/.well-known/openid-configuration");

		assertThat(answer.body()).contains("\"issuer\":\"" + issuer("nagisa") + "\"")
			.contains("\"jwks_uri\":\"" + issuer("nagisa") + "/oauth2/jwks\"");
	}

	@ParameterizedTest
	@CsvSource({ "/elsewhere/oauth2/jwks,404", "/elsewhere/login,404" })
	void otherIssuers_doNotExist(String path, int status) throws Exception {
		assertThat(new Browser(provider.port()).get(path).statusCode()).isEqualTo(status);
	}

	@Test
	void otherHostNames_areRefused() throws Exception {
		var answer = new Browser(provider.port(), "127.0.0.1").get("/nagisa/oauth2/jwks");

		assertThat(answer.statusCode()).isEqualTo(400);
	}

	@Test
	void scriptToken_isAnAccessTokenOfThePersonsCity() throws Exception {
		var token = verified("tsukimi", new Browser(provider.port()).scriptToken("mori", SECRETS.script()).body());

		assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("meguri-api");
		assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(issuer("tsukimi"));
	}

	@ParameterizedTest
	@CsvSource({ "mori,wrong,403", "nobody,script-secret,404" })
	void scriptToken_isRefused(String user, String secret, int status) throws Exception {
		assertThat(new Browser(provider.port()).scriptToken(user, secret).statusCode()).isEqualTo(status);
	}

	private static SignedJWT verified(String city, String token)
			throws ParseException, JOSEException, IOException, InterruptedException {
		var jwt = SignedJWT.parse(token);
		var key = keys(city).getKeyByKeyId(jwt.getHeader().getKeyID());
		assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
		return jwt;
	}

	private static JWKSet keys(String city) throws IOException, InterruptedException, ParseException {
		return JWKSet.parse(new Browser(provider.port()).get("/" + city + "/oauth2/jwks").body());
	}

	private static String issuer(String city) {
		return "http://localhost:" + provider.port() + "/" + city;
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

}
