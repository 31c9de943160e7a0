package jp.meguri.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Bounds the connections of a server: their number, and the patience with each.
 */
final class ConnectionLimits implements NettyServerCustomizer {

	private final ConnectionProperties settings;

	ConnectionLimits(ConnectionProperties settings) {
		this.settings = settings;
	}

	@Override
	public HttpServer apply(HttpServer server) {
		var open = new AtomicInteger();
		return server.childOption(ChannelOption.SO_KEEPALIVE, true)
			.childOption(ChannelOption.SO_SNDBUF, (int) this.settings.sendBuffer().toBytes())
			.doOnChannelInit((observer, channel, address) -> admit(channel, open));
	}

	private void admit(Channel channel, AtomicInteger open) {
		channel.closeFuture().addListener((closed) -> open.decrementAndGet());
		if (open.incrementAndGet() > this.settings.most()) {
			channel.close();
		}
		else if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
			var pace = new Pace(this.settings.look(), this.settings.pace().toBytes());
			channel.pipeline()
				.addBefore(NettyPipeline.HttpCodec, "meguri.pace", pace)
				.addAfter(NettyPipeline.HttpCodec, "meguri.pace.messages", pace.messages());
		}
	}

}
