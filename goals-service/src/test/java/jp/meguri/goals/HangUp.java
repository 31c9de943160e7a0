package jp.meguri.goals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who sends a request and leaves before the end, without a word: the connection
 * is reset.
 */
final class HangUp {

	private final int port;

	private final String token;

	HangUp(int port, String token) {
		this.port = port;
		this.token = token;
	}

	/**
	 * Leaves with the first bytes of the answer, a kilobyte at most: a refusal has no
	 * more.
	 */
	void afterTheBeginning(String path) {
		send("GET " + path + head("") + "\r\n", (socket) -> socket.getInputStream().read(new byte[1024]));
	}

	/** Leaves before anything is answered. */
	void beforeTheHeaders(String path) {
		send("GET " + path + head("") + "\r\n", (socket) -> {
		});
	}

	/** Leaves so many milliseconds after sending. */
	void afterSending(String path, String key, String body, int milliseconds) {
		int length = body.getBytes(StandardCharsets.UTF_8).length;
		send("POST " + path + head(
				"Idempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n")
				+ "\r\n" + body, (socket) -> {
					try {
						new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
				});
	}

	private String head(String more) {
		return " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token + "\r\n" + more;
	}

	private void send(String request, Then then) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(20_000);
			socket.setSoLinger(true, 0);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			then.with(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Then {

		void with(Socket socket) throws IOException;

	}

}
