package jp.meguri.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who has said a little and now takes time; reads nothing by itself.
 */
final class SlowClient implements AutoCloseable {

	private final Socket socket = new Socket();

	SlowClient(int port, String beginning) throws IOException {
		this.socket.setReceiveBufferSize(16_384);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
	}

	/** One byte at a time until the other side has had enough: how long that took. */
	Duration trickle(Duration longest) throws InterruptedException {
		long begin = System.nanoTime();
		try {
			while (System.nanoTime() - begin < longest.toNanos()) {
				this.socket.getOutputStream().write('x');
				new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
			}
		}
		catch (IOException closed) {
			// enough
		}
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
