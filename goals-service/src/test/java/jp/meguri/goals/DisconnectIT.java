package jp.meguri.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.ConnectionPool;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * People who hang up cost no connection and leave nothing half done. The long version,
 * with times, is {@code ./meguri faults --storms}.
 */
@MeguriIT
class DisconnectIT {

	private static final int AT_ONCE = 64;

	private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);

	@LocalServerPort
	private int port;

	@Autowired
	private ConnectionPool pool;

	private Desk desk;

	private HangUp hangUp;

	private int year;

	@BeforeEach
	void aYear() {
		this.desk = new Desk(this.port);
		this.year = this.desk.office.openYear();
		this.hangUp = new HangUp(this.port, TestTokens.tokenFor("nagisa", "sato"));
	}

	@AfterEach
	void end() {
		this.people.shutdownNow();
	}

	@Test
	void readersWhoHangUp_leaveThePoolWhole() {
		String path = Desk.sheet(this.year);
		atOnce(200, 4, (i) -> create(UUID.randomUUID().toString(), body(longGoal(i))));
		Answer whole = this.desk.sato.get(path);
		assertThat(whole.body().at("/goals").size()).isEqualTo(200);
		assertThat(whole.body().toString().length()).isGreaterThan(500_000);

		for (int round = 0; round < 3; round++) {
			atOnce(AT_ONCE, AT_ONCE, (i) -> {
				if (i % 2 == 0) {
					this.hangUp.afterTheBeginning(path);
				}
				else {
					this.hangUp.beforeTheHeaders(path);
				}
			});
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> this.pool.getMetrics().orElseThrow().acquiredSize() == 0);
		atOnce(40, 4, (i) -> assertThat(this.desk.sato.get(path).status()).isEqualTo(200));
		await().atMost(Duration.ofSeconds(30)).until(() -> this.pool.getMetrics().orElseThrow().acquiredSize() == 0);
	}

	@Test
	void writersWhoHangUp_leaveAllOrNothing_andMayAskAgain() {
		List<String> keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(150).toList();
		String body = body(Contents.annualGoal("途中"));
		atOnce(keys.size(), 16,
				(i) -> this.hangUp.afterSending(Desk.sheet(this.year) + "/goals", keys.get(i), body, i % 31));
		await().atMost(Duration.ofSeconds(30)).until(() -> this.pool.getMetrics().orElseThrow().acquiredSize() == 0);
		assertThat(disagreeing()).as("goals without idempotency record, event or audit entry, or the reverse")
			.isEmpty();

		atOnce(keys.size(), 8, (i) -> create(keys.get(i), body));
		assertThat(Superuser.strings("select count(*) from goal where fiscal_year = " + this.year))
			.containsExactly("" + keys.size());
		assertThat(disagreeing()).isEmpty();
	}

	/** Goals of this year, or keys used in it, of which not everything is there once. */
	private List<String> disagreeing() {
		return Superuser.strings("""
				select coalesce(g.id, k.resource)
				from (select id from goal where fiscal_year = %1$d) g
				full join (select resource from idempotency_key where route like 'goals/sheets/%1$d/%%') k
				  on k.resource = g.id
				where g.id is null or k.resource is null
				  or (select count(*) from outbox where aggregate_id = g.id) <> 1
				  or (select count(*) from audit_entry where object_id = g.id) <> 1
				""".formatted(this.year));
	}

	/** Asks again, as people do who are told to come back. */
	private void create(String key, String body) {
		await().atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(100))
			.pollDelay(Duration.ZERO)
			.ignoreExceptionsInstanceOf(UncheckedIOException.class)
			.until(() -> this.desk.sato.post(Desk.sheet(this.year) + "/goals", body, key).status() == 201);
	}

	private static String body(GoalContent content) {
		return Caller.JSON.writeValueAsString(Contents.adding(GoalKind.ANNUAL_GOAL, content));
	}

	private static GoalContent longGoal(int number) {
		return new GoalContent("目標" + number, List.of(), List.of(), List.of(), List.of(),
				List.of(Block.entry(UUID.randomUUID(), 1, "○", "地域の交流の場を増やす。".repeat(180))), List.of(),
				Contents.links(), null, null);
	}

	/** All of it done, by so many at a time. */
	private void atOnce(int count, int people, IntConsumer work) {
		AtomicInteger next = new AtomicInteger();
		CompletableFuture<?>[] working = IntStream.range(0, people)
			.mapToObj((person) -> CompletableFuture.runAsync(() -> {
				for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
					work.accept(i);
				}
			}, this.people))
			.toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(working).join();
	}

}
