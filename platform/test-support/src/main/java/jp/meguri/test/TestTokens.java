package jp.meguri.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The identity providers of the tests: they sign what they are asked to, and publish
 * their keys.
 */
public final class TestTokens {

	/** One issuer per city, and one for the operators. */
	public static final List<String> ISSUERS = List.of("nagisa", "tsukimi", "operations");

	public static final String AUDIENCE = "meguri-api";

	static final RSAKey KEY = newKey();

	private static final HttpServer SERVER = serve();

	private TestTokens() {
	}

	/** The issuer's address, e.g. for a city's record in the directory. */
	public static String issuer(String slug) {
		return "http://localhost:" + SERVER.getAddress().getPort() + "/" + slug;
	}

	/** An access token as the provider gives it. */
	public static String tokenFor(String issuerSlug, String subject) {
		return of(issuerSlug, subject).sign();
	}

	/** A token to bend: each change makes it one that must be refused. */
	public static TokenBuilder of(String issuerSlug, String subject) {
		return new TokenBuilder(issuer(issuerSlug), subject, new JOSEObjectType("at+jwt"));
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("test").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpServer serve() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", TestTokens::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		boolean keys = exchange.getRequestURI().getPath().endsWith("/oauth2/jwks");
		byte[] body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(keys ? 200 : 404, keys ? body.length : -1);
		if (keys) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

}
