package jp.meguri.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

	@Test
	void port_isTaken_whileSomebodyListens() throws IOException {
		int port;
		try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			port = socket.getLocalPort();
			assertThat(Ports.isFree(port)).isFalse();
		}
		assertThat(Ports.isFree(port)).isTrue();
	}

	@Test
	void ports_areGivenOnce_belowThoseOfOutgoingConnections() {
		var ports = new Ports();

		assertThat(IntStream.range(0, 50).map((index) -> ports.next()).boxed()).doesNotHaveDuplicates()
			.allMatch((port) -> port >= 20_000 && port < 32_000);
	}

}
