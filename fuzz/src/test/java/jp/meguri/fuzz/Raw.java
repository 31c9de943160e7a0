package jp.meguri.fuzz;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends bytes as they are, to say what no client library would.
 */
final class Raw {

	private static final int STATUS_LINE = "HTTP/1.1 200".length();

	private final URI gateway;

	Raw(Platform platform) {
		this.gateway = URI.create(platform.url());
	}

	/** Everything that came back before the connection ended; empty if nothing did. */
	String send(String text) {
		return send(text, Integer.MAX_VALUE);
	}

	/**
	 * @param enough leaves after so many characters, without waiting for the end
	 */
	private String send(String text, int enough) {
		var answer = new StringBuilder();
		try (var socket = new Socket("127.0.0.1", this.gateway.getPort())) {
			socket.setSoTimeout(20_000);
			write(socket, text);
			var buffer = new byte[8192];
			int count = 0;
			while (count >= 0 && answer.length() < enough) {
				count = socket.getInputStream().read(buffer);
				answer.append(new String(buffer, 0, Math.max(0, count), StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			// ended the hard way; what came before counts
		}
		return answer.toString();
	}

	/** Closes the connection without waiting for anything. */
	void sendAndLeave(String text) {
		try (var socket = new Socket("127.0.0.1", this.gateway.getPort())) {
			write(socket, text);
		}
		catch (IOException ex) {
			// gone, as intended
		}
	}

	/** 0: closed without an answer. */
	int status(String text) {
		String answer = send(text, STATUS_LINE);
		return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
	}

	String host() {
		return "Host: " + this.gateway.getAuthority() + "\r\n";
	}

	private static void write(Socket socket, String text) {
		try {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
		}
		catch (IOException closed) {
			// answered before the end
		}
	}

}
