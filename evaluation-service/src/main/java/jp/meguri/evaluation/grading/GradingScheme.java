package jp.meguri.evaluation.grading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;

/**
 * 評価区分: the grades a city uses in some fiscal years.
 *
 * @param grades best first
 */
public record GradingScheme(UUID id, String name, int firstYear, int lastYear, List<GradeDefinition> grades) {

	public GradingScheme {
		grades = List.copyOf(grades);
	}

	public Optional<GradeDefinition> grade(String code) {
		return this.grades.stream().filter((grade) -> grade.code().equals(code)).findFirst();
	}

}
