package jp.meguri.faults.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * One way of a connection.
 */
record Pipe(Direction direction, Socket from, Socket to) {

	private static final int PIECE = 16 * 1024;

	/** Small: a pool of connections has two threads for each. */
	private static final long STACK = 256 * 1024;

	/**
	 * Carries until the sender ends.
	 * @return whether that was an orderly end
	 */
	boolean carry(TcpProxy proxy) throws IOException, InterruptedException {
		byte[] piece = new byte[PIECE];
		Toxic known = Toxic.NONE;
		long before = 0;
		int length;
		while ((length = this.from.getInputStream().read(piece)) >= 0) {
			var toxic = proxy.toxic();
			before = (toxic == known) ? before : 0;
			known = toxic;
			var decision = toxic.on(this.direction, length, before);
			before += length;
			TimeUnit.MILLISECONDS.sleep(decision.delay().toMillis());
			if (decision.then() == Decision.Then.HELD) {
				proxy.awaitOther(toxic);
			}
			this.to.getOutputStream().write(piece, 0, decision.forwarded());
			if (decision.then() == Decision.Then.RESET) {
				return false;
			}
			if (decision.then() == Decision.Then.CLOSED) {
				this.from.shutdownInput();
				return true;
			}
		}
		return true;
	}

	static void thread(String name, Runnable work) {
		var thread = new Thread(null, work, name, STACK);
		thread.setDaemon(true);
		thread.start();
	}

}
