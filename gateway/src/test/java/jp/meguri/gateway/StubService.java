package jp.meguri.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the gateway that remembers what it was asked.
 */
public final class StubService {

	private static final HttpHandler OK = (exchange) -> send(exchange, 200, "{\"ok\":true}");

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		var thread = new Thread(task, "stub-service");
		thread.setDaemon(true);
		return thread;
	});

	private final int port;

	private @Nullable HttpServer server;

	private volatile HttpHandler handler = OK;

	public StubService() {
		this.server = listening(0);
		this.port = this.server.getAddress().getPort();
	}

	public URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	/** Nobody listens any more. */
	public void die() {
		if (this.server != null) {
			this.server.stop(0);
			this.server = null;
		}
	}

	private HttpServer listening(int wanted) {
		try {
			var created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
			created.setExecutor(this.threads);
			created.createContext("/", this::answer);
			created.start();
			return created;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What it answers from now on. */
	public void answers(HttpHandler handler) {
		this.handler = handler;
	}

	/** Lives, forgets everything and answers 200 again. */
	public void reset() {
		if (this.server == null) {
			this.server = listening(this.port);
		}
		this.handler = OK;
		this.received.clear();
	}

	public List<Received> received() {
		return this.received;
	}

	public Received last() {
		return this.received.get(this.received.size() - 1);
	}

	public static void send(HttpExchange exchange, int status, String json) throws IOException {
		var bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			var body = exchange.getRequestBody().readAllBytes();
			this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					exchange.getRequestHeaders(), body.length));
			this.handler.handle(exchange);
		}
	}

	/** One request as it arrived. */
	public record Received(String method, String target, Headers headers, int bytes) {

		public String token() {
			var header = this.headers.getFirst("Authorization");
			return (header != null) ? header.replaceFirst("^Bearer ", "") : "";
		}

	}

}
