package jp.meguri.goals.imports;

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
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.content.Round;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.TestTokens;

/**
 * Two invented cities with past years that are open for back-loading, and plans that know
 * some of the codes of the sample sheet.
 */
final class ImportCity {

	static final UUID NAGISA = id("nagisa");

	static final UUID TSUKIMI = id("tsukimi");

	static final UUID CIVIC = id("nagisa/civic");

	static final UUID ENVIRONMENT = id("nagisa/environment");

	static final UUID PLANNING = id("nagisa/planning");

	static final UUID NODE_1_1_1 = id("node/1-1-1");

	private ImportCity() {
	}

	static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	static void announce(EventPublisherForTests publisher) {
		new Announcement(publisher, NAGISA, "nagisa").nagisa();
		new Announcement(publisher, TSUKIMI, "tsukimi").tsukimi();
	}

	private record Announcement(EventPublisherForTests publisher, UUID city, String slug) {

		void nagisa() {
			city("なぎさ市");
			unit(CIVIC, "civic", "くらし協働部", UnitKind.DEPARTMENT);
			unit(ENVIRONMENT, "environment", "環境部", UnitKind.DEPARTMENT);
			unit(PLANNING, "planning", "政策企画課", UnitKind.PLANNING_DIVISION);
			person("sato", "佐藤 花", CIVIC, RoleCode.STAFF);
			person("tanaka", "田中 実", ENVIRONMENT, RoleCode.STAFF);
			person("yamada", "山田 薫", PLANNING, RoleCode.PLANNING);
			IntStream.of(2019, 2020, 2024, 2025).forEach(this::cycle);
			edition("comprehensive-plan", "総合計画", node("1-1-1", "1-1-①", "地域のつながりを育てます。", 1, 1, 1),
					node("1-1-2", "1-1-②", "別の名称", 1, 1, 2));
			edition("basic-policy", "基本政策", node("12", "12", "窓口の改善", 12));
			heartbeat();
		}

		void tsukimi() {
			city("つきみ市");
			unit(id("tsukimi/planning"), "planning", "企画課", UnitKind.PLANNING_DIVISION);
			person("hayashi", "林 明", id("tsukimi/planning"), RoleCode.PLANNING);
			heartbeat();
		}

		private void city(String name) {
			publish(this.city, new CatalogEvent.MunicipalityChanged(this.city, this.slug, name, false,
					List.of(TestTokens.issuer(this.slug))));
		}

		private void unit(UUID id, String code, String name, UnitKind kind) {
			List<UnitYear> years = IntStream.rangeClosed(2019, 2027)
				.mapToObj((year) -> new UnitYear(year, name, null, 1, "部長", name + "長", ""))
				.toList();
			publish(id, new CatalogEvent.UnitChanged(id, code, kind, years));
		}

		private void person(String subject, String name, UUID unit, RoleCode role) {
			UUID id = id("person/" + subject);
			publish(id, new CatalogEvent.PersonChanged(id, name, subject + "@example.jp", TestTokens.issuer(this.slug),
					subject,
					List.of(new Assignment(id("assignment/" + subject), unit, role, LocalDate.of(2020, 4, 1), null))));
		}

		private void cycle(int year) {
			UUID id = id(this.slug + "/cycle/" + year);
			publish(id, new CatalogEvent.CycleChanged(id, year, CycleMode.BACK_LOADING, List.of(Round.YEAR_END),
					List.of()));
		}

		private void edition(String dimension, String name, PlanNode... nodes) {
			UUID id = id(this.slug + "/edition/" + dimension);
			publish(id, new CatalogEvent.PlanEditionChanged(id, id(dimension), dimension, name, "前期", 2024, 2028,
					List.of(nodes)));
		}

		private static PlanNode node(String name, String code, String title, Integer... path) {
			return new PlanNode(id("node/" + name), null, 1, List.of(path), code, title, true);
		}

		private void heartbeat() {
			publish(id(this.slug + "/heartbeat"), new CatalogEvent.Heartbeat(this.city, Instant.now()));
		}

		private void publish(UUID aggregate, CatalogEvent event) {
			this.publisher.publish(EventEnvelope.of(this.city, "catalog", aggregate, 1, this.city, Instant.now(),
					CycleMode.LIVE, EventActor.SYSTEM, null, event), Topics.CATALOG);
		}

	}

}
