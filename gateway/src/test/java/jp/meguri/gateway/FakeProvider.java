package jp.meguri.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An identity provider that signs in whoever the test names: {@code &user=sato} at the
 * authorization address. It checks what a real one checks: client, redirect address,
 * code, PKCE.
 */
public final class FakeProvider implements AutoCloseable {

	public static final String CLIENT = "meguri-gateway";

	public static final String SECRET = "a secret of the gateway";

	private final HttpServer server;

	private final RSAKey key;

	private final Map<String, Login> codes = new ConcurrentHashMap<>();

	private final Map<String, Login> refreshTokens = new ConcurrentHashMap<>();

	private final AtomicInteger renewals = new AtomicInteger();

	private final AtomicInteger keyReads = new AtomicInteger();

	private final AtomicInteger refusals = new AtomicInteger();

	private volatile Duration lifetime = Duration.ofMinutes(5);

	private volatile Duration delay = Duration.ZERO;

	private volatile String audience = "meguri-api";

	private volatile boolean refusing;

	private volatile boolean replacing = true;

	private volatile boolean down;

	public FakeProvider() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("key-1").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
			var thread = new Thread(task, "fake-provider");
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public String issuer(String city) {
		return "http://localhost:" + this.server.getAddress().getPort() + "/" + city;
	}

	public RSAKey key() {
		return this.key;
	}

	/** The settings of the gateway that point here. */
	public Map<String, String> settings(List<String> cities) {
		Map<String, String> settings = new ConcurrentHashMap<>();
		for (int i = 0; i < cities.size(); i++) {
			var prefix = "meguri.identity.cities[" + i + "].";
			var issuer = issuer(cities.get(i));
			settings.put(prefix + "slug", cities.get(i));
			settings.put(prefix + "issuer", issuer);
			settings.put(prefix + "client-id", CLIENT);
			settings.put(prefix + "client-secret", SECRET);
			settings.put(prefix + "authorization-uri", issuer + "/oauth2/authorize");
			settings.put(prefix + "token-uri", issuer + "/oauth2/token");
			settings.put(prefix + "jwks-uri", issuer + "/oauth2/jwks");
			settings.put(prefix + "end-session-uri", issuer + "/connect/logout");
		}
		return settings;
	}

	/** How long access tokens live from now on. */
	public void lifetime(Duration lifetime) {
		this.lifetime = lifetime;
	}

	/** How long a renewal takes from now on. */
	public void delay(Duration delay) {
		this.delay = delay;
	}

	/** Whether sign-ins are no longer known. */
	public void refuse(boolean refusing) {
		this.refusing = refusing;
	}

	/** Whether a refresh token is good only once from now on; it is at the start. */
	public void replace(boolean replacing) {
		this.replacing = replacing;
	}

	/** For whom access tokens are from now on. */
	public void audience(String audience) {
		this.audience = audience;
	}

	/** Whether it closes connections instead of answering. */
	public void down(boolean down) {
		this.down = down;
	}

	/** As at the start, with nothing counted. */
	public void reset() {
		this.lifetime = Duration.ofMinutes(5);
		this.delay = Duration.ZERO;
		this.audience = "meguri-api";
		this.refusing = false;
		this.replacing = true;
		this.down = false;
		this.renewals.set(0);
	}

	public int renewals() {
		return this.renewals.get();
	}

	/** Calls while it was down. */
	public int refusals() {
		return this.refusals.get();
	}

	public int keyReads() {
		return this.keyReads.get();
	}

	/** An access token as the services want it. */
	public String accessToken(String city, String subject) {
		return sign("at+jwt", claims(city, subject).build());
	}

	/** The name of everybody's sign-in; there is one per person. */
	public static String signIn(String subject) {
		return "sign-in of " + subject;
	}

	/** Claims of a good order to end a sign-in, to spoil. */
	public JWTClaimsSet.Builder logoutClaims(String city, String subject) {
		return claims(city, "another name of " + subject).audience(CLIENT)
			.claim("sid", signIn(subject))
			.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
	}

