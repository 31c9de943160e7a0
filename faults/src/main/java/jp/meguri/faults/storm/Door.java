package jp.meguri.faults.storm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One way in, for one person: the gateway, or a service's own port. People answer in
 * time, or they hang up: then the connection is reset.
 */
final class Door {

	private static final Duration LONGEST = Duration.ofSeconds(20);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final String name;

	private final InetSocketAddress address;

	private final String token;

	Door(String name, InetSocketAddress address, String token) {
		this.name = name;
		this.address = address;
		this.token = token;
	}

	/** Waits for the whole answer; 0 where there was none. */
	int get(String path) throws InterruptedException {
		return send(request(path).GET());
	}

	int post(String path, String key, String body) throws InterruptedException {
		return send(request(path).header("Idempotency-Key", key)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	String read(String path) throws IOException, InterruptedException {
		return this.http.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.address.getPort() + path))
			.timeout(LONGEST)
			.header("Authorization", "Bearer " + this.token);
	}

	private int send(HttpRequest.Builder request) throws InterruptedException {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/**
	 * Reads the first bytes of the answer, if any, and is gone; a refusal may have no
	 * more than some.
	 */
	void hangUp(String path, int bytes) {
		leave("GET " + path + head("") + "\r\n", (socket) -> socket.getInputStream().read(new byte[bytes]));
	}

	/** Is gone after this time, whatever came. */
	void hangUp(String path, Duration after) {
		leave("GET " + path + head("") + "\r\n", (socket) -> TimeUnit.MILLISECONDS.sleep(after.toMillis()));
	}

	/** Sends a write and is gone after this time. */
	void hangUp(String path, String key, String body, Duration after) {
		int length = body.getBytes(StandardCharsets.UTF_8).length;
		leave("POST " + path
				+ head("Idempotency-Key: " + key + "\r\nX-Correlation-Id: " + key
						+ "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n")
				+ "\r\n" + body, (socket) -> TimeUnit.MILLISECONDS.sleep(after.toMillis()));
	}

	private String head(String more) {
		return " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token + "\r\n" + more;
	}

	private void leave(String request, Then then) {
		try (var socket = new Socket()) {
			socket.setSoLinger(true, 0);
			socket.setSoTimeout((int) LONGEST.toMillis());
			socket.connect(this.address, (int) LONGEST.toMillis());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			then.with(socket);
		}
		catch (IOException refused) {
			// who wants to leave does not mind
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

	private interface Then {

		void with(Socket socket) throws IOException, InterruptedException;

	}

}
