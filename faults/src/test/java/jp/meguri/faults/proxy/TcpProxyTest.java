package jp.meguri.faults.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A server that says in capitals what it hears, behind a proxy.
 */
class TcpProxyTest {

	private static final int TIMEOUT = 300;

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private ServerSocket server;

	private TcpProxy proxy;

	private Socket client;

	@BeforeEach
	void prepare() throws IOException {
		this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		Pipe.thread("server", this::serve);
		this.proxy = TcpProxy.start("echo",
				() -> Optional.of(new InetSocketAddress("127.0.0.1", this.server.getLocalPort())));
		this.client = connect();
	}

	@AfterEach
	void end() throws IOException {
		this.client.close();
		this.proxy.close();
		this.server.close();
	}

	@Test
	void everythingGoesThrough_whenNothingIsSpoiled() throws IOException {
		assertThat(say("hello")).isEqualTo("HELLO");
		assertThat(say("again")).isEqualTo("AGAIN");
	}

	@Test
	void endOfTheClient_reachesTheServer() throws IOException {
		say("hello");

		this.client.close();

		await().atMost(Duration.ofSeconds(5)).until(() -> this.heard.contains("(end)") && this.proxy.open() == 0);
	}

	@Test
	void latency_delaysReplies() throws IOException {
		this.proxy.spoil(Toxic.latency(Duration.ofMillis(200), Duration.ZERO, new Random(1)));
		long before = System.nanoTime();

		assertThat(say("hello")).isEqualTo("HELLO");

		assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
	}

	@Test
	void bandwidth_delaysByLength() throws IOException {
		this.proxy.spoil(Toxic.bandwidth(100));
		long before = System.nanoTime();

		assertThat(say("0123456789")).isEqualTo("0123456789");

		assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
	}

	@Test
	void reset_onTheWayUp_keepsTheRequestFromTheServer() {
		this.proxy.spoil(Toxic.reset(Direction.UPSTREAM));

		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> say("hello"));

		assertThat(this.heard).doesNotContain("hello");
	}

	@Test
	void swallow_letsTheServerWork_andLosesTheReply() {
		this.proxy.spoil(Toxic.swallow(Duration.ofMillis(50)));

		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> say("hello"));

		assertThat(this.heard).contains("hello");
	}

	@Test
	void limit_endsAReplyInTheMiddle() throws IOException {
		this.proxy.spoil(Toxic.limit(3));

		assertThat(say("hello")).isEqualTo("HEL");
	}

	@Test
	void timeout_holdsEverything_untilItIsHealed() throws IOException {
		this.proxy.spoil(Toxic.timeout());
		this.client.setSoTimeout(TIMEOUT);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> say("hello"));
		assertThat(this.heard).isEmpty();

		this.proxy.heal();

		this.client.setSoTimeout(5_000);
		assertThat(hear()).isEqualTo("HELLO");
	}

	@Test
	void sometimes_spoilsOnlySome() throws IOException {
		this.proxy.spoil(Toxic.reset(Direction.UPSTREAM).sometimes(0, new Random(1)));

		assertThat(say("hello")).isEqualTo("HELLO");
	}

	@Test
	void connection_isRefused_whileNobodyKnowsWhereTheServerIs() throws IOException {
		try (var nowhere = TcpProxy.start("nowhere", Optional::empty);
				var socket = new Socket(InetAddress.getLoopbackAddress(), nowhere.port())) {
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
		}
	}

	private Socket connect() throws IOException {
		var socket = new Socket(InetAddress.getLoopbackAddress(), this.proxy.port());
		socket.setSoTimeout(5_000);
		return socket;
	}

	private String say(String text) throws IOException {
		this.client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		return hear();
	}

	private String hear() throws IOException {
		byte[] piece = new byte[100];
		int length = this.client.getInputStream().read(piece);
		return (length < 0) ? "(end)" : new String(piece, 0, length, StandardCharsets.UTF_8);
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (var socket = this.server.accept()) {
				byte[] piece = new byte[100];
				int length;
				while ((length = socket.getInputStream().read(piece)) >= 0) {
					var text = new String(piece, 0, length, StandardCharsets.UTF_8);
					this.heard.add(text);
					socket.getOutputStream().write(text.toUpperCase().getBytes(StandardCharsets.UTF_8));
				}
				this.heard.add("(end)");
			}
			catch (IOException ex) {
				this.heard.add("(broken)");
			}
		}
	}

}
