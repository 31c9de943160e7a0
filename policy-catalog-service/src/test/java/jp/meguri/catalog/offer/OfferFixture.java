package jp.meguri.catalog.offer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.goals.ImportEvent.OfferedEdition;
import jp.meguri.events.goals.ImportEvent.OfferedGrade;
import jp.meguri.events.goals.ImportEvent.OfferedNode;
import jp.meguri.events.goals.ImportEvent.OfferedScheme;
import jp.meguri.events.goals.ImportEvent.OfferedTerm;
import jp.meguri.events.goals.ImportEvent.OfferedUnit;
import jp.meguri.events.goals.ImportEvent.OrganisationOffered;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of an invented reform plan offer. Every import chooses ids of its own:
 * the same name gives the same id only within one import.
 *
 * @param dimension of the plan, so that tests do not meet
 */
record OfferFixture(UUID importId, String dimension) {

	static OfferFixture of(String dimension) {
		return new OfferFixture(UUID.randomUUID(), dimension);
	}

	/** Another document about the same plan. */
	OfferFixture again() {
		return new OfferFixture(UUID.randomUUID(), this.dimension);
	}

	UUID id(String name) {
		return UUID.nameUUIDFromBytes((this.importId + name).getBytes(StandardCharsets.UTF_8));
	}

	PlanOffered plan(int firstYear, int lastYear, OfferedNode... nodes) {
		return plan("第2次", firstYear, lastYear, nodes);
	}

	PlanOffered plan(String name, int firstYear, int lastYear, OfferedNode... nodes) {
		var edition = new OfferedEdition(id("edition"), "行財政改革プラン", this.dimension, name, firstYear, lastYear,
				List.of("基本方針", "取組項目"));
		return new PlanOffered(this.importId, 1, edition, List.of(nodes), scheme("A", "B"),
				List.of(new OfferedTerm("公共施設", "市が設置する施設")));
	}

	OfferedScheme scheme(String... codes) {
		return new OfferedScheme(id("scheme"), "達成度",
				Arrays.stream(codes).map((code) -> new OfferedGrade(code, "達成度" + code)).toList());
	}

	/** The tree of the plan as most years print it. */
	OfferedNode[] tree() {
		return new OfferedNode[] { node("1", null, 1, "1", "健全な財政運営"), node("1-1", "1", 2, "1-1", "歳入の確保"),
				node("1-2", "1", 2, "1-2", "歳出の見直し") };
	}

	OfferedNode node(String name, @Nullable String parent, int level, String code, String title) {
		List<Integer> path = code.isEmpty() ? List.of() : Arrays.stream(code.split("-")).map(Integer::valueOf).toList();
		return new OfferedNode(id(name), (parent != null) ? id(parent) : null, level, path, code, title, "",
				level == 2);
	}

	OrganisationOffered organisation(int fiscalYear, OfferedUnit... units) {
		return new OrganisationOffered(this.importId, 2, fiscalYear, List.of(units));
	}

	OfferedUnit section(String name, @Nullable UUID parent) {
		return new OfferedUnit(id(name), name, UnitKind.SECTION, parent);
	}

}
