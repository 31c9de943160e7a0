package jp.meguri.catalog;

import jp.meguri.test.ServiceRules;
import org.junit.jupiter.api.Test;

class CatalogStructureTest {

	@Test
	void catalog_isBuiltAsAgreed() {
		ServiceRules.of("jp.meguri.catalog")
			.mayBlock("HeartbeatConfiguration", "OperatorTenant", "DemoLoader")
			.domainTypes("WindowRules", "UnitTree", "UnitRequest", "EditionRequest", "CycleRequest", "Plan",
					"DemoCities", "EditionTaking", "NodeMerge", "SchemeTaking", "UnitTaking", "OfferedEditionRule")
			.check();
	}

}
