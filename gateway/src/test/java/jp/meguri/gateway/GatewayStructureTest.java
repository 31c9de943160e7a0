package jp.meguri.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jp.meguri.test.ServiceRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class GatewayStructureTest {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("jp.meguri.gateway");

	@Test
	void theGateway_isBuiltLikeAService() {
		ServiceRules.of("jp.meguri.gateway").domainTypes("UnitRule", "Caller", "Tokens").check();
	}

	@Test
	void packages_leanOnEachOtherInOneDirection() {
		SlicesRuleDefinition.slices().matching("jp.meguri.gateway.(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void routes_areFixedAtStart() {
		noClasses().should()
			.dependOnClassesThat()
			.haveSimpleName("RouteDefinitionWriter")
			.because("routes made at run time were the way in of CVE-2022-22947 and CVE-2025-41243")
			.check(this.classes);
	}

}
