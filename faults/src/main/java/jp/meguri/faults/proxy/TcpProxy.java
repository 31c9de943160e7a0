package jp.meguri.faults.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Stands between clients and a server, on a port of the loopback interface. Where the
 * server is, is asked at each connection: it may start later or move.
 */
public final class TcpProxy implements AutoCloseable {

	private static final int BACKLOG = 512;

	private static final int CONNECT_MILLIS = 5_000;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final String name;

	private final Supplier<Optional<InetSocketAddress>> server;

	private final ServerSocket door;

	private Toxic toxic = Toxic.NONE;

	private TcpProxy(String name, Supplier<Optional<InetSocketAddress>> server, ServerSocket door) {
		this.name = name;
		this.server = server;
		this.door = door;
	}

	/**
	 * Starts listening.
	 * @param name what stands behind it
	 * @param server where that is now; empty refuses connections
	 */
	public static TcpProxy start(String name, Supplier<Optional<InetSocketAddress>> server) {
		try {
			var proxy = new TcpProxy(name, server, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
			Pipe.thread(name + " proxy", proxy::accept);
			return proxy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String name() {
		return this.name;
	}

	public int port() {
		return this.door.getLocalPort();
	}

	/** From now on this is done to all connections, the open ones too. */
	public synchronized void spoil(Toxic with) {
		this.toxic = with;
		notifyAll();
	}

	/** From now on everything goes through. */
	public void heal() {
		spoil(Toxic.NONE);
	}

	/** Resets every connection that is open now. */
	public void resetAll() {
		this.connections.forEach(Connection::reset);
	}

	public int open() {
		return this.connections.size();
	}

	synchronized Toxic toxic() {
		return this.toxic;
	}

	/** Waits until something else is done than this. */
	synchronized void awaitOther(Toxic than) throws InterruptedException {
		while (this.toxic == than && !this.door.isClosed()) {
			wait();
		}
	}

	void forget(Connection connection) {
		this.connections.remove(connection);
	}

	private void accept() {
		while (!this.door.isClosed()) {
			try {
				var client = this.door.accept();
				Pipe.thread(this.name + " connection", () -> connect(client));
			}
			catch (IOException ex) {
				if (!this.door.isClosed()) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	private void connect(Socket client) {
		var socket = new Socket();
		try {
			client.setTcpNoDelay(true);
			socket.setTcpNoDelay(true);
			var address = this.server.get().orElseThrow(() -> new IOException(this.name + " is not known yet"));
			socket.connect(address, CONNECT_MILLIS);
			var connection = new Connection(this, client, socket);
			this.connections.add(connection);
			connection.carry();
		}
		catch (IOException ex) {
			// What the client would see if it came straight: nobody listens there.
			Connection.reset(client);
			Connection.reset(socket);
		}
	}

	@Override
	public void close() {
		try {
			this.door.close();
			heal();
			resetAll();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
