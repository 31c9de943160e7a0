package jp.meguri.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jp.meguri.test.ServiceRules;
import org.junit.jupiter.api.Test;

class EvaluationStructureTest {

	@Test
	void service_isBuiltAsAllServicesAre() {
		ServiceRules.of("jp.meguri.evaluation")
			.mayBlock("DueReleases")
			.domainTypes("Report", "ReportContentRule", "Release", "ReleaseCheck", "ReleaseDocument",
					"CanonicalDocument", "ReleaseComposer", "PublishedSheet", "TextTree", "GoalCopy", "GradingScheme")
			.check();
	}

	@Test
	void features_dependOnOneAnotherInOneDirection() {
		var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("jp.meguri.evaluation");
		noClasses().that()
			.resideInAnyPackage("..goal..", "..grading..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..evaluation.report..", "..evaluation.release..", "..evaluation.published..")
			.check(classes);
		noClasses().that()
			.resideInAPackage("..evaluation.report..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..evaluation.release..", "..evaluation.published..")
			.check(classes);
	}

}
