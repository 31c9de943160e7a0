package jp.meguri.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.metrics.WatchedMetrics;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What rules and dashboard ask this service for, it tells. */
@MeguriIT
class WatchedMetricsIT {

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void everyMetricAskedFor_isThere() {
		new Desk(this.port);
		WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri("/api/goals/sheets")
			.exchange()
			.expectStatus()
			.isUnauthorized();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(WatchedMetrics.missing("goals-service", this.managementPort)).isEmpty());
	}

}
