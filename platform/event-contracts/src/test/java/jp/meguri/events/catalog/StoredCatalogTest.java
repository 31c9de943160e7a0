package jp.meguri.events.catalog;

import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalog stored before documents brought plans along is still read.
 */
class StoredCatalogTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void editionWithoutNamesOfLevels_isReadWithNone() {
		PlanEditionChanged edition = JSON.readValue(
				"""
						{"what": "PlanEditionChanged", "id": "018f2f6e-0000-7000-8000-000000000001", "plan": "018f2f6e-0000-7000-8000-000000000002",
						 "dimension": "comprehensive-plan", "planName": "総合計画", "name": "前期", "firstYear": 2026, "lastYear": 2030,
						 "nodes": [{"id": "018f2f6e-0000-7000-8000-000000000003", "parent": null, "ordinal": 1, "path": [1],
						            "code": "1", "title": "緑", "linkable": true}]}
						""",
				PlanEditionChanged.class);
		assertThat(edition.levelNames()).isEmpty();
		assertThat(edition.glossary()).isEmpty();
		assertThat(edition.nodes().get(0).level()).isNull();
		assertThat(edition.nodes().get(0).note()).isEmpty();
	}

	@Test
	void schemeWithoutAnEdition_isForTheUnitsSheets() {
		GradingSchemeChanged scheme = JSON.readValue(
				"""
						{"what": "GradingSchemeChanged", "id": "018f2f6e-0000-7000-8000-000000000001", "name": "達成度", "firstYear": 2026, "lastYear": 2030,
						 "grades": [{"code": "A", "label": "達成", "definition": ""}]}
						""",
				GradingSchemeChanged.class);
		assertThat(scheme.edition()).isNull();
	}

}
