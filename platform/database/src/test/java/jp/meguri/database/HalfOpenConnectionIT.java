package jp.meguri.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jp.meguri.database.DatabaseProperties.Login;
import jp.meguri.embedded.DatabaseRoles;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * The way to PostgreSQL is lost and nobody says so.
 */
@SpringBootTest(classes = SampleApplication.class)
@ExtendWith(PlatformExtension.class)
class HalfOpenConnectionIT {

	private static final int SIZE = 4;

	private static final Duration STATEMENT = Duration.ofSeconds(3);

	/** Nobody in front of a screen waits longer for a connection or an answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private SilentProxy proxy;

	private ConnectionPool pool;

	private DatabaseClient database;

	@BeforeEach
	void connect() {
		EmbeddedPlatform platform = EmbeddedPlatform.get();
		DatabaseRoles roles = platform.database("sample");
		var address = platform.postgres().address();
		this.proxy = new SilentProxy(address.host(), address.port());
		Login app = new Login("sample_app", roles.appPassword());
		this.pool = ConnectionPools.of(new DatabaseProperties("127.0.0.1", this.proxy.port(), "sample", app, app, null,
				null, SIZE, SIZE, 256, Duration.ofSeconds(3), STATEMENT, PATIENCE), app, SIZE, STATEMENT);
		this.database = DatabaseClient.create(this.pool);
	}

	@AfterEach
	void close() throws IOException {
		this.pool.dispose();
		this.proxy.close();
	}

	@Test
	void everyConnectionIsReplaced_andNobodyWaitsLongerThanForAStatement() {
		assertThat(processes()).hasSize(SIZE).doesNotContain(-1);
		var before = List.copyOf(processes());

		this.proxy.fallSilent();
		assertThat(processes()).as("asked of idle connections that are lost").containsOnly(-1);
		assertThat(processes()).as("asked while none can be made").containsOnly(-1);
		assertThat(processes()).as("asked again").containsOnly(-1);

		this.proxy.heal();
		assertThat(processes()).hasSize(SIZE).doesNotContain(-1).doesNotContainAnyElementsOf(before);
	}

	@Test
	void aStatementThatRunsAsLongAsItMay_isWaitedFor() {
		assertThat(processes()).doesNotContain(-1);
		assertThat(this.database.sql("select pg_sleep(2.5)").then().thenReturn(true).block(PATIENCE)).isTrue();
		assertThat(this.database.sql("select pg_sleep(10)")
			.then()
			.materialize()
			.map((end) -> String.valueOf(end.getThrowable()))
			.block(PATIENCE)).as("ended by the database, which says so").contains("statement timeout");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void theKernelAsksAnIdlePeer_within20Seconds() {
		assertThat(Epoll.isAvailable()).isTrue();
		LoopResources loops = LoopResources.create("watched", 1, true);
		var channel = new WatchedLoops(loops, PATIENCE).onChannel(SocketChannel.class, loops.onClient(true));
		var config = channel.config();
		assertThat(config.getOption(EpollChannelOption.TCP_KEEPIDLE)
				+ config.getOption(EpollChannelOption.TCP_KEEPINTVL) * config.getOption(EpollChannelOption.TCP_KEEPCNT))
			.isLessThan(20);
		assertThat(config.getOption(EpollChannelOption.TCP_USER_TIMEOUT)).isLessThan(20_000);
		channel.unsafe().closeForcibly();
		loops.dispose();
	}

	/**
	 * Asks on all connections at once which process answers: -1 for none, which is told
	 * in time.
	 */
	private List<Integer> processes() {
		return Flux.range(0, SIZE)
			.flatMap((i) -> process().onErrorReturn(-1).timeout(PATIENCE), SIZE)
			.collectList()
			.block();
	}

	private Mono<Integer> process() {
		return this.database.sql("select pg_backend_pid() as pid, pg_sleep(0.3)")
			.map((row) -> row.get("pid", Integer.class))
			.one();
	}

}
