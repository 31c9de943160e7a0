package jp.meguri.catalog.cycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.meguri.catalog.CatalogClient;
import jp.meguri.catalog.WholeCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entry periods over HTTP, from creation to early closing, reopening and extension.
 */
@WholeCatalog
class WindowIT {

	@LocalServerPort
	private int port;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void window_isClosedEarly_reopenedAndExtended() {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		JsonNode cycle = CatalogClient.json(planner().create("/api/catalog/cycles", """
				{"fiscalYear":2023,"mode":"LIVE","rounds":["YEAR_END"],
				"windows":[{"kind":"GOALS","opensAt":"%s","closesAt":"%s"}]}""".formatted(now.minusSeconds(3600),
				now.plusSeconds(86_400))));
		String window = "/api/catalog/windows/" + cycle.at("/windows/0/id").asString();

		refused(close(window, 1, now.plusSeconds(30)), "too-soon");
		refused(close(window, 1, now.plusSeconds(90_000)), "not-earlier");
		planner().send(HttpMethod.POST, window + "/closing", 7, closing(now.plusSeconds(120)))
			.expectStatus()
			.isEqualTo(412);
		close(window, 1, now.plusSeconds(120)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.revision")
			.isEqualTo(2)
			.jsonPath("$.closedReason")
			.isEqualTo("議会日程のため");

		planner()
			.send(HttpMethod.PUT, window, 2,
					"{\"opensAt\":\"%s\",\"closesAt\":\"%s\",\"reason\":\"再開\"}".formatted(now.minusSeconds(3600),
							now.plusSeconds(86_400)))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.closedReason")
			.isEqualTo("");

		String unit = planner().read("/api/catalog/units").at("/items/0/id").asString();
		String extension = "{\"unit\":\"%s\",\"closesAt\":\"%s\",\"reason\":\"災害対応のため\"}";
		planner().create(window + "/extensions", extension.formatted(unit, now.plusSeconds(172_800)))
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.extensions[0].reason")
			.isEqualTo("災害対応のため");
		refused(planner().create(window + "/extensions", extension.formatted(unit, now.plusSeconds(60))), "not-later");

		JsonNode after = planner().read("/api/catalog/cycles/2023");
		assertThat(after.get("revision").asLong()).isEqualTo(4);
		assertThat(after.at("/windows/0/revision").asLong()).isEqualTo(4);
	}

	@Test
	void extension_isRefused_forAUnitOfAnotherCity() {
		String window = planner().read("/api/catalog/cycles/2026").at("/windows/0/id").asString();
		String foreign = CatalogClient.as(this.port, "tsukimi/hayashi")
			.read("/api/catalog/units")
			.at("/items/0/id")
			.asString();
		refused(planner().create("/api/catalog/windows/" + window + "/extensions",
				"{\"unit\":\"%s\",\"closesAt\":\"2027-02-01T00:00:00+09:00\",\"reason\":\"x\"}".formatted(foreign)),
				"unit");
	}

	private ResponseSpec close(String window, long revision, Instant at) {
		return planner().send(HttpMethod.POST, window + "/closing", revision, closing(at));
	}

	private static String closing(Instant at) {
		return "{\"closesAt\":\"%s\",\"reason\":\"議会日程のため\"}".formatted(at);
	}

	private static void refused(ResponseSpec answer, String key) {
		answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].key").isEqualTo(key);
	}

	private CatalogClient planner() {
		return CatalogClient.as(this.port, "nagisa/yamada");
	}

}
