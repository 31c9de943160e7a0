package jp.meguri.catalog.grading;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A new grading scheme.
 *
 * @param grades best first
 */
record GradingSchemeRequest(@Nullable String name, @Nullable Integer firstYear, @Nullable Integer lastYear,
		@Nullable List<Grade> grades) {

	private static final int MAXIMUM_GRADES = 20;

	record Grade(@Nullable String code, @Nullable String label, @Nullable String definition) {

		void check(Violations violations, String at) {
			violations.text(this.code, at + "/code", TextRule.name(10))
				.text(this.label, at + "/label", TextRule.line(100))
				.text(this.definition, at + "/definition", TextRule.body(500));
		}

		GradeDefinition toDefinition() {
			return new GradeDefinition(Given.value(this.code), Given.text(this.label), Given.text(this.definition));
		}

	}

	GradingSchemeChanged toScheme(UUID id) {
		var violations = new Violations().text(this.name, "/name", TextRule.name(100));
		CatalogRules.years(violations, this.firstYear, this.lastYear);
		List<Grade> all = Given.list(this.grades);
		violations.check(!all.isEmpty(), "/grades", "required")
			.check(all.size() <= MAXIMUM_GRADES, "/grades", "too-many", MAXIMUM_GRADES)
			.check(all.stream().map(Grade::code).distinct().count() == all.size(), "/grades", "repeated");
		for (int i = 0; i < all.size(); i++) {
			all.get(i).check(violations, "/grades/" + i);
		}
		violations.refuse();
		return new GradingSchemeChanged(id, Given.value(this.name), Given.number(this.firstYear),
				Given.number(this.lastYear), all.stream().map(Grade::toDefinition).toList());
	}

}
