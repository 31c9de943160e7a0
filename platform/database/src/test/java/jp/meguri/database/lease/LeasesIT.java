package jp.meguri.database.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;

@SpringBootTest(classes = LeasesIT.Application.class)
@ExtendWith(PlatformExtension.class)
class LeasesIT {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final String name = "task-" + UUID.randomUUID();

	@Autowired
	@Qualifier("worker")
	private DatabaseClient worker;

	@SpringBootApplication
	static class Application {

	}

	@Test
	void acquire_isForOneProcessAtATime() {
		Leases first = new Leases(this.worker);
		Leases second = new Leases(this.worker);
		assertThat(first.acquire(this.name, MINUTE).block()).isEqualTo(new Lease(this.name, 1));
		assertThat(first.acquire(this.name, MINUTE).block()).isEqualTo(new Lease(this.name, 1));
		assertThat(second.acquire(this.name, MINUTE).block()).isNull();
		first.release(this.name).block();
		assertThat(second.acquire(this.name, MINUTE).block()).isEqualTo(new Lease(this.name, 2));
		assertThat(first.acquire(this.name, MINUTE).block()).isNull();
	}

	@Test
	void loop_goesOn_afterAStepFailed() {
		AtomicInteger steps = new AtomicInteger();
		LeasedLoop loop = new LeasedLoop(this.name, new Leases(this.worker), Duration.ofMillis(10), (lease) -> {
			if (steps.incrementAndGet() == 2) {
				throw new IllegalStateException("once");
			}
			return false;
		});
		loop.start();
		await().atMost(Duration.ofSeconds(5)).until(() -> steps.get() > 4);
		loop.stop();
		assertThat(new Leases(this.worker).acquire(this.name, MINUTE).block()).isNotNull();
	}

	@Test
	void loop_doesNotWaitOutItsPause_whenItIsWoken() {
		AtomicInteger steps = new AtomicInteger();
		LeasedLoop loop = new LeasedLoop(this.name, new Leases(this.worker), MINUTE, (lease) -> {
			steps.incrementAndGet();
			return false;
		});
		loop.start();
		await().atMost(Duration.ofSeconds(5)).until(() -> steps.get() == 1);
		loop.wake();
		await().atMost(Duration.ofSeconds(5)).until(() -> steps.get() == 2);
		loop.stop();
	}

}
