package jp.meguri.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.database.lease.Lease;
import jp.meguri.events.Topics;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.PlatformExtension;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(classes = SampleApplication.class)
@ExtendWith(PlatformExtension.class)
class OutboxIT {

	private final UUID thing = Ids.next();

	@Autowired
	private Outbox outbox;

	@Autowired
	private CityTransaction city;

	@Autowired
	private WorkerTransaction worker;

	@Autowired
	private DatabaseClient database;

	@Autowired
	@Qualifier("worker")
	private DatabaseClient workerDatabase;

	@Test
	void append_isRefused_outsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.append(Events.event(this.thing, 1), Topics.CATALOG).block());
	}

	@Test
	void append_isRefused_forAnotherCity() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.city.in(UUID.randomUUID(), append(this.thing, 1)).block());
	}

	@Test
	void append_isRefused_forAVersionThatWasAnnounced() {
		this.city.in(Events.CITY, append(this.thing, 1)).block();
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.city.in(Events.CITY, append(this.thing, 1)).block());
	}

	@Test
	void nothingIsSent_whenTheTransactionFails() {
		assertThatIllegalStateException().isThrownBy(
				() -> this.city.in(Events.CITY, append(this.thing, 1).then(Mono.error(new IllegalStateException("no"))))
					.block());
		this.city.in(Events.CITY, append(this.thing, 1)).block();
		arrives(this.thing, 1);
	}

	@Test
	void events_arriveInOrder_perAggregate() {
		List<UUID> things = Stream.generate(Ids::next).limit(20).toList();
		Flux.range(1, 10)
			.concatMap((version) -> Flux.fromIterable(things)
				.flatMap((one) -> this.city.in(Events.CITY, append(one, version)), 8))
			.blockLast();
		long[] all = LongStream.rangeClosed(1, 10).toArray();
		things.forEach((one) -> arrives(one, all));
	}

	@Test
	void event_arrivesInOrder_whenItsTransactionCommitsTenSecondsLate() {
		UUID other = Ids.next();
		this.city
			.in(Events.CITY,
					this.database.sql("insert into thing values ($1, $2, 0)")
						.bind(0, this.thing)
						.bind(1, Events.CITY)
						.then())
			.block();
		// Holds the lower number in the outbox while others commit.
		Mono<Void> late = this.worker.in(Events.CITY, change(1).then(Mono.delay(Duration.ofSeconds(10)).then()));
		Mono<Void> next = Mono.delay(Duration.ofSeconds(2)).then(this.worker.in(Events.CITY, change(2)));
		CompletableFuture<Void> both = Mono.when(late, next).toFuture();
		within().until(
				() -> Rows
					.longs("select 1 from pg_stat_activity where wait_event = 'transactionid'"
							+ " or state = 'idle in transaction'")
					.size() > 0);
		this.city.in(Events.CITY, append(other, 1)).block();
		arrives(other, 1);
		assertThat(Rows.effects(this.thing)).isEmpty();
		both.join();
		arrives(this.thing, 1, 2);
	}

	@Test
	void effect_happensOnce_whenTheRelayFailsBetweenAcknowledgementAndMark() {
		Rows.execute("""
				create function refuse_mark() returns trigger language plpgsql as
				'begin raise exception ''crashed here''; end'
				""");
		Rows.execute("create trigger refuse_mark before update on outbox execute function refuse_mark()");
		try {
			this.city.in(Events.CITY, append(this.thing, 1)).block();
			within().until(() -> delivered(this.thing) >= 2);
		}
		finally {
			Rows.execute("drop trigger refuse_mark on outbox");
			Rows.execute("drop function refuse_mark");
		}
		this.city.in(Events.CITY, append(this.thing, 2)).block();
		arrives(this.thing, 1, 2);
		within().until(() -> Rows.unpublished(this.thing) == 0);
		assertThat(Rows.effects(this.thing)).containsExactly(1L, 2L);
	}

	@Test
	void relayThatLostItsLease_marksNothing() {
		this.city.in(Events.CITY, append(this.thing, 1)).block();
		arrives(this.thing, 1);
		within().until(() -> Rows.unpublished(this.thing) == 0);
		List<Long> seq = Rows.longs("update outbox set published_at = 'infinity' where aggregate_id = ? returning seq",
				this.thing);
		OutboxStore store = new OutboxStore(this.workerDatabase, new OutboxHeaders());
		long epoch = Rows.longs("select epoch from lease where name = 'outbox-relay'").get(0);
		assertThat(store.markPublished(seq, new Lease("outbox-relay", epoch - 1)).block()).isZero();
		assertThat(store.markPublished(seq, new Lease("outbox-relay", epoch)).block()).isEqualTo(1);
	}

	@Test
	void events_areKeptAndArriveInOrder_whenTheBrokerIsDown(EmbeddedPlatform platform) {
		platform.broker().kill();
		IntStream.rangeClosed(1, 12).forEach((version) -> {
			this.city.in(Events.CITY, append(this.thing, version)).block();
		});
		assertThat(Rows.unpublished(this.thing)).isEqualTo(12);
		platform.broker().start();
		arrives(this.thing, LongStream.rangeClosed(1, 12).toArray());
	}

	@Test
	void aggregate_isParked_whenTheBrokerRefusesItsEvent_andOthersGoOn() {
		UUID other = Ids.next();
		this.city
			.in(Events.CITY,
					this.outbox.append(Events.event(this.thing, 1, "x".repeat(2_000_000)), Topics.CATALOG)
						.then(append(this.thing, 2))
						.then(append(other, 1)))
			.block();
		arrives(other, 1);
		within().until(
				() -> Rows.longs("select count(*) from outbox_parked where aggregate_id = ?", this.thing).get(0) == 1);
		assertThat(delivered(this.thing)).isZero();
		assertThat(Rows.unpublished(this.thing)).isEqualTo(2);
	}

	// The second waits for the first one's row lock, so it appends after its commit.
	private Mono<Void> change(long version) {
		return this.database.sql("update thing set version = version + 1 where id = $1 returning version")
			.bind(0, this.thing)
			.mapValue(Long.class)
			.one()
			.doOnNext((stored) -> assertThat(stored).isEqualTo(version))
			.then(append(this.thing, version));
	}

	private Mono<Void> append(UUID aggregate, long version) {
		return Mono.defer(() -> this.outbox.append(Events.event(aggregate, version), Topics.CATALOG));
	}

	private static long delivered(UUID aggregate) {
		try (EventPublisherForTests kafka = new EventPublisherForTests()) {
			return kafka.received(Topics.CATALOG)
				.stream()
				.filter((event) -> event.key().equals(aggregate.toString()))
				.count();
		}
	}

	static void arrives(UUID aggregate, long... versions) {
		within().untilAsserted(() -> assertThat(Rows.effects(aggregate))
			.containsExactlyElementsOf(LongStream.of(versions).boxed().toList()));
	}

	private static ConditionFactory within() {
		return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
	}

}