	/** Claims of a good access token, to spoil. */
	public JWTClaimsSet.Builder claims(String city, String subject) {
		var now = Instant.now();
		return new JWTClaimsSet.Builder().issuer(issuer(city))
			.subject(subject)
			.audience(this.audience)
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.lifetime)));
	}

	public String sign(String type, JWTClaimsSet claims) {
		try {
			var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID())
				.type(new JOSEObjectType(type))
				.build();
			var token = new SignedJWT(header, claims);
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			var path = exchange.getRequestURI().getPath();
			if (this.down && !path.endsWith("/oauth2/authorize")) {
				this.refusals.incrementAndGet();
				return;
			}
			var city = path.split("/")[1];
			if (path.endsWith("/oauth2/authorize")) {
				authorize(exchange, city);
			}
			else if (path.endsWith("/oauth2/token")) {
				token(exchange, city);
			}
			else if (path.endsWith("/oauth2/jwks")) {
				this.keyReads.incrementAndGet();
				send(exchange, 200, new JWKSet(this.key.toPublicJWK()).toString());
			}
			else {
				send(exchange, 404, "{}");
			}
		}
	}

	private void authorize(HttpExchange exchange, String city) throws IOException {
		var query = UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
		if (!"S256".equals(query.getFirst("code_challenge_method")) || query.getFirst("user") == null) {
			send(exchange, 400, "{\"error\":\"invalid_request\"}");
			return;
		}
		var code = UUID.randomUUID().toString();
		this.codes.put(code, new Login(city, text(query, "user"), text(query, "nonce"), text(query, "code_challenge"),
				decoded(text(query, "redirect_uri"))));
		var back = UriComponentsBuilder.fromUriString(decoded(text(query, "redirect_uri")))
			.queryParam("code", code)
			.queryParam("state", text(query, "state"))
			.build(true)
			.toUriString();
		exchange.getResponseHeaders().add("Location", back);
		exchange.sendResponseHeaders(302, -1);
	}

	private void token(HttpExchange exchange, String city) throws IOException {
		var form = UriComponentsBuilder.fromUri(URI.create("http://form/?" + body(exchange))).build().getQueryParams();
		var basic = Base64.getEncoder()
			.encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
		if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			send(exchange, 401, "{\"error\":\"invalid_client\"}");
			return;
		}
		boolean renewal = "refresh_token".equals(form.getFirst("grant_type"));
		var login = renewal ? renewed(form) : redeemed(form);
		if (login == null || !login.city().equals(city)) {
			send(exchange, 400, "{\"error\":\"invalid_grant\"}");
			return;
		}
		send(exchange, 200, tokens(login));
	}

	private @Nullable Login renewed(MultiValueMap<String, String> form) {
		this.renewals.incrementAndGet();
		pause();
		var token = text(form, "refresh_token");
		if (this.refusing) {
			return null;
		}
		return this.replacing ? this.refreshTokens.remove(token) : this.refreshTokens.get(token);
	}

	private @Nullable Login redeemed(MultiValueMap<String, String> form) {
		var login = this.codes.remove(text(form, "code"));
		boolean good = login != null && login.challenge().equals(challenge(text(form, "code_verifier")))
				&& login.redirectUri().equals(decoded(text(form, "redirect_uri")));
		return good ? login : null;
	}

	private String tokens(Login login) {
		var refresh = UUID.randomUUID().toString();
		this.refreshTokens.put(refresh, login);
		var idToken = claims(login.city(), login.subject()).audience(CLIENT)
			.claim("nonce", login.nonce())
			.claim("sid", signIn(login.subject()))
			.build();
		return """
				{"token_type":"Bearer","scope":"openid profile","expires_in":%d,"access_token":"%s","refresh_token":"%s",
				"id_token":"%s"}"""
			.formatted(this.lifetime.toSeconds(), accessToken(login.city(), login.subject()), refresh,
					sign("JWT", idToken));
	}

	private void pause() {
		try {
			Thread.sleep(this.delay.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String challenge(String verifier) {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(MultiValueMap<String, String> values, String name) {
		var value = values.getFirst(name);
		return (value != null) ? value : "";
	}

	private static String decoded(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	private static String body(HttpExchange exchange) throws IOException {
		return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static void send(HttpExchange exchange, int status, String json) throws IOException {
		var bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private record Login(String city, String subject, String nonce, String challenge, String redirectUri) {
	}

}
