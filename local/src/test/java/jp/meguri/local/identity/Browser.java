package jp.meguri.local.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person's browser and the gateway do at the provider.
 */
final class Browser {

	private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-accepted-0123456789";

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String base;

	Browser(int port) {
		this(port, "localhost");
	}

	Browser(int port, String host) {
		this.base = "http://" + host + ":" + port;
	}

	static String redirect(String city) {
		return "http://localhost:8080/login/oauth2/code/" + city;
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.base + path)).header("Accept", "text/html,*/*;q=0.8"));
	}

	HttpResponse<String> authorize(String city, Map<String, String> more) throws IOException, InterruptedException {
		var values = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", "meguri-gateway", "scope",
				"openid profile", "state", "s", "nonce", "n", "redirect_uri", redirect(city)));
		values.putAll(more);
		return get("/" + city + "/oauth2/authorize?" + form(values));
	}

	HttpResponse<String> authorizeWithProof(String city) throws IOException, InterruptedException {
		return authorize(city, Map.of("code_challenge", challenge(), "code_challenge_method", "S256"));
	}

	HttpResponse<String> signIn(String city, String login, String password) throws IOException, InterruptedException {
		var csrf = CSRF.matcher(get("/" + city + "/login").body());
		if (!csrf.find()) {
			throw new IllegalStateException("No form");
		}
		return post("/" + city + "/login", Map.of("username", login, "password", password, "_csrf", csrf.group(1)), "");
	}

	/** To the end of the sign-in, as the gateway's page sends a browser there. */
	HttpResponse<String> signOut(String city, String idToken, String back) throws IOException, InterruptedException {
		return get("/" + city + "/connect/logout?" + form(
				Map.of("id_token_hint", idToken, "client_id", "meguri-gateway", "post_logout_redirect_uri", back)));
	}

	/** The whole way from the gateway's redirect to the code. */
	String codeFor(String city, String login) throws IOException, InterruptedException {
		authorizeWithProof(city);
		var back = signIn(city, login, "meguri").headers().firstValue("Location").orElseThrow();
		var answer = get(back.substring(this.base.length()));
		var location = answer.headers().firstValue("Location").orElseThrow();
		return location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
	}

	HttpResponse<String> tryExchange(String city, String code) throws IOException, InterruptedException {
		return token(city, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect("nagisa"),
				"code_verifier", VERIFIER));
	}

	Map<String, Object> exchange(String city, String code) throws IOException, InterruptedException, ParseException {
		return JSONObjectUtils.parse(token(city, Map.of("grant_type", "authorization_code", "code", code,
				"redirect_uri", redirect(city), "code_verifier", VERIFIER))
			.body());
	}

	Map<String, Object> refresh(String city, String token) throws IOException, InterruptedException, ParseException {
		return JSONObjectUtils.parse(token(city, Map.of("grant_type", "refresh_token", "refresh_token", token)).body());
	}

	HttpResponse<String> token(String city, Map<String, String> values) throws IOException, InterruptedException {
		var basic = Base64.getEncoder().encodeToString("meguri-gateway:client-secret".getBytes(StandardCharsets.UTF_8));
		return post("/" + city + "/oauth2/token", values, "Basic " + basic);
	}

	HttpResponse<String> scriptToken(String user, String secret) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.base + "/script-token?user=" + user))
			.header(ScriptTokens.SECRET, secret)
			.POST(HttpRequest.BodyPublishers.noBody()));
	}

	private HttpResponse<String> post(String path, Map<String, String> values, String authorization)
			throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form(values)));
		return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String form(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String challenge() {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
