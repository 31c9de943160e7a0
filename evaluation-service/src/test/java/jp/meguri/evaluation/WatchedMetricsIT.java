package jp.meguri.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import jp.meguri.test.metrics.WatchedMetrics;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What rules and dashboard ask this service for, it tells. */
class WatchedMetricsIT extends EvaluationIT {

	@LocalManagementPort
	private int managementPort;

	@Test
	void everyMetricAskedFor_isThere() {
		WebTestClient.bindToServer()
			.baseUrl(base())
			.build()
			.get()
			.uri("/api/evaluations/reports")
			.exchange()
			.expectStatus()
			.isUnauthorized();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(
					() -> assertThat(WatchedMetrics.missing("evaluation-service", this.managementPort)).isEmpty());
	}

}
