package jp.meguri.database;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection to a database that leaves what was sent without any answer. The
 * database ends every statement in time and says so; if not even that arrives, the way
 * back is lost. Whoever waits is told, and the pool makes a new connection.
 */
final class UnansweredWrite extends ChannelDuplexHandler {

	private static final Logger log = LoggerFactory.getLogger(UnansweredWrite.class);

	private final Duration patience;

	private @Nullable Future<?> end;

	UnansweredWrite(Duration patience) {
		this.patience = patience;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (this.end == null) {
			this.end = context.executor()
				.schedule(() -> close(context), this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		super.write(context, message, promise);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		answered();
		super.channelRead(context, message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) throws Exception {
		answered();
		super.channelInactive(context);
	}

	private void answered() {
		if (this.end != null) {
			this.end.cancel(false);
			this.end = null;
		}
	}

	private void close(ChannelHandlerContext context) {
		log.warn("No answer from {} for {}: the connection is given up", context.channel().remoteAddress(),
				this.patience);
		context.close();
	}

}
