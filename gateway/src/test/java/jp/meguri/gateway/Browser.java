package jp.meguri.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a browser does as far as the gateway sees it: keeps cookies, follows nobody by
 * itself, copies the anti-forgery cookie into the header.
 */
public final class Browser {

	static {
		// The client gives idle connections up before the gateway does: it does not
		// always
		// notice that a connection it is about to use has just been closed.
		System.setProperty("jdk.httpclient.keepalive.timeout", "1");
	}

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	private String address;

	public Browser(String address) {
		this.address = address;
	}

	/** The gateway has moved to another port; host and cookies are the same. */
	public void moveTo(String newAddress) {
		this.address = newAddress;
	}

	/** From {@code /login/city} through the provider and back; the last answer. */
	public HttpResponse<String> login(String city, String user) {
		var start = get("/login/" + city);
		var back = follow(location(start) + "&user=" + user);
		return follow(location(back));
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	public HttpResponse<String> post(String path, String json) {
		return send(withToken(request(path)).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json)));
	}

	/** A request with this browser's cookies, and no anti-forgery header. */
	public HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path)).timeout(Duration.ofSeconds(30));
	}

	public HttpRequest.Builder withToken(HttpRequest.Builder request) {
		var token = this.cookies.get("XSRF-TOKEN");
		return (token != null) ? request.header("X-XSRF-TOKEN", token) : request;
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			var response = HTTP.send(withCookies(request).build(), BodyHandlers.ofString());
			keepCookies(response);
			return response;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
		return HTTP.sendAsync(withCookies(request).build(), BodyHandlers.ofString());
	}

	/**
	 * As many reads of each browser, all on their way before the first answer is looked
	 * at.
	 */
	static List<HttpResponse<String>> atOnce(List<Browser> browsers, String path, int each) {
		return IntStream.range(0, each)
			.boxed()
			.flatMap((i) -> browsers.stream())
			.map((browser) -> browser.sendLater(browser.request(path).GET()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
	}

	public HttpResponse<String> follow(String location) {
		var target = location.startsWith("/") ? this.address + location : location;
		return send(HttpRequest.newBuilder(URI.create(target)).timeout(Duration.ofSeconds(30)).GET());
	}

	public Map<String, String> cookies() {
		return this.cookies;
	}

	public static String location(HttpResponse<String> response) {
		return response.headers()
			.firstValue("Location")
			.orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
	}

	HttpRequest.Builder withCookies(HttpRequest.Builder request) {
		if (this.cookies.isEmpty()) {
			return request;
		}
		return request.setHeader("Cookie",
				this.cookies.entrySet()
					.stream()
					.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
					.collect(Collectors.joining("; ")));
	}

	private void keepCookies(HttpResponse<String> response) {
		for (String line : response.headers().allValues("Set-Cookie")) {
			var pair = line.split(";", 2)[0].split("=", 2);
			if (line.contains("Max-Age=0")) {
				this.cookies.remove(pair[0]);
			}
			else {
				this.cookies.put(pair[0], pair[1]);
			}
		}
	}

}
