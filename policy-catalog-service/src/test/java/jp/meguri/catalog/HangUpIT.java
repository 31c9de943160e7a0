package jp.meguri.catalog;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Clients that hang up cost no connection of the pool.
 */
@WholeCatalog
class HangUpIT {

	private static final int CALLS = 400;

	@LocalServerPort
	private int port;

	@Autowired
	private ConnectionPool pool;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void pool_isFreeAgain_afterAStormOfCancelledReads() {
		WebClient web = WebClient.create("http://127.0.0.1:" + this.port);
		String token = TestTokens.tokenFor("nagisa", "sato");
		Long cancelled = Flux.range(0, CALLS)
			.flatMap((i) -> web.get()
				.uri("/api/catalog/plans")
				.headers((headers) -> headers.setBearerAuth(token))
				.retrieve()
				.bodyToMono(String.class)
				.map((body) -> 0)
				.timeout(Duration.ofMillis(1 + i % 20), Mono.just(1))
				.onErrorReturn(0), 50)
			.filter((outcome) -> outcome == 1)
			.count()
			.block(Duration.ofSeconds(60));
		assertThat(cancelled).isPositive();
		await().atMost(Duration.ofSeconds(30)).until(() -> this.pool.getMetrics().orElseThrow().acquiredSize() == 0);
		CatalogClient.as(this.port, "nagisa/sato").get("/api/catalog/plans").expectStatus().isOk();
	}

}
