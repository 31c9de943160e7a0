package jp.meguri.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.Heartbeat;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.test.EventPublisherForTests;

/**
 * The invented cities as the catalog announces them. Of hoshimi nothing was heard for
 * long.
 */
public final class CityFixture {

	public static final List<String> CITIES = List.of("nagisa", "tsukimi", "hoshimi", "operations");

	public static final UUID CIVIC = UUID.fromString("0192f0c1-7a3e-7000-8000-000000000101");

	public static final UUID ENVIRONMENT = UUID.fromString("0192f0c1-7a3e-7000-8000-000000000102");

	public static final UUID PLANNING_DIVISION = UUID.fromString("0192f0c1-7a3e-7000-8000-000000000103");

	public static final UUID CIVIC_OF_TSUKIMI = UUID.fromString("0192f0c1-7a3e-7000-8000-000000000201");

	public static final UUID CIVIC_OF_HOSHIMI = UUID.fromString("0192f0c1-7a3e-7000-8000-000000000301");

	public static final UUID OPERATIONS = UUID.fromString("0192f0c1-7a3e-7000-8000-000000000901");

	private final FakeProvider provider;

	private final EventPublisherForTests publisher;

	public CityFixture(FakeProvider provider, EventPublisherForTests publisher) {
		this.provider = provider;
		this.publisher = publisher;
	}

	public void publish() {
		city("nagisa", "なぎさ市");
		unit("nagisa", CIVIC, "civic", "くらし協働部");
		unit("nagisa", ENVIRONMENT, "environment", "環境部");
		unit("nagisa", PLANNING_DIVISION, "planning", "政策企画課");
		person("nagisa", "sato", "佐藤 花", Map.of(CIVIC, RoleCode.STAFF));
		person("nagisa", "suzuki", "鈴木 一郎", Map.of(CIVIC, RoleCode.HEAD));
		person("nagisa", "ito", "伊藤 恵", Map.of(ENVIRONMENT, RoleCode.HEAD, CIVIC, RoleCode.STAFF));
		person("nagisa", "yamada", "山田 薫", Map.of(PLANNING_DIVISION, RoleCode.PLANNING));
		person("nagisa", "nobody", "所属 なし", Map.of());
		city("tsukimi", "つきみ市");
		unit("tsukimi", CIVIC_OF_TSUKIMI, "civic", "市民部");
		person("tsukimi", "mori", "森 陽", Map.of(CIVIC_OF_TSUKIMI, RoleCode.STAFF));
		city("hoshimi", "ほしみ市");
		unit("hoshimi", CIVIC_OF_HOSHIMI, "civic", "市民部");
		person("hoshimi", "oka", "岡 静", Map.of(CIVIC_OF_HOSHIMI, RoleCode.STAFF));
		city("operations", "運用");
		unit("operations", OPERATIONS, "operations", "運用");
		person("operations", "ops", "運用 担当", Map.of(OPERATIONS, RoleCode.OPERATOR));
		heartbeat("nagisa", Instant.now());
		heartbeat("tsukimi", Instant.now());
		heartbeat("hoshimi", Instant.now().minus(Duration.ofMinutes(11)));
		heartbeat("operations", Instant.now());
	}

	private void city(String slug, String name) {
		var issuers = List.of(this.provider.issuer(slug));
		send(slug, "municipality", municipality(slug),
				new MunicipalityChanged(municipality(slug), slug, name, slug.equals("operations"), issuers));
	}

	private void unit(String city, UUID id, String code, String name) {
		var years = List.of(new UnitYear(2025, name, null, 1, "部長", "", ""),
				new UnitYear(2026, name, null, 1, "部長", "", ""));
		send(city, "unit", id, new UnitChanged(id, code, UnitKind.DEPARTMENT, years));
	}

	private void person(String city, String subject, String name, Map<UUID, RoleCode> roles) {
		var id = UUID.nameUUIDFromBytes((city + subject).getBytes());
		var assignments = roles.entrySet()
			.stream()
			.map((role) -> new Assignment(UUID.randomUUID(), role.getKey(), role.getValue(), LocalDate.of(2020, 4, 1),
					null))
			.toList();
		send(city, "person", id,
				new PersonChanged(id, name, subject + "@example.jp", this.provider.issuer(city), subject, assignments));
	}

	void heartbeat(String city, Instant at) {
		send(city, "heartbeat", UUID.randomUUID(), new Heartbeat(municipality(city), at));
	}

	private void send(String city, String type, UUID id, CatalogEvent event) {
		var actor = new EventActor(UUID.randomUUID(), "山田 薫");
		this.publisher.publish(EventEnvelope.of(municipality(city), type, id, 1, municipality(city), Instant.now(),
				CycleMode.LIVE, actor, null, event), Topics.CATALOG);
	}

	private static UUID municipality(String slug) {
		return UUID.nameUUIDFromBytes(slug.getBytes());
	}

}
