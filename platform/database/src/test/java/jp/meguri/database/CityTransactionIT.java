package jp.meguri.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.UUID;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(classes = SampleApplication.class)
@ExtendWith(PlatformExtension.class)
class CityTransactionIT {

	private final UUID nagisa = UUID.randomUUID();

	private final UUID tsukimi = UUID.randomUUID();

	@Autowired
	private CityTransaction city;

	@Autowired
	private WorkerTransaction worker;

	@Autowired
	private DatabaseClient database;

	@Autowired
	@Qualifier("worker")
	private DatabaseClient workerDatabase;

	@Autowired
	private ConnectionPool pool;

	@Test
	void rows_areVisible_onlyInTheirCity() {
		this.city.in(this.nagisa, insert(this.nagisa)).block();
		assertThat(this.city.in(this.nagisa, count()).block()).isEqualTo(1);
		assertThat(this.city.in(this.tsukimi, count()).block()).isZero();
		assertThat(this.worker.in(this.nagisa, count()).block()).isEqualTo(1);
		assertThat(this.worker.in(this.tsukimi, count()).block()).isZero();
	}

	@Test
	void rows_areInvisible_whenNoCityIsSet() {
		this.city.in(this.nagisa, insert(this.nagisa)).block();
		// The setting is '' on a used connection and NULL on a new one.
		for (int i = 0; i < 20; i++) {
			assertThat(count().block()).isZero();
		}
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> insert(this.nagisa).block())
			.withMessageContaining("row-level security");
	}

	@Test
	void insert_isRefused_forAnotherCity() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.city.in(this.nagisa, insert(this.tsukimi)).block())
			.withMessageContaining("row-level security");
	}

	@Test
	void work_joinsARunningTransactionOfItsCity() {
		Mono<Void> failing = this.city.in(this.nagisa,
				insert(this.nagisa).then(this.city.in(this.nagisa, insert(this.nagisa)))
					.then(Mono.error(new IllegalArgumentException("no"))));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(failing::block);
		assertThat(this.city.in(this.nagisa, count()).block()).isZero();
	}

	@Test
	void work_isRefused_insideATransactionOfAnotherCity() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.city.in(this.nagisa, this.city.in(this.tsukimi, count())).block());
	}

	@Test
	void bothClients_shareTheWorkersTransaction() {
		Mono<String> roles = this.worker.in(this.nagisa,
				insert(this.nagisa).then(this.city.in(this.nagisa, count()))
					.flatMap((rows) -> role(this.database).zipWith(role(this.workerDatabase),
							(a, b) -> rows + " " + a + " " + b)));
		assertThat(roles.block()).isEqualTo("1 sample_worker sample_worker");
		assertThat(role(this.database).block()).isEqualTo("sample_app");
		assertThat(role(this.workerDatabase).block()).isEqualTo("sample_worker");
	}

	@Test
	void transaction_isFinished_whenItsCallerHangsUp() {
		Disposable caller = this.city
			.in(this.nagisa, insert(this.nagisa).then(Mono.delay(Duration.ofMillis(300))).then(insert(this.nagisa)))
			.subscribe();
		Mono.delay(Duration.ofMillis(100)).block();
		caller.dispose();
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.city.in(this.nagisa, count()).block()).isEqualTo(2));
	}

	@Test
	void pool_isWhole_afterAStormOfHangUps() {
		for (int round = 0; round < 30; round++) {
			Disposable storm = Flux.range(0, 16)
				.flatMap((i) -> this.city.in(this.nagisa, this.database.sql("select pg_sleep(0.02)").then()), 16)
				.onErrorComplete()
				.subscribe();
			Mono.delay(Duration.ofMillis(10)).block();
			storm.dispose();
		}
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.pool.getMetrics().orElseThrow().acquiredSize()).isZero());
		assertThat(this.city.in(this.nagisa, count()).block()).isZero();
	}

	@Test
	void pool_heals_afterPostgresWasKilled(EmbeddedPlatform platform) {
		this.city.in(this.nagisa, insert(this.nagisa)).block();
		platform.postgres().kill();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.city.in(this.nagisa, count()).block(Duration.ofSeconds(10)))
			.matches(Failures::isTransient, "is transient");
		platform.postgres().start();
		await().atMost(Duration.ofSeconds(10))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(this.city.in(this.nagisa, count()).block()).isEqualTo(1));
	}

	@Test
	void roles_mayNotChangeTheSchema() {
		for (DatabaseClient client : new DatabaseClient[] { this.database, this.workerDatabase }) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> client.sql("create table mine (i int)").then().block());
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> client.sql("alter table note disable row level security").then().block());
		}
	}

	private Mono<Void> insert(UUID municipality) {
		return Mono.defer(() -> this.database.sql("insert into note values ($1, $2, 'text')")
			.bind(0, Ids.next())
			.bind(1, municipality)
			.then());
	}

	private Mono<Long> count() {
		return this.database.sql("select count(*) from note").mapValue(Long.class).one();
	}

	private static Mono<String> role(DatabaseClient client) {
		return client.sql("select current_user::text").mapValue(String.class).one();
	}

}
