package jp.meguri.faults.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client's connection together with ours to the server.
 */
final class Connection {

	private final AtomicInteger ended = new AtomicInteger();

	private final TcpProxy proxy;

	private final Socket client;

	private final Socket server;

	Connection(TcpProxy proxy, Socket client, Socket server) {
		this.proxy = proxy;
		this.client = client;
		this.server = server;
	}

	/** Carries both ways until both have ended; uses the calling thread for one. */
	void carry() {
		Pipe.thread(this.proxy.name() + " replies",
				() -> carry(new Pipe(Direction.DOWNSTREAM, this.server, this.client)));
		carry(new Pipe(Direction.UPSTREAM, this.client, this.server));
	}

	private void carry(Pipe pipe) {
		try {
			if (pipe.carry(this.proxy)) {
				half(pipe);
			}
			else {
				reset();
			}
		}
		catch (IOException ex) {
			reset();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			reset();
		}
		if (this.ended.incrementAndGet() == 2) {
			close();
		}
	}

	/** One side has nothing more to say; the other may still answer. */
	private static void half(Pipe pipe) throws IOException {
		pipe.to().shutdownOutput();
	}

	void reset() {
		reset(this.client);
		reset(this.server);
		this.proxy.forget(this);
	}

	private void close() {
		try {
			this.client.close();
			this.server.close();
		}
		catch (IOException ex) {
			reset();
		}
		this.proxy.forget(this);
	}

	/** Closes with a reset instead of an orderly end. */
	static void reset(Socket socket) {
		try (socket) {
			if (!socket.isClosed()) {
				socket.setSoLinger(true, 0);
			}
		}
		catch (IOException ex) {
			// It has ended already, which is what was wanted.
		}
	}

}
