package jp.meguri.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The provider ends sessions by a signed word of its own, and nobody else does.
 */
class BackChannelLogoutIT extends WholeGateway {

	@Test
	void anOrder_endsEveryBrowserOfTheSignIn_andNoOther() {
		var office = signedIn("nagisa", "sato");
		var counter = signedIn("nagisa", "sato");
		var other = signedIn("nagisa", "suzuki");
		var answer = order("nagisa", provider.sign("logout+jwt", provider.logoutClaims("nagisa", "sato").build()));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(problem(office.get("/api/me"))).isEqualTo("401 unauthenticated");
		assertThat(problem(counter.get("/api/me"))).isEqualTo("401 unauthenticated");
		assertThat(other.get("/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	void anOrderThatNamesOnlyThePerson_endsAllOfThePersonsSessions() {
		var browser = signedIn("nagisa", "sato");
		var other = signedIn("nagisa", "suzuki");
		var claims = provider.logoutClaims("nagisa", "sato").subject("sato").claim("sid", null).build();
		assertThat(order("nagisa", provider.sign("logout+jwt", claims)).statusCode()).isEqualTo(200);
		assertThat(problem(browser.get("/api/me"))).isEqualTo("401 unauthenticated");
		assertThat(other.get("/api/me").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("noOrders")
	void whatIsNoOrder_isRefused_andEndsNothing(String what, String city, String type, JWTClaimsSet claims) {
		var browser = signedIn("nagisa", "sato");
		assertThat(problem(order(city, provider.sign(type, claims)))).isEqualTo("400 malformed");
		assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
	}

	static Stream<Arguments> noOrders() {
		return Stream.of(arguments("at another city", "tsukimi", "logout+jwt", good().build()),
				arguments("at no city", "atlantis", "logout+jwt", good().build()),
				arguments("an access token", "nagisa", "at+jwt", good().build()),
				arguments("for another client", "nagisa", "logout+jwt", good().audience("other").build()),
				arguments("of another issuer", "nagisa", "logout+jwt", good().issuer("https://evil.example").build()),
				arguments("an ID token", "nagisa", "JWT", good().claim("nonce", "n").build()),
				arguments("without event", "nagisa", "logout+jwt", good().claim("events", null).build()),
				arguments("with another event", "nagisa", "logout+jwt",
						good().claim("events", Map.of("https://example.jp/other", Map.of())).build()),
				arguments("of nobody", "nagisa", "logout+jwt", good().claim("sid", null).subject(null).build()),
				arguments("expired", "nagisa", "logout+jwt",
						good().expirationTime(Date.from(Instant.now().minusSeconds(61))).build()));
	}

	@Test
	void withoutAToken_orWithGarbage_nothingHappens() {
		assertThat(problem(order("nagisa", ""))).isEqualTo("400 malformed");
		assertThat(problem(order("nagisa", "a.b.c"))).isEqualTo("400 malformed");
		assertThat(problem(order("nagisa", "x".repeat(9_000)))).isEqualTo("400 malformed");
		var browser = browser();
		assertThat(browser.get("/logout/provider/nagisa").statusCode()).isEqualTo(404);
		assertThat(problem(browser.post("/logout/provider/nagisa", "{}"))).isEqualTo("415 unsupported-media-type");
	}

	private static JWTClaimsSet.Builder good() {
		return provider.logoutClaims("nagisa", "sato");
	}

	private HttpResponse<String> order(String city, String token) {
		var browser = browser();
		return browser.send(browser.request("/logout/provider/" + city)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
	}

}
