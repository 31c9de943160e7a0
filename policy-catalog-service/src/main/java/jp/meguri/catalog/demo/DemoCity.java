package jp.meguri.catalog.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.plan.Plan;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;

/**
 * Everything the catalog knows of one invented city. Ids follow from names, so that every
 * installation's demo is the same.
 */
record DemoCity(MunicipalityChanged municipality, List<UnitChanged> units, List<PersonChanged> persons,
		List<Plan> plans, List<PlanEditionChanged> editions, List<GradingSchemeChanged> schemes,
		List<CycleChanged> cycles) {

	static UUID id(String slug, String name) {
		return UUID.nameUUIDFromBytes(("demo/" + slug + "/" + name).getBytes(StandardCharsets.UTF_8));
	}

}
