package jp.meguri.catalog.offer;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.meguri.catalog.CatalogClient;
import jp.meguri.catalog.WholeCatalog;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.evaluation.ImportAnswer.PartApplied;
import jp.meguri.events.evaluation.ImportAnswer.PartRefused;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What documents offer, from the goals topic to the catalog's own addresses and events.
 */
@WholeCatalog
class ImportOfferIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("eventConsumers")
	private SmartLifecycle consumers;

	private EventPublisherForTests topics;

	@BeforeEach
	void waitUntilEverybodyIsKnown() {
		CatalogClient.waitUntilEverybodyIsKnown(this.port);
		this.topics = new EventPublisherForTests();
	}

	@AfterEach
	void closeTopics() {
		this.topics.close();
	}

	@Test
	void plan_isTakenOverOnce_howeverOftenItIsDelivered() throws SQLException {
		OfferFixture offer = OfferFixture.of("offered-once");
		ImportEvent plan = offer.plan(2026, 2030, offer.tree());
		EventEnvelope<ImportEvent> event = by("yamada", "nagisa", plan, 1);
		this.topics.publish(event, Topics.GOALS);
		this.topics.publish(event, Topics.GOALS);
		this.topics.publish(by("yamada", "nagisa", plan, 2), Topics.GOALS);
		assertThat(answerTo(offer, 1)).isEqualTo(new PartApplied(offer.importId(), 1));
		awaitRead(offer, 2);

		JsonNode edition = edition("offered-once", 2028);
		assertThat(edition.get("id").asString()).isEqualTo(offer.id("edition").toString());
		assertThat(edition.get("planName").asString()).isEqualTo("行財政改革プラン");
		assertThat(edition.at("/levelNames/1").asString()).isEqualTo("取組項目");
		assertThat(edition.at("/glossary/0/term").asString()).isEqualTo("公共施設");
		assertThat(edition.at("/nodes/2/id").asString()).isEqualTo(offer.id("1-2").toString());
		assertThat(edition.at("/nodes/2/parent")).isEqualTo(edition.at("/nodes/0/id"));
		assertThat(scheme(offer.id("scheme")).get("edition").asString()).isEqualTo(offer.id("edition").toString());
		assertThat(count("select count(*) from plan where body->>'dimension' = 'offered-once'")).isOne();
		assertThat(count("select count(*) from audit_entry where object_id in (select id from plan"
				+ " where body->>'dimension' = 'offered-once')"))
			.isOne();
		assertThat(announced(offer.id("edition"))).singleElement()
			.satisfies((announced) -> assertThat(announced.actor().name()).isEqualTo("山田 薫"))
			.extracting(EventEnvelope::data)
			.isInstanceOf(PlanEditionChanged.class);
		assertThat(announced(offer.id("scheme"))).singleElement()
			.extracting(EventEnvelope::data)
			.isInstanceOf(GradingSchemeChanged.class);
		assertThat(answers(offer)).hasSize(1);
		UUID part = ImportAnswer.aggregateOf(offer.importId(), 1);
		assertThat(count("select count(*) from audit_entry where object_id = '" + part + "'")).isOne();
		assertThat(count("select count(*) from audit_entry where object_id = '" + offer.id("edition") + "'")).isOne();
	}

	@Test
	void sameEditionOfAnotherSheet_isReused_andSaidSo() {
		OfferFixture first = OfferFixture.of("offered-again");
		this.topics.publish(by("yamada", "nagisa", first.plan(2026, 2030, first.tree()), 1), Topics.GOALS);
		answerTo(first, 1);
		OfferFixture next = first.again();
		this.topics.publish(by("yamada", "nagisa", next.plan(2026, 2030, next.node("1", null, 1, "1", "健全な財政運営"),
				next.node("1-3", "1", 2, "1-3", "基金の活用")), 1), Topics.GOALS);
		assertThat(answerTo(next, 1))
			.isEqualTo(new PartApplied(next.importId(), 1, List.of(new Match(next.id("edition"), first.id("edition")),
					new Match(next.id("1"), first.id("1")), new Match(next.id("scheme"), first.id("scheme")))));
		JsonNode edition = edition("offered-again", 2026);
		assertThat(edition.get("revision").asLong()).isEqualTo(2);
		assertThat(edition.at("/nodes/3/id").asString()).isEqualTo(next.id("1-3").toString());
		assertThat(announced(first.id("edition"))).extracting(EventEnvelope::aggregateVersion).containsExactly(1L, 2L);
	}

	@Test
	void personsWhoDoNotPlanForTheCity_areRefused_andNothingWaitsBehindThem() throws SQLException {
		for (String who : List.of("nagisa/sato", "nagisa/suzuki", "tsukimi/hayashi", "operations/ops")) {
			OfferFixture offer = OfferFixture.of("offered-by-others");
			EventActor actor = new EventActor(person(who), who);
			this.topics.publish(event("nagisa", offer.plan(2026, 2030, offer.tree()), 1, actor), Topics.GOALS);
			assertThat(answerTo(offer, 1)).as(who).isEqualTo(new PartRefused(offer.importId(), 1, "import.no-right"));
			this.topics.publish(event("nagisa", offer.organisation(2026, offer.section("他人の課", null)), 2, actor),
					Topics.GOALS);
			assertThat(answerTo(offer, 2)).isEqualTo(new PartRefused(offer.importId(), 2, "import.no-right"));
		}
		OfferFixture nobody = OfferFixture.of("offered-by-others");
		this.topics.publish(event("nagisa", nobody.plan(2026, 2030, nobody.tree()), 1, EventActor.SYSTEM),
				Topics.GOALS);
		assertThat(answerTo(nobody, 1)).isInstanceOf(PartRefused.class);
		assertThat(count("select count(*) from plan where body->>'dimension' = 'offered-by-others'")).isZero();
		assertThat(count("select count(*) from inbox_parked where consumer = 'import-offer'")).isZero();
	}

	@Test
	void planThatCannotBe_isRefused_andLeavesNothing() throws SQLException {
		OfferFixture first = OfferFixture.of("offered-badly");
		this.topics.publish(by("yamada", "nagisa", first.plan(2026, 2030, first.tree()), 1), Topics.GOALS);
		answerTo(first, 1);
		OfferFixture next = first.again();
		this.topics.publish(by("yamada", "nagisa", next.plan(2029, 2033, next.tree()), 1), Topics.GOALS);
		assertThat(answerTo(next, 1)).isEqualTo(new PartRefused(next.importId(), 1, "import.edition-overlaps"));
		OfferFixture worse = OfferFixture.of("Not A Dimension");
		this.topics.publish(by("yamada", "nagisa", worse.plan(2026, 2030, worse.tree()), 1), Topics.GOALS);
		assertThat(answerTo(worse, 1)).isEqualTo(new PartRefused(worse.importId(), 1, "import.plan-invalid"));
		assertThat(count("select count(*) from grading_scheme where id in ('%s', '%s')".formatted(next.id("scheme"),
				worse.id("scheme"))))
			.isZero();
	}

	@Test
	void sections_becomeUnitsOfTheirYear() {
		UUID civic = unit("civic", 2026);
		OfferFixture offer = OfferFixture.of("organisation");
		this.topics.publish(
				by("yamada", "nagisa",
						offer.organisation(2026, offer.section("男女共同参画課", civic), offer.section("くらし協働部", null)), 2),
				Topics.GOALS);
		assertThat(answerTo(offer, 2))
			.isEqualTo(new PartApplied(offer.importId(), 2, List.of(new Match(offer.id("くらし協働部"), civic))));
		JsonNode unit = StreamSupport.stream(units(2026).spliterator(), false)
			.filter((candidate) -> candidate.get("id").asString().equals(offer.id("男女共同参画課").toString()))
			.findFirst()
			.orElseThrow();
		assertThat(unit.get("name").asString()).isEqualTo("男女共同参画課");
		assertThat(unit.get("parent").asString()).isEqualTo(civic.toString());
		assertThat(unit.get("kind").asString()).isEqualTo("SECTION");
	}

	@Test
	void offerThatComesWhileTheServiceIsDown_isTakenOnceAfterItsRestart() throws SQLException {
		OfferFixture offer = OfferFixture.of("offered-before");
		EventEnvelope<ImportEvent> event = by("yamada", "nagisa", offer.plan(2026, 2030, offer.tree()), 1);
		this.consumers.stop();
		try {
			this.topics.publish(event, Topics.GOALS);
		}
		finally {
			this.consumers.start();
		}
		answerTo(offer, 1);
		forget(offer);
		this.topics.publish(event, Topics.GOALS);
		awaitRead(offer, 1);
		assertThat(answers(offer)).hasSize(1);
		assertThat(announced(offer.id("edition"))).hasSize(1);
		assertThat(edition("offered-before", 2026).get("revision").asLong()).isOne();
	}

	/**
	 * As if the inbox had never seen the import: what a restored or new consumer knows.
	 */
	private static void forget(OfferFixture offer) throws SQLException {
		try (Connection connection = EmbeddedPlatform.get().superuser("catalog").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("delete from inbox where aggregate_id = '" + offer.importId() + "'");
		}
	}

	private void awaitRead(OfferFixture offer, long version) {
		await().atMost(SOON)
			.until(() -> count("select count(*) from inbox where consumer = 'import-offer' and aggregate_id = '"
					+ offer.importId() + "' and aggregate_version >= " + version) == 1);
	}

	private ImportAnswer answerTo(OfferFixture offer, int part) {
		await().atMost(SOON).until(() -> answers(offer).stream().anyMatch((answer) -> answer.part() == part));
		return answers(offer).stream().filter((answer) -> answer.part() == part).findFirst().orElseThrow();
	}

	private List<ImportAnswer> answers(OfferFixture offer) {
		return this.topics.received(Topics.CATALOG, ImportAnswer.class)
			.stream()
			.map(EventEnvelope::data)
			.filter((answer) -> answer.importId().equals(offer.importId()))
			.toList();
	}

	private List<EventEnvelope<CatalogEvent>> announced(UUID aggregate) {
		return this.topics.received(Topics.CATALOG, CatalogEvent.class)
			.stream()
			.filter((event) -> event.aggregateId().equals(aggregate))
			.toList();
	}

	private JsonNode edition(String dimension, int fiscalYear) {
		JsonNode items = planner().read("/api/catalog/plans?fiscalYear=" + fiscalYear).get("items");
		return StreamSupport.stream(items.spliterator(), false)
			.filter((edition) -> edition.get("dimension").asString().equals(dimension))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode scheme(UUID id) {
		return planner().read("/api/catalog/grading-schemes/" + id);
	}

	private JsonNode units(int fiscalYear) {
		return planner().read("/api/catalog/units?fiscalYear=" + fiscalYear).get("items");
	}

	private UUID unit(String code, int fiscalYear) {
		return StreamSupport.stream(units(fiscalYear).spliterator(), false)
			.filter((unit) -> unit.get("code").asString().equals(code))
			.map((unit) -> UUID.fromString(unit.get("id").asString()))
			.findFirst()
			.orElseThrow();
	}

	private CatalogClient planner() {
		return CatalogClient.as(this.port, "nagisa/yamada");
	}

	private static EventEnvelope<ImportEvent> by(String subject, String city, ImportEvent data, long version) {
		return event(city, data, version, new EventActor(person(city + "/" + subject), "山田 薫"));
	}

	private static EventEnvelope<ImportEvent> event(String city, ImportEvent data, long version, EventActor actor) {
		return EventEnvelope.of(id(city, "municipality"), "import", data.importId(), version, data.importId(),
				Instant.now(), CycleMode.LIVE, actor, "offer-test", data);
	}

	private static UUID person(String who) {
		String[] parts = who.split("/");
		return id(parts[0], "person/" + parts[1]);
	}

	private static UUID id(String slug, String name) {
		return UUID.nameUUIDFromBytes(("demo/" + slug + "/" + name).getBytes(StandardCharsets.UTF_8));
	}

	private static long count(String sql) throws SQLException {
		try (Connection connection = EmbeddedPlatform.get().superuser("catalog").getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

}
