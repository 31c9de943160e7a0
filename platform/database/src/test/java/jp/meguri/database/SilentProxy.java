package jp.meguri.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to a server which can lose everything without a word: what was open then stays
 * open and silent for ever, as behind a firewall that forgot it.
 */
final class SilentProxy implements AutoCloseable {

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final ServerSocket door;

	private final String host;

	private final int port;

	private volatile AtomicBoolean lost = new AtomicBoolean();

	private volatile boolean silent;

	SilentProxy(String host, int port) {
		this.host = host;
		this.port = port;
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** From now on nothing arrives, on old connections and on new ones. */
	void fallSilent() {
		this.lost.set(true);
		this.silent = true;
	}

	/** New connections arrive again; those of before stay lost. */
	void heal() {
		this.lost = new AtomicBoolean();
		this.silent = false;
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.door.accept();
				Socket server = new Socket(this.host, this.port);
				AtomicBoolean gone = this.silent ? new AtomicBoolean(true) : this.lost;
				this.sockets.add(client);
				this.sockets.add(server);
				start(() -> carry(client, server, gone));
				start(() -> carry(server, client, gone));
			}
		}
		catch (IOException closed) {
			// the end of the test
		}
	}

	private static void carry(Socket from, Socket to, AtomicBoolean gone) {
		byte[] buffer = new byte[8192];
		try (InputStream in = from.getInputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (!gone.get()) {
					to.getOutputStream().write(buffer, 0, read);
				}
			}
			if (!gone.get()) {
				to.close();
			}
		}
		catch (IOException closed) {
			// one of the two has left
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "silent-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
