package jp.meguri.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.directory.FiscalYear;
import jp.meguri.test.EmbeddedPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * Rights follow the catalog's events, and writing stops where they are too old.
 */
@WholeCatalog
class DirectoryIT {

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("heartbeatLoop")
	private LeasedLoop heartbeatLoop;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void endedAssignment_stopsWorkingWithinAMinute() {
		CatalogClient planner = CatalogClient.as(this.port, "nagisa/yamada");
		CatalogClient leaver = CatalogClient.as(this.port, "nagisa/leaver");
		JsonNode person = CatalogClient
			.json(planner.create("/api/catalog/persons", "{\"name\":\"去る 人\",\"subject\":\"leaver\"}"));
		JsonNode assigned = CatalogClient
			.json(planner.create("/api/catalog/persons/" + person.get("id").asString() + "/assignments",
					"{\"unit\":\"%s\",\"role\":\"STAFF\",\"from\":\"2026-04-01\"}"
						.formatted(planner.read("/api/catalog/units").at("/items/0/id").asString())));
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> leaver.get("/api/catalog/cycles").expectStatus().isOk());

		LocalDate yesterday = LocalDate.now(FiscalYear.ZONE).minusDays(1);
		planner
			.send(HttpMethod.PATCH, "/api/catalog/assignments/" + assigned.at("/assignments/0/id").asString(),
					assigned.get("revision").asLong(), "{\"to\":\"" + yesterday + "\"}")
			.expectStatus()
			.isOk();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> leaver.get("/api/catalog/cycles")
				.expectStatus()
				.isForbidden()
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("urn:meguri:problem:no-assignment"));
	}

	@Test
	void newAssignment_worksOnItsFirstDayOnly() {
		JsonNode person = person("tanaka");
		CatalogClient planner = CatalogClient.as(this.port, "nagisa/yamada");
		String unit = person.at("/assignments/0/unit").asString();
		String path = "/api/catalog/persons/" + person.get("id").asString() + "/assignments";
		String body = "{\"unit\":\"%s\",\"role\":\"PLANNING\",\"from\":\"%s\"}";
		LocalDate today = LocalDate.now(FiscalYear.ZONE);
		planner.create(path, body.formatted(unit, today.plusDays(2))).expectStatus().isCreated();
		planner.create(path, body.formatted(unit, today).replace("}", ",\"to\":\"" + today.minusDays(3) + "\"}"))
			.expectStatus()
			.isEqualTo(422);
		planner.create(path, body.formatted(unit, today).replace("PLANNING", "OPERATOR")).expectStatus().isEqualTo(422);
		await().during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> CatalogClient.as(this.port, "nagisa/tanaka")
				.get("/api/catalog/persons")
				.expectStatus()
				.isForbidden());
	}

	@Test
	void staleDirectory_refusesWritesAndStillReads() throws SQLException {
		CatalogClient planner = CatalogClient.as(this.port, "nagisa/yamada");
		this.heartbeatLoop.stop();
		try {
			age("11 minutes");
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> planner.create("/api/catalog/units", "{}")
					.expectStatus()
					.isEqualTo(503)
					.expectHeader()
					.exists("Retry-After")
					.expectBody()
					.jsonPath("$.type")
					.isEqualTo("urn:meguri:problem:directory-stale"));
			planner.get("/api/catalog/units").expectStatus().isOk();
		}
		finally {
			this.heartbeatLoop.start();
		}
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> planner.create("/api/catalog/units", "{}").expectStatus().isEqualTo(422));
	}

	private JsonNode person(String subject) {
		JsonNode items = CatalogClient.as(this.port, "nagisa/yamada").read("/api/catalog/persons").get("items");
		return StreamSupport.stream(items.spliterator(), false)
			.filter((person) -> person.get("subject").asString().equals(subject))
			.findFirst()
			.orElseThrow();
	}

	private static void age(String by) throws SQLException {
		try (Connection connection = EmbeddedPlatform.get().superuser("catalog").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("update directory_state set heard_at = now() - interval '" + by + "'");
		}
	}

}
