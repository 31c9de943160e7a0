package jp.meguri.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A change writes its document, its event and its audit entry, once.
 */
@WholeCatalog
class CatalogChangesIT {

	@LocalServerPort
	private int port;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
	}

	@Test
	void unit_isAnnouncedWithEveryRevision() {
		ResponseSpec created = planner().create("/api/catalog/units", unit("announced", "新設部"));
		created.expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals(HttpHeaders.ETAG, "\"1\"")
			.expectHeader()
			.valueMatches(HttpHeaders.LOCATION, "/api/catalog/units/[0-9a-f-]{36}");
		UUID id = UUID.fromString(CatalogClient.json(created).get("id").asString());
		planner().send(HttpMethod.PUT, "/api/catalog/units/" + id, 1, years("改称部"))
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ETAG, "\"2\"");

		try (var topics = new EventPublisherForTests()) {
			await().atMost(Duration.ofSeconds(20)).until(() -> announced(topics, id).size() == 2);
			List<EventEnvelope<CatalogEvent>> events = announced(topics, id);
			assertThat(events).extracting(EventEnvelope::aggregateVersion).containsExactly(1L, 2L);
			assertThat(events).allSatisfy((event) -> assertThat(event.actor().name()).isEqualTo("山田 薫"));
			assertThat(((UnitChanged) events.get(1).data()).years().get(0).name()).isEqualTo("改称部");
		}
		assertThat(count("select count(*) from audit_entry where object_id = '" + id + "'")).isEqualTo(2);
	}

	@Test
	void change_isRefused_whenRevisionIsMissingOrOld() {
		String path = "/api/catalog/units/" + createdUnit("revisions");
		planner().request(HttpMethod.PUT, path).bodyValue(years("一")).exchange().expectStatus().isEqualTo(428);
		planner().send(HttpMethod.PUT, path, 1, years("二")).expectStatus().isOk();
		planner().send(HttpMethod.PUT, path, 1, years("三"))
			.expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.currentRevision")
			.isEqualTo(2)
			.jsonPath("$.type")
			.isEqualTo("urn:meguri:problem:revision-conflict");
		for (String tag : new String[] { "W/\"2\"", "*", "2", "\"2\", \"3\"", "\"x\"" }) {
			planner().request(HttpMethod.PUT, path)
				.header(HttpHeaders.IF_MATCH, tag)
				.bodyValue(years("四"))
				.exchange()
				.expectStatus()
				.isBadRequest();
		}
	}

	@Test
	void twoChangesOfTheSameRevision_oneWins() {
		String path = "/api/catalog/units/" + createdUnit("race");
		List<Integer> answers = IntStream.range(0, 8)
			.parallel()
			.mapToObj((i) -> CatalogClient.status(planner().send(HttpMethod.PUT, path, 1, years("競" + i))))
			.sorted()
			.toList();
		assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
	}

	@Test
	void create_happensOnce_howeverOftenItIsSent() {
		String key = UUID.randomUUID().toString();
		List<Integer> answers = IntStream.range(0, 10)
			.parallel()
			.mapToObj((i) -> CatalogClient.status(planner().create("/api/catalog/units", key, unit("once", "一度部"))))
			.toList();
		assertThat(answers).contains(201).containsAnyOf(201, 409).doesNotContain(500, 503);
		ResponseSpec replay = planner().create("/api/catalog/units", key, unit("once", "一度部"));
		replay.expectStatus().isCreated().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
		assertThat(count("select count(*) from unit where body->>'code' = 'once'")).isEqualTo(1);
		planner().create("/api/catalog/units", key, unit("twice", "別の部"))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:meguri:problem:idempotency-key-reused");
	}

	@Test
	void create_needsAKey() {
		planner().request(HttpMethod.POST, "/api/catalog/units")
			.bodyValue(unit("keyless", "部"))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:meguri:problem:idempotency-key-required");
	}

	@Test
	void unit_isRefused_whenItsCodeIsTaken() {
		planner().create("/api/catalog/units", unit("civic", "くらし部")).expectStatus().isEqualTo(409);
	}

	@Test
	void unit_isRefused_whenItsParentIsOfAnotherCityOrItself() {
		String foreign = CatalogClient.as(this.port, "tsukimi/hayashi")
			.read("/api/catalog/units")
			.at("/items/0/id")
			.asString();
		planner()
			.create("/api/catalog/units",
					unit("astray", "迷い部").replace("\"ordinal\"", "\"parent\":\"" + foreign + "\",\"ordinal\""))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/years/0/parent");
		String own = createdUnit("circle");
		planner()
			.send(HttpMethod.PUT, "/api/catalog/units/" + own, 1,
					years("循環部").replace("\"ordinal\"", "\"parent\":\"" + own + "\",\"ordinal\""))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].key")
			.isEqualTo("circle");
	}

	@Test
	void plan_isEnteredIntoTheAuditTrail_thoughNoEventTellsOfIt() {
		JsonNode plan = CatalogClient
			.json(planner().create("/api/catalog/plans", "{\"dimension\":\"entered-plan\",\"name\":\"緑の計画\"}"));
		String entries = "select count(*) from audit_entry where object_id = '" + plan.get("id").asString() + "'";
		assertThat(count(entries)).isOne();
		assertThat(count(entries + " and convert_from(body, 'UTF8') like '%plan.create%山田 薫%'")).isOne();
	}

	@Test
	void planEdition_keepsTheIdsOfItsNodes() {
		JsonNode plan = CatalogClient
			.json(planner().create("/api/catalog/plans", "{\"dimension\":\"green-plan\",\"name\":\"緑の計画\"}"));
		String editions = "/api/catalog/plans/" + plan.get("id").asString() + "/editions";
		JsonNode edition = CatalogClient.json(planner().create(editions, """
				{"name":"第1期","firstYear":2026,"lastYear":2028,"nodes":[
				{"level":1,"path":[1],"code":"1","title":"緑","linkable":false},
				{"level":2,"path":[1,1],"code":"1-①","title":"街路樹","linkable":true}]}"""));
		String node = edition.at("/nodes/1/id").asString();
		assertThat(edition.at("/nodes/1/parent")).isEqualTo(edition.at("/nodes/0/id"));

		JsonNode changed = CatalogClient
			.json(planner().send(HttpMethod.PUT, editions + "/" + edition.get("id").asString(), 1, """
					{"name":"第1期","firstYear":2026,"lastYear":2028,"nodes":[
					{"level":1,"path":[1],"code":"1","title":"みどり","linkable":false},
					{"id":"%s","level":2,"path":[1,1],"code":"1-①","title":"並木","linkable":true}]}""".formatted(node)));
		assertThat(changed.at("/nodes/1/id").asString()).isEqualTo(node);
		assertThat(changed.get("revision").asLong()).isEqualTo(2);
		planner().create(editions, "{\"name\":\"第2期\",\"firstYear\":2028,\"lastYear\":2030,\"nodes\":[]}")
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].key")
			.isEqualTo("overlap");
		assertThat(planner().read("/api/catalog/plans?fiscalYear=2029").toString()).doesNotContain("green-plan");
		assertThat(planner().read("/api/catalog/plans?fiscalYear=2027").toString()).contains("green-plan");
	}

	@Test
	void cycleOfAYear_existsOnce() {
		String body = "{\"fiscalYear\":2024,\"mode\":\"BACK_LOADING\",\"rounds\":[\"YEAR_END\"],\"windows\":[]}";
		planner().create("/api/catalog/cycles", body).expectStatus().isCreated();
		planner().create("/api/catalog/cycles", body).expectStatus().isEqualTo(409);
		planner().get("/api/catalog/cycles/2024")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.fiscalYearLabel")
			.isEqualTo("令和6年度");
	}

	@Test
	void operator_foundsACityWithItsFirstPlanner_once() {
		String key = UUID.randomUUID().toString();
		String body = """
				{"slug":"minato","name":"みなと市","issuers":["https://login.minato.example"],
				"planner":{"unitCode":"planning","unitName":"企画課","personName":"港 渡","email":"minato@minato.example",
				"subject":"minato"}}""";
		CatalogClient operator = CatalogClient.as(this.port, "operations/ops");
		ResponseSpec created = operator.create("/api/catalog/municipalities", key, body);
		created.expectStatus().isCreated();
		String id = CatalogClient.json(created).get("id").asString();
		operator.create("/api/catalog/municipalities", key, body).expectStatus().isCreated();
		operator.create("/api/catalog/municipalities", body).expectStatus().isEqualTo(409);
		assertThat(count("select count(*) from person where municipality = '" + id + "'")).isEqualTo(1);
		assertThat(count("select count(*) from audit_entry where municipality = '" + id + "'")).isEqualTo(3);
		operator.create("/api/catalog/municipalities", body.replace("\"minato\",\"name\"", "\"minato2\",\"name\""))
			.expectStatus()
			.isEqualTo(409);
	}

	private CatalogClient planner() {
		return CatalogClient.as(this.port, "nagisa/yamada");
	}

	private String createdUnit(String code) {
		return CatalogClient.json(planner().create("/api/catalog/units", unit(code, "試験部"))).get("id").asString();
	}

	private static String unit(String code, String name) {
		return years(name).replaceFirst("\\{", "{\"code\":\"" + code + "\",");
	}

	private static String years(String name) {
		return "{\"kind\":\"SECTION\",\"years\":[{\"fiscalYear\":2026,\"name\":\"" + name + "\",\"ordinal\":80}]}";
	}

	private static List<EventEnvelope<CatalogEvent>> announced(EventPublisherForTests topics, UUID id) {
		return topics.received(Topics.CATALOG, CatalogEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(id))
			.toList();
	}

	private static long count(String sql) {
		try (Connection connection = EmbeddedPlatform.get().superuser("catalog").getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
