package jp.meguri.goals;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jp.meguri.test.ServiceRules;
import org.junit.jupiter.api.Test;

/** How the service is built. */
class GoalsStructureTest {

	@Test
	void goals_areBuiltAsAgreed() {
		ServiceRules.of("jp.meguri.goals")
			.domainTypes("Goal", "GoalSheet", "GoalChange", "GoalTexts", "ContentRule", "SubmissionRule", "Step",
					"PlanSearch", "PlanDimension", "Circumstances")
			.check();
	}

	@Test
	void features_dependOnEachOtherOneWayOnly() {
		slices().matching("jp.meguri.goals.(*)..")
			.should()
			.beFreeOfCycles()
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("jp.meguri.goals"));
	}

}
