package jp.meguri.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jp.meguri.directory.Directory;
import jp.meguri.events.Topics;
import jp.meguri.test.EventPublisherForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What operators may do to a service.
 */
@WholeCatalog
class OperationsIT {

	private static final String LETTERS = "/api/catalog/operations/dead-letters";

	@LocalServerPort
	private int port;

	@Autowired
	private Directory directory;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void recordNobodyCanTake_isShownToOperatorsOnly_andGivenUpWithAReason() {
		try (var topics = new EventPublisherForTests()) {
			topics.publish(Topics.CATALOG, UUID.randomUUID().toString(), Map.of(),
					"no event".getBytes(StandardCharsets.UTF_8));
		}
		await().atMost(Duration.ofSeconds(60)).until(() -> !letters().isEmpty());
		JsonNode letter = letters().get(0);
		assertThat(letter.toString()).doesNotContain("no event");
		String path = LETTERS + "/" + letter.get("id").asString();
		operator().request(HttpMethod.POST, path + "/discard").bodyValue("{}").exchange().expectStatus().isEqualTo(422);
		CatalogClient.as(this.port, "nagisa/yamada").get(LETTERS).expectStatus().isForbidden();
		operator().request(HttpMethod.POST, path + "/discard")
			.bodyValue("{\"reason\":\"イベントではない\"}")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.resolution")
			.isEqualTo("discarded");
		operator().request(HttpMethod.POST, path + "/replay")
			.bodyValue("{\"reason\":\"もう一度\"}")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void auditTrail_isVerified() {
		UUID city = this.directory.municipalityBySlug("nagisa").block().id();
		String path = "/api/catalog/operations/audit-verification/" + city;
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode found = operator().read(path);
			assertThat(found.get("entries").asLong()).isPositive();
			assertThat(found.get("brokenAt").isNull()).isTrue();
		});
		CatalogClient.as(this.port, "nagisa/yamada").get(path).expectStatus().isForbidden();
	}

	private JsonNode letters() {
		return operator().read(LETTERS).get("items");
	}

	private CatalogClient operator() {
		return CatalogClient.as(this.port, "operations/ops");
	}

}
