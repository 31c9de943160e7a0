package jp.meguri.local.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.meguri.events.Topics;
import jp.meguri.local.service.Service;
import jp.meguri.test.metrics.Selector;
import jp.meguri.test.metrics.WatchedMetrics;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules and dashboard are whole. That the metrics exist, the services' own tests say.
 */
class ObservabilityTest {

	private static final List<String> MODULES = Arrays.stream(Service.values()).map(Service::module).toList();

	@Test
	void everyAlert_saysWhatToDo_inBothLanguages() throws IOException {
		assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy((alert) -> {
			assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("page", "ticket");
			var words = (Map<?, ?>) alert.get("annotations");
			assertThat(words.get("summary_ja").toString() + words.get("runbook_ja")).matches("(?s).*[ぁ-ん].*");
			assertThat(words.get("summary_en").toString() + words.get("runbook_en")).doesNotMatch("(?s).*[ぁ-ん].*");
			assertThat(words.get("runbook_ja").toString()).hasSizeGreaterThan(40);
			assertThat(words.get("runbook_en").toString()).hasSizeGreaterThan(80);
		});
		assertThat(alerts()).extracting((alert) -> alert.get("alert")).doesNotHaveDuplicates();
	}

	@Test
	void everyMetric_isAskedOfSomeService() {
		assertThat(WatchedMetrics.all()).hasSizeGreaterThan(30)
			.allSatisfy((selector) -> assertThat(MODULES).as(selector.toString()).anyMatch(selector::isAbout));
		assertThat(WatchedMetrics.all()).extracting(Selector::metric)
			.contains("outbox_oldest_unpublished_seconds", "inbox_lag_records", "r2dbc_pool_pending_connections",
					"http_server_requests_seconds_bucket", "mail_oldest_due_seconds")
			.doesNotContain("sum", "max", "rate", "by", "application");
	}

	@Test
	void absence_isWatchedOfEveryService() throws IOException {
		assertThat(expression("ServiceAbsent")).contains(MODULES);
		assertThat(expression("PartitionsUnread")).endsWith("< " + Topics.PARTITIONS);
	}

	private static String expression(String name) throws IOException {
		return alerts().stream()
			.filter((alert) -> name.equals(alert.get("alert")))
			.findFirst()
			.orElseThrow()
			.get("expr")
			.toString();
	}

	private static List<Map<String, Object>> alerts() throws IOException {
		Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml()
			.load(Files.readString(WatchedMetrics.DIRECTORY.resolve("prometheus-rules.yaml")));
		return file.get("groups").get(0).get("rules");
	}

}
