package jp.meguri.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on after every answer. reactor-netty 1.3.6 forgets to, when a request came in
 * before the last one was quite finished and is then answered at once: the connection
 * stays open and deaf (reactor/reactor-netty#4361). Fixed in 1.3.8, whose Netty does not
 * resolve with all its parts yet; to be removed with it.
 */
final class KeepReading implements NettyServerCustomizer {

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((observer, channel, address) -> watch(channel));
	}

	private static void watch(Channel channel) {
		if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
			channel.pipeline().addAfter(NettyPipeline.HttpCodec, "meguri.keepReading", AfterAnswer.INSTANCE);
		}
	}

	/** Asking twice for the next bytes is the same as asking once. */
	@ChannelHandler.Sharable
	private static final class AfterAnswer extends ChannelOutboundHandlerAdapter {

		private static final AfterAnswer INSTANCE = new AfterAnswer();

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			if (message instanceof LastHttpContent) {
				var done = promise.unvoid();
				done.addListener((written) -> context.executor().execute(context.channel()::read));
				context.write(message, done);
			}
			else {
				context.write(message, promise);
			}
		}

	}

}
