package jp.meguri.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Sends bytes as they are, to say what no client library would.
 */
public final class RawHttp {

	private RawHttp() {
	}

	/** The whole answer; empty if the connection was closed without one. */
	public static String send(int port, String text) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(30_000);
			write(socket, text);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	/** What is not wanted any more may not go out; there is an answer all the same. */
	private static void write(Socket socket, String text) {
		try {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
		}
		catch (IOException closed) {
			// answered before the end
		}
	}

	/** One request that ends its connection. */
	public static String get(int port, String target, String headers) {
		return send(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
	}

	public static int status(String answer) {
		return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
	}

}
