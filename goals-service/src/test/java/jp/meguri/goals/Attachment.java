package jp.meguri.goals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Files that are sent and fetched as a browser does. */
public final class Attachment {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String BOUNDARY = "----meguri-test";

	private Attachment() {
	}

	public static Answer send(Caller caller, String path, String name, byte[] bytes, Map<String, String> fields) {
		var body = new ByteArrayOutputStream();
		fields.forEach((field, value) -> body
			.writeBytes(text("Content-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")));
		body.writeBytes(text("Content-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
		body.writeBytes(bytes);
		body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return caller.send(caller.request(path)
			.setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	private static byte[] text(String part) {
		return ("--" + BOUNDARY + "\r\n" + part).getBytes(StandardCharsets.UTF_8);
	}

	public static HttpResponse<byte[]> fetch(Caller caller, String path) {
		try {
			return CLIENT.send(caller.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
