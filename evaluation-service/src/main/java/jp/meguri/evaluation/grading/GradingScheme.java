package jp.meguri.evaluation.grading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import org.jspecify.annotations.Nullable;

/**
 * 評価区分: the grades a city uses in some fiscal years.
 *
 * @param grades best first
 * @param edition the plan's edition whose goals it grades, or null for the units' sheets
 */
public record GradingScheme(UUID id, String name, int firstYear, int lastYear, List<GradeDefinition> grades,
		@Nullable UUID edition) {

	public GradingScheme {
		grades = List.copyOf(grades);
	}

	public Optional<GradeDefinition> grade(String code) {
		return this.grades.stream().filter((grade) -> grade.code().equals(code)).findFirst();
	}

}
