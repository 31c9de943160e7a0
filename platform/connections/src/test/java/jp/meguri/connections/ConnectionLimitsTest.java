package jp.meguri.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * A server looked at five times a second, and the bytes of people who hurry or do not.
 */
class ConnectionLimitsTest {

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final Duration SOON = LOOK.multipliedBy(10);

	private static final int MOST = 20;

	private static final int LARGE = 8 * 1024 * 1024;

	private final List<Socket> sockets = new ArrayList<>();

	private final AtomicInteger cancelled = new AtomicInteger();

	private DisposableServer server;

	@BeforeEach
	void listen() {
		var settings = new ConnectionProperties(MOST, LOOK, DataSize.ofKilobytes(1), DataSize.ofKilobytes(64));
		this.server = new ConnectionLimits(settings).apply(HttpServer.create().host("127.0.0.1").port(0))
			.route(this::routes)
			.bindNow();
	}

	@AfterEach
	void end() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.server.disposeNow();
	}

	@Test
	void aHeadThatTrickles_isNotWaitedFor() throws Exception {
		var socket = connected("GET /quick HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
		assertThat(trickled(socket)).isLessThan(SOON);
	}

	@Test
	void aBodyThatTrickles_isNotWaitedFor() throws Exception {
		var socket = connected("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
		assertThat(trickled(socket)).isLessThan(SOON);
	}

	@Test
	void aBodyAtAPace_isWaitedFor() throws Exception {
		var socket = connected(
				"POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 40000\r\n\r\n");
		for (int i = 0; i < 20; i++) {
			write(socket, "x".repeat(2000));
			pause(LOOK.dividedBy(2));
		}
		assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("40000");
	}

	@Test
	void aBodyNobodyReadsAtTheMoment_isNotSlow() throws Exception {
		var socket = connected(
				"POST /late HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc");
		assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("3");
	}

	@Test
	void aReaderWhoStops_isLeft_andTheAnswerIsCancelled() throws Exception {
		connected("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
		await().atMost(SOON).until(() -> this.cancelled.get() == 1);
	}

	@Test
	void aReaderWhoTrickles_isLeft() throws Exception {
		var socket = connected("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
		for (int i = 0; i < 30 && this.cancelled.get() == 0; i++) {
			socket.getInputStream().read(new byte[10]);
			pause(LOOK.dividedBy(2));
		}
		assertThat(this.cancelled).hasValue(1);
	}

	@Test
	void aReaderAtAPace_getsEverything() throws Exception {
		var socket = connected("GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		long read = 0;
		for (int i = 0; i < 20; i++) {
			read += socket.getInputStream().readNBytes(200_000).length;
			pause(LOOK.dividedBy(2));
		}
		read += socket.getInputStream().readAllBytes().length;
		assertThat(read).isGreaterThan(LARGE);
		assertThat(this.cancelled).hasValue(0);
	}

	@Test
	void aConnectionThatWaits_isNotSlow() throws Exception {
		var socket = connected("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
		pause(LOOK.multipliedBy(4));
		write(socket, "GET /quick HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer(socket).split("quickly", -1)).hasSize(3);
	}

	@Test
	void anAnswerThatTakesLong_isWaitedFor() throws Exception {
		var socket = connected("GET /late HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer(socket)).startsWith("HTTP/1.1 200");
	}

	@Test
	void oneConnectionTooMany_isClosed_andThereIsRoomAgainOnceOthersLeave() throws Exception {
		for (int i = 0; i < MOST; i++) {
			assertThat(first(connected("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n"))).isEqualTo('H');
		}
		assertThat(first(connected("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n"))).isNegative();
		this.sockets.get(0).close();
		await().atMost(SOON).until(() -> first(connected("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n")) == 'H');
	}

	private void routes(HttpServerRoutes routes) {
		routes.get("/quick", (request, response) -> response.sendString(Mono.just("quickly")))
			.get("/late",
					(request, response) -> response.sendString(Mono.delay(LOOK.multipliedBy(4)).map(String::valueOf)))
			.post("/late",
					(request,
							response) -> response.sendString(Mono.delay(LOOK.multipliedBy(4))
								.then(request.receive().aggregate().asString())
								.map((body) -> String.valueOf(body.length()))))
			.post("/echo", (request, response) -> response.sendString(
					request.receive().asByteArray().reduce(0, (sum, part) -> sum + part.length).map(String::valueOf)))
			.get("/large",
					(request,
							response) -> response.sendByteArray(Flux.range(0, LARGE / 65_536)
								.map((i) -> new byte[65_536])
								.doOnCancel(this.cancelled::incrementAndGet)));
	}

	private Socket connected(String text) throws IOException {
		var socket = new Socket();
		socket.setReceiveBufferSize(16_384);
		socket.connect(this.server.address());
		socket.setSoTimeout(10_000);
		this.sockets.add(socket);
		write(socket, text);
		return socket;
	}

	private static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	/** One byte at a time, until the other side has had enough. */
	private static Duration trickled(Socket socket) throws InterruptedException {
		long begin = System.nanoTime();
		try {
			while (System.nanoTime() - begin < SOON.toNanos()) {
				write(socket, "x");
				pause(LOOK.dividedBy(2));
			}
		}
		catch (IOException closed) {
			// enough
		}
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private static int first(Socket socket) {
		try {
			return socket.getInputStream().read();
		}
		catch (IOException reset) {
			return -1;
		}
	}

	/** All there is until the other side closes. */
	private static String answer(Socket socket) throws IOException {
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
	}

	private static void pause(Duration time) throws InterruptedException {
		new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
	}

}
