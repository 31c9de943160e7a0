package jp.meguri.catalog.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.OfferedGrade;
import jp.meguri.events.goals.ImportEvent.OfferedScheme;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What the legend of grades of an offered plan becomes. A scheme of the same edition that
 * says the same of every offered grade is the same scheme; schemes do not change, so
 * anything else is one more.
 *
 * @param created the scheme to create, or null where there is nothing to do
 * @param matches what was there already under another id
 */
record SchemeTaking(@Nullable GradingSchemeChanged created, List<Match> matches) {

	private static final int MOST_GRADES = 20;

	private static final int LABEL = 100;

	SchemeTaking {
		matches = List.copyOf(matches);
	}

	static SchemeTaking of(@Nullable OfferedScheme offered, PlanEditionChanged edition,
			List<GradingSchemeChanged> schemes) {
		if (offered == null || schemes.stream().anyMatch((scheme) -> scheme.id().equals(offered.id()))) {
			return new SchemeTaking(null, List.of());
		}
		require(offered);
		Optional<GradingSchemeChanged> same = schemes.stream()
			.filter((scheme) -> edition.id().equals(scheme.edition()))
			.filter((scheme) -> saysTheSame(scheme, offered))
			.findFirst();
		return same.map((scheme) -> new SchemeTaking(null, List.of(new Match(offered.id(), scheme.id()))))
			.orElseGet(() -> new SchemeTaking(scheme(offered, edition), List.of()));
	}

	private static GradingSchemeChanged scheme(OfferedScheme offered, PlanEditionChanged edition) {
		String name = offered.name().isBlank() ? edition.planName() : offered.name();
		return new GradingSchemeChanged(offered.id(), name, edition.firstYear(), edition.lastYear(),
				offered.grades().stream().map(SchemeTaking::definition).toList(), edition.id());
	}

	private static GradeDefinition definition(OfferedGrade grade) {
		boolean isLabel = TextRule.line(LABEL).brokenBy(grade.meaning()).isEmpty();
		return isLabel ? new GradeDefinition(grade.code(), grade.meaning(), "")
				: new GradeDefinition(grade.code(), "", grade.meaning());
	}

	private static boolean saysTheSame(GradingSchemeChanged scheme, OfferedScheme offered) {
		Map<String, PrintedText> meanings = new HashMap<>();
		scheme.grades().forEach((grade) -> meanings.put(grade.code(), meaning(grade)));
		return offered.grades()
			.stream()
			.allMatch((grade) -> PrintedText.of(grade.meaning()).equals(meanings.get(grade.code())));
	}

	private static PrintedText meaning(GradeDefinition grade) {
		return PrintedText.of(grade.label().isEmpty() ? grade.definition() : grade.label());
	}

	private static void require(OfferedScheme offered) {
		List<OfferedGrade> grades = offered.grades();
		Violations violations = new Violations().text(offered.name(), "/name", TextRule.line(100))
			.check(!grades.isEmpty() && grades.size() <= MOST_GRADES, "/grades", "too-many", MOST_GRADES)
			.check(grades.stream().map(OfferedGrade::code).distinct().count() == grades.size(), "/grades", "repeated");
		for (OfferedGrade grade : grades) {
			violations.text(grade.code(), "/grades", TextRule.name(10))
				.text(grade.meaning(), "/grades", TextRule.body(500));
		}
		if (!violations.isEmpty()) {
			throw new OfferRefusedException(OfferedEditionRule.INVALID);
		}
	}

}
