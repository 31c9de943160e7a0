package jp.meguri.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitIT extends WholeGateway {

	private static final String SUBMISSION = "/api/goals/sheets/2026/" + CityFixture.CIVIC + "/submission";

	private static final int MEGABYTE = 1024 * 1024;

	@Test
	void aBodyOfTheLargestSize_passes() {
		assertThat(post(SUBMISSION, 5 * MEGABYTE).statusCode()).isEqualTo(200);
		assertThat(service.last().bytes()).isEqualTo(5 * MEGABYTE);
		assertThat(post("/api/goals/imports", 20 * MEGABYTE).statusCode()).isEqualTo(200);
		assertThat(service.last().bytes()).isEqualTo(20 * MEGABYTE);
	}

	@Test
	void aBodyThatSaysItIsLarger_is413_withoutBeingRead() {
		assertThat(answerTo("POST " + SUBMISSION, "Content-Length: " + (5 * MEGABYTE + 1), "")).isEqualTo(413);
		assertThat(answerTo("POST /api/goals/imports", "Content-Length: " + (20 * MEGABYTE + 1), "")).isEqualTo(413);
		assertThat(service.received()).isEmpty();
	}

	@Test
	void chunksWithoutEnd_are413_atTheLimit() {
		var chunk = Integer.toHexString(MEGABYTE) + "\r\n" + "x".repeat(MEGABYTE) + "\r\n";
		// closing on somebody who still sends may cost the answer on its way
		assertThat(answerTo("POST " + SUBMISSION, "Transfer-Encoding: chunked", chunk.repeat(6))).isIn(0, 413);
		assertThat(service.received()).noneMatch((received) -> received.bytes() > 5 * MEGABYTE);
	}

	@Test
	void aBodyThatDoesNotArrive_is408_andIsNotTheServicesFault() {
		for (int i = 0; i < 6; i++) {
			assertThat(answerTo("POST " + SUBMISSION, "Content-Length: 100", "abc")).isEqualTo(408);
		}
		assertThat(script("nagisa", "sato", "/api/goals/sheets").statusCode()).isEqualTo(200);
	}

	@Test
	void aHeadThatDoesNotArrive_endsTheConnection() throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			var begin = Instant.now();
			socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			drain(socket.getInputStream());
			assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(9));
		}
	}

	@Test
	void aHeadThatTrickles_endsTheConnection() throws Exception {
		try (var slow = new SlowClient(this.port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")) {
			assertThat(slow.trickle(Duration.ofSeconds(10))).isLessThan(Duration.ofSeconds(4));
		}
	}

	/** An import has a minute, but not for nothing. */
	@Test
	void anImportThatTrickles_endsTheConnection_andIsNotTheServicesFault() throws Exception {
		var head = "POST /api/goals/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nAuthorization: Bearer "
				+ provider.accessToken("nagisa", "sato") + "\r\n\r\n";
		for (int i = 0; i < 6; i++) {
			try (var slow = new SlowClient(this.port, head)) {
				assertThat(slow.trickle(Duration.ofSeconds(10))).isLessThan(Duration.ofSeconds(4));
			}
		}
		assertThat(script("nagisa", "sato", "/api/goals/sheets").statusCode()).isEqualTo(200);
	}

	@Test
	void aReaderWhoStops_isLeft_andSoIsTheService() throws Exception {
		var cut = new CountDownLatch(1);
		service.answers((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			try {
				for (int i = 0; i < 1000; i++) {
					exchange.getResponseBody().write(new byte[MEGABYTE / 10]);
				}
			}
			catch (IOException closed) {
				cut.countDown();
			}
		});
		var head = "GET /api/goals/sheets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
				+ provider.accessToken("nagisa", "sato") + "\r\n\r\n";
		var slow = new SlowClient(this.port, head);
		assertThat(cut.await(10, TimeUnit.SECONDS)).as("the service may stop").isTrue();
		slow.close();
	}

	@Test
	void streams_areFivePerPerson_andTheOthersAre429() {
		var open = new AtomicInteger();
		var most = new AtomicInteger();
		var end = new CountDownLatch(1);
		service.answers((exchange) -> {
			most.accumulateAndGet(open.incrementAndGet(), Math::max);
			exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
			exchange.sendResponseHeaders(200, 0);
			try {
				while (!await(end)) {
					exchange.getResponseBody().write(":\n\n".getBytes(StandardCharsets.UTF_8));
					exchange.getResponseBody().flush();
				}
			}
			finally {
				open.decrementAndGet();
			}
		});
		var sato = browser();
		var request = sato.request("/api/notifications/stream")
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "sato"))
			.GET();
		var answers = IntStream.range(0, 60).mapToObj((i) -> sato.sendLater(request)).toList();
		var refused = answers.stream()
			.map((answer) -> answer.join())
			.filter((answer) -> answer.statusCode() != 200)
			.toList();
		end.countDown();
		// the service notices only after a while that a stream was ended
		assertThat(most.get()).isBetween(1, 10);
		assertThat(refused).isNotEmpty()
			.allSatisfy((answer) -> assertThat(problem(answer)).isEqualTo("429 too-many-streams"))
			.allSatisfy((answer) -> assertThat(answer.headers().firstValue("Retry-After")).contains("15"));
		assertThat(script("nagisa", "sato", "/api/notifications/stream").statusCode()).isEqualTo(200);
	}

	@Test
	void aSessionThatAsksTooMuch_is429_andOthersAreNot() {
		var greedy = signedIn("nagisa", "sato");
		var other = signedIn("nagisa", "suzuki");
		var answers = IntStream.range(0, 400)
			.mapToObj((i) -> greedy.sendLater(greedy.request("/api/me").GET()))
			.toList()
			.stream()
			.map((answer) -> answer.join())
			.toList();
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
		assertThat(answers).filteredOn((answer) -> answer.statusCode() == 429)
			.isNotEmpty()
			.allSatisfy((answer) -> assertThat(problem(answer)).isEqualTo("429 too-many-requests"))
			.allSatisfy((answer) -> assertThat(answer.headers().firstValue("Retry-After")).contains("1"));
		assertThat(other.get("/api/me").statusCode()).isEqualTo(200);
	}

	/** reactor/reactor-netty#4361; see KeepReading. */
	@Test
	void aConnection_isNotDeaf_afterRequestsThatCameEarly() throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(3_000);
			for (int round = 0; round < 20; round++) {
				ask(socket, "/", "/nowhere", "/nowhere");
				ask(socket, "/nowhere");
			}
		}
	}

	private static void ask(Socket socket, String... paths) throws IOException {
		var requests = new StringBuilder();
		for (String path : paths) {
			requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
		}
		socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
		var answers = new StringBuilder();
		var buffer = new byte[65_536];
		while (answers.toString().split("HTTP/1.1 ", -1).length <= paths.length) {
			int count = socket.getInputStream().read(buffer);
			assertThat(count).as("closed after " + answers).isPositive();
			answers.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
		}
	}

	private HttpResponse<String> post(String path, int bytes) {
		var browser = browser();
		return browser.send(browser.request(path)
			.header("Authorization", "Bearer " + provider.accessToken("nagisa", "sato"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(new byte[bytes])));
	}

	/** Sends what is given, and no more: the answer must come by itself. */
	private int answerTo(String request, String header, String body) {
		var answer = RawHttp.send(this.port, request + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
				+ provider.accessToken("nagisa", "sato") + "\r\n" + header + "\r\n\r\n" + body);
		return RawHttp.status(answer);
	}

	private static boolean await(CountDownLatch end) {
		try {
			return end.await(50, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	private static void drain(InputStream in) {
		try {
			in.readAllBytes();
		}
		catch (IOException reset) {
			// ended the hard way
		}
	}

}
