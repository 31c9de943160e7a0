package jp.meguri.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes one connection whose other end is too slow: with the head of a request, which
 * has two looks to arrive, with a body, or with reading an answer, which have to move at
 * a pace. A sender nobody listens to at the moment is not slow, nor is a reader to whom
 * nothing is sent.
 */
final class Pace extends ChannelDuplexHandler {

	// What netty itself adds to the size of each pending write.
	private static final int ENTRY = 96;

	private static final int PATIENCE = 2;

	private final Duration look;

	private final long pace;

	private Awaited awaited = Awaited.NOTHING;

	private boolean asked;

	private long received;

	private long sent;

	private long receivedBefore;

	private long drainedBefore;

	private int slowSending;

	private int slowReading;

	private @Nullable Future<?> looking;

	Pace(Duration look, long pace) {
		this.look = look;
		this.pace = pace;
	}

	/** The other half of this handler, behind the codec: where requests begin and end. */
	ChannelInboundHandler messages() {
		return new Messages();
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.looking = context.executor()
			.scheduleWithFixedDelay(() -> look(context), this.look.toMillis(), this.look.toMillis(),
					TimeUnit.MILLISECONDS);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		if (this.looking != null) {
			this.looking.cancel(false);
		}
	}

	@Override
	public void read(ChannelHandlerContext context) {
		this.asked = true;
		context.read();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.asked = false;
		this.received += size(message);
		if (this.awaited == Awaited.NOTHING) {
			await(Awaited.REST_OF_HEAD);
		}
		context.fireChannelRead(message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.sent += size(message) + ENTRY;
		context.write(message, promise);
	}

	private void await(Awaited next) {
		this.awaited = next;
		this.slowSending = 0;
		this.receivedBefore = this.received;
	}

	private void look(ChannelHandlerContext context) {
		this.slowSending = isSlowSender() ? this.slowSending + 1 : 0;
		this.slowReading = isSlowReader(context) ? this.slowReading + 1 : 0;
		this.receivedBefore = this.received;
		if (this.slowSending >= PATIENCE || this.slowReading >= PATIENCE) {
			context.close();
		}
	}

	private boolean isSlowSender() {
		return switch (this.awaited) {
			case NOTHING -> false;
			case REST_OF_HEAD -> true;
			case REST_OF_BODY -> this.asked && this.received - this.receivedBefore < this.pace;
		};
	}

	private boolean isSlowReader(ChannelHandlerContext context) {
		var buffer = context.channel().unsafe().outboundBuffer();
		if (buffer == null || buffer.totalPendingWriteBytes() == 0) {
			this.drainedBefore = this.sent;
			return false;
		}
		long drained = this.sent - buffer.totalPendingWriteBytes() + buffer.currentProgress();
		boolean slow = drained - this.drainedBefore < this.pace;
		this.drainedBefore = drained;
		return slow;
	}

	private static long size(Object message) {
		if (message instanceof ByteBuf bytes) {
			return bytes.readableBytes();
		}
		return (message instanceof FileRegion file) ? file.count() : 0;
	}

	private enum Awaited {

		NOTHING, REST_OF_HEAD, REST_OF_BODY

	}

	private final class Messages extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof HttpRequest) {
				await(Awaited.REST_OF_BODY);
			}
			if (message instanceof LastHttpContent) {
				await(Awaited.NOTHING);
			}
			context.fireChannelRead(message);
		}

	}

}
