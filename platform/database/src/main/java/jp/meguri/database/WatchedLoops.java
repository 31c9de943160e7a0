package jp.meguri.database;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Event loops whose connections notice that nobody is there any more (half-open: the way
 * is lost, and no one says so). The kernel asks an idle peer after ten seconds and gives
 * up nine seconds later, instead of after two hours; {@link UnansweredWrite} does the
 * same for a peer that takes what is sent and never answers. The driver has no setting
 * for either (pgjdbc/r2dbc-postgresql#728); here its channels are made.
 */
final class WatchedLoops implements LoopResources {

	private static final int IDLE_SECONDS = 10;

	private static final int PROBE_SECONDS = 3;

	private static final int PROBES = 3;

	private static final int UNACKNOWLEDGED_MILLIS = (IDLE_SECONDS + PROBE_SECONDS * PROBES) * 1000;

	private final LoopResources loops;

	private final Duration patience;

	/**
	 * Watches the connections made on these loops.
	 * @param patience longest wait for any answer; longer than the server lets a
	 * statement run
	 */
	WatchedLoops(LoopResources loops, Duration patience) {
		this.loops = loops;
		this.patience = patience;
	}

	@Override
	public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
		C channel = this.loops.onChannel(type, group);
		if (channel instanceof EpollSocketChannel) {
			set(channel.config(),
					Map.of(EpollChannelOption.TCP_KEEPIDLE, IDLE_SECONDS, EpollChannelOption.TCP_KEEPINTVL,
							PROBE_SECONDS, EpollChannelOption.TCP_KEEPCNT, PROBES, EpollChannelOption.TCP_USER_TIMEOUT,
							UNACKNOWLEDGED_MILLIS));
		}
		else if (channel instanceof NioSocketChannel) {
			set(channel.config(),
					Map.of(nio(ExtendedSocketOptions.TCP_KEEPIDLE), IDLE_SECONDS,
							nio(ExtendedSocketOptions.TCP_KEEPINTERVAL), PROBE_SECONDS,
							nio(ExtendedSocketOptions.TCP_KEEPCOUNT), PROBES));
		}
		channel.pipeline().addFirst(new UnansweredWrite(this.patience));
		return channel;
	}

	private static ChannelOption<Integer> nio(SocketOption<Integer> option) {
		return NioChannelOption.of(option);
	}

	/** What this system does not know, it does not do. */
	private static void set(ChannelConfig config, Map<ChannelOption<Integer>, Integer> options) {
		options.forEach(config::setOption);
	}

	@Override
	public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
		return this.loops.onChannelClass(type, group);
	}

	@Override
	public EventLoopGroup onClient(boolean useNative) {
		return this.loops.onClient(useNative);
	}

	@Override
	public EventLoopGroup onServer(boolean useNative) {
		return this.loops.onServer(useNative);
	}

	@Override
	public EventLoopGroup onServerSelect(boolean useNative) {
		return this.loops.onServerSelect(useNative);
	}

	@Override
	public boolean daemon() {
		return this.loops.daemon();
	}

	@Override
	public void dispose() {
		this.loops.dispose();
	}

	@Override
	public boolean isDisposed() {
		return this.loops.isDisposed();
	}

	@Override
	public Mono<Void> disposeLater() {
		return this.loops.disposeLater();
	}

	@Override
	public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
		return this.loops.disposeLater(quietPeriod, timeout);
	}

}
