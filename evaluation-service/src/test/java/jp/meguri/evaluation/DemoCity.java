package jp.meguri.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * The invented cities as the catalog would announce them. Each test takes a fiscal year
 * of its own: goals of different tests do not meet.
 */
public final class DemoCity {

	public static final UUID NAGISA = id("nagisa");

	public static final UUID TSUKIMI = id("tsukimi");

	public static final UUID CIVIC = id("civic");

	public static final UUID COLLAB = id("civic-collab");

	public static final UUID ENVIRONMENT = id("environment");

	public static final UUID PLANNING = id("planning");

	public static final UUID TSUKIMI_CIVIC = id("tsukimi/civic");

	public static final UUID SCHEME = id("scheme");

	public static final int FIRST_YEAR = 2020;

	/** The first year without a cycle. */
	public static final int YEARS_END = 2100;

	/** Reports of this year can no longer be written. */
	public static final int CLOSED_YEAR = 2021;

	/** A past year that is only registered. */
	public static final int BACK_LOADED_YEAR = 2022;

	private static boolean announced;

	private DemoCity() {
	}

	/** Announce everything, once per JVM. */
	public static synchronized void announce(EventPublisherForTests publisher) {
		if (announced) {
			return;
		}
		announced = true;
		city(publisher, NAGISA, "nagisa", "なぎさ市", false);
		city(publisher, TSUKIMI, "tsukimi", "つきみ市", false);
		city(publisher, id("operations"), "operations", "運用", true);
		unit(publisher, NAGISA, CIVIC, "civic", "くらし協働部", UnitKind.DEPARTMENT, null);
		unit(publisher, NAGISA, COLLAB, "civic-collab", "協働推進課", UnitKind.SECTION, CIVIC);
		unit(publisher, NAGISA, ENVIRONMENT, "environment", "環境部", UnitKind.DEPARTMENT, null);
		unit(publisher, NAGISA, PLANNING, "planning", "政策企画課", UnitKind.PLANNING_DIVISION, null);
		unit(publisher, TSUKIMI, TSUKIMI_CIVIC, "civic", "市民部", UnitKind.DEPARTMENT, null);
		unit(publisher, TSUKIMI, id("tsukimi/planning"), "planning", "企画課", UnitKind.PLANNING_DIVISION, null);
		person(publisher, NAGISA, "sato", "佐藤 花", role(CIVIC, RoleCode.STAFF));
		person(publisher, NAGISA, "suzuki", "鈴木 一郎", role(CIVIC, RoleCode.HEAD));
		person(publisher, NAGISA, "takahashi", "高橋 誠", role(COLLAB, RoleCode.STAFF));
		person(publisher, NAGISA, "tanaka", "田中 実", role(ENVIRONMENT, RoleCode.STAFF));
		person(publisher, NAGISA, "ito", "伊藤 恵", role(ENVIRONMENT, RoleCode.HEAD), role(CIVIC, RoleCode.STAFF));
		person(publisher, NAGISA, "kudo", "工藤 亮", role(ENVIRONMENT, RoleCode.HEAD));
		person(publisher, NAGISA, "yamada", "山田 薫", role(PLANNING, RoleCode.PLANNING));
		person(publisher, TSUKIMI, "mori", "森 司", role(TSUKIMI_CIVIC, RoleCode.STAFF));
		person(publisher, TSUKIMI, "hayashi", "林 明", role(id("tsukimi/planning"), RoleCode.PLANNING));
		person(publisher, id("operations"), "ops", "運用", role(id("operations"), RoleCode.OPERATOR));
		for (int year = FIRST_YEAR; year < YEARS_END; year++) {
			cycle(publisher, NAGISA, year);
			cycle(publisher, TSUKIMI, year);
		}
		publish(publisher, NAGISA, SCHEME, new CatalogEvent.GradingSchemeChanged(SCHEME, "達成度（四段階）", FIRST_YEAR,
				YEARS_END, List.of(new GradeDefinition("A", "達成", "目標を達成した"), new GradeDefinition("B", "概ね達成", ""))));
		publish(publisher, NAGISA, id("edition"), new CatalogEvent.PlanEditionChanged(id("edition"), id("plan"),
				"comprehensive-plan", "総合計画", "前期基本計画", FIRST_YEAR, YEARS_END, List.of()));
		publish(publisher, NAGISA, id("heartbeat"), new CatalogEvent.Heartbeat(NAGISA, Instant.now()));
		publish(publisher, TSUKIMI, id("heartbeat2"), new CatalogEvent.Heartbeat(TSUKIMI, Instant.now()));
		publish(publisher, id("operations"), id("heartbeat3"),
				new CatalogEvent.Heartbeat(id("operations"), Instant.now()));
	}

	public static void cycle(EventPublisherForTests publisher, UUID city, int year) {
		boolean closed = year == CLOSED_YEAR;
		CycleMode mode = (year == BACK_LOADED_YEAR) ? CycleMode.BACK_LOADING : CycleMode.LIVE;
		Instant opens = Instant.parse("2020-01-01T00:00:00Z");
		Window window = new Window(id(city + "/window/" + year), WindowKind.REPORTS, Round.YEAR_END, opens,
				closed ? Instant.parse("2022-01-01T00:00:00Z") : Instant.parse("2190-01-01T00:00:00Z"), 3,
				closed ? "" : "", List.of());
		List<Window> windows = (mode == CycleMode.BACK_LOADING) ? List.of() : List.of(window);
		UUID id = id(city + "/cycle/" + year);
		publish(publisher, city, id, new CatalogEvent.CycleChanged(id, year, mode, List.of(Round.YEAR_END), windows));
	}

	public static UUID person(String subject) {
		return id("person/" + subject);
	}

	public static EventActor actor(String subject) {
		return new EventActor(person(subject), subject);
	}

	public static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	private static void city(EventPublisherForTests publisher, UUID id, String slug, String name, boolean operations) {
		publish(publisher, id, id,
				new CatalogEvent.MunicipalityChanged(id, slug, name, operations, List.of(TestTokens.issuer(slug))));
	}

	private static void unit(EventPublisherForTests publisher, UUID city, UUID id, String code, String name,
			UnitKind kind, @Nullable UUID parent) {
		List<UnitYear> years = IntStream.rangeClosed(FIRST_YEAR, YEARS_END)
			.mapToObj((year) -> new UnitYear(year, name, parent, 1, "部長", name + "長", "内線100"))
			.toList();
		publish(publisher, city, id, new CatalogEvent.UnitChanged(id, code, kind, years));
	}

	private static void person(EventPublisherForTests publisher, UUID city, String subject, String name,
			Assignment... assignments) {
		String slug = city.equals(NAGISA) ? "nagisa" : city.equals(TSUKIMI) ? "tsukimi" : "operations";
		publish(publisher, city, person(subject), new CatalogEvent.PersonChanged(person(subject), name,
				subject + "@example.jp", TestTokens.issuer(slug), subject, List.of(assignments)));
	}

	private static Assignment role(UUID unit, RoleCode role) {
		return new Assignment(UUID.randomUUID(), unit, role, LocalDate.of(2020, 4, 1), null);
	}

	private static void publish(EventPublisherForTests publisher, UUID city, UUID aggregate, CatalogEvent event) {
		publisher.publish(EventEnvelope.of(city, "catalog", aggregate, 1, city, Instant.now(), CycleMode.LIVE,
				EventActor.SYSTEM, null, event), Topics.CATALOG);
	}

}
