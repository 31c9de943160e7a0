package jp.meguri.events.goals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.content.ReportContent;
import org.jspecify.annotations.Nullable;

/**
 * What a registered document offers to other services; they answer with
 * {@code ImportAnswer}. All ids are chosen by goals-service, so that goals may name what
 * their owner has not taken over yet.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = ImportEvent.PlanOffered.class, name = "PlanOffered"),
		@JsonSubTypes.Type(value = ImportEvent.OrganisationOffered.class, name = "OrganisationOffered"),
		@JsonSubTypes.Type(value = ImportEvent.ResultsOffered.class, name = "ResultsOffered") })
public sealed interface ImportEvent extends DomainEvent {

	UUID importId();

	/** Number of the part within the import, from 1. */
	int part();

	/**
	 * The plan a document is about, for policy-catalog-service.
	 *
	 * @param importId the import
	 * @param part number of the part within the import
	 * @param edition the edition the document describes
	 * @param nodes its tree in printed order, parents first
	 * @param gradingScheme the legend of grades (達成度, 評価), or null where it has none
	 * @param glossary the terms it defines
	 */
	record PlanOffered(UUID importId, int part, OfferedEdition edition, List<OfferedNode> nodes,
			@Nullable OfferedScheme gradingScheme, List<OfferedTerm> glossary) implements ImportEvent {

		public PlanOffered {
			nodes = List.copyOf(nodes);
			glossary = List.copyOf(glossary);
		}

	}

	/**
	 * @param planName the plan, e.g. 行政改革実施計画
	 * @param dimension the plan's dimension in links; a plan of that dimension gets one
	 * more edition, an unknown dimension a new plan
	 * @param name the edition's name, e.g. 第3次
	 * @param firstYear first fiscal year in which it is valid; also of the grading scheme
	 * @param lastYear last fiscal year in which it is valid
	 * @param levelNames what the document calls its levels, from the top
	 */
	record OfferedEdition(UUID id, String planName, String dimension, String name, int firstYear, int lastYear,
			List<String> levelNames) {

		public OfferedEdition {
			levelNames = List.copyOf(levelNames);
		}

	}

	/**
	 * @param parent the node above it, or null at the top or where the document does not
	 * tell
	 * @param level 1 for the top; levels may be left out in between
	 * @param path the code as numbers, e.g. [1, 2]; empty without a code
	 * @param code the code as printed, empty for none
	 * @param title the title as printed, empty for none
	 * @param note what stands beside the title, e.g. pages of the plan; empty for none
	 * @param linkable whether goals stand under it, or nothing else does
	 */
	record OfferedNode(UUID id, @Nullable UUID parent, int level, List<Integer> path, String code, String title,
			String note, boolean linkable) {

		public OfferedNode {
			path = List.copyOf(path);
		}

	}

	/**
	 * @param grades best first
	 */
	record OfferedScheme(UUID id, String name, List<OfferedGrade> grades) {

		public OfferedScheme {
			grades = List.copyOf(grades);
		}

	}

	/**
	 * @param code the grade's letter
	 * @param meaning what it stands for, as printed
	 */
	record OfferedGrade(String code, String meaning) {
	}

	/**
	 * @param term the term, empty where the note does not name it
	 */
	record OfferedTerm(String term, String definition) {
	}

	/**
	 * Sections and bodies a document names and a person wants to have in the city office
	 * of that year, for policy-catalog-service.
	 *
	 * @param importId the import
	 * @param part number of the part within the import
	 * @param fiscalYear the fiscal year
	 * @param units what is to be created
	 */
	record OrganisationOffered(UUID importId, int part, int fiscalYear,
			List<OfferedUnit> units) implements ImportEvent {

		public OrganisationOffered {
			units = List.copyOf(units);
		}

	}

	/**
	 * @param name the name as printed
	 * @param parent the unit above it, or null for none
	 */
	record OfferedUnit(UUID id, String name, UnitKind kind, @Nullable UUID parent) {
	}

	/**
	 * Results of a year as the document gives them, one per goal. The receiver keeps them
	 * until the goal is confirmed.
	 *
	 * @param importId the import
	 * @param part number of the part within the import
	 * @param sheet the sheet the goals were registered on
	 * @param ownerUnit the department; for a plan's sheet the unit of whoever registered
	 * it
	 * @param fiscalYear the fiscal year
	 * @param results the results
	 * @param edition the plan's edition whose sheet it is, or null on a unit's sheet
	 */
	record ResultsOffered(UUID importId, int part, UUID sheet, UUID ownerUnit, int fiscalYear,
			List<OfferedResult> results, @Nullable UUID edition) implements ImportEvent {

		public ResultsOffered {
			results = List.copyOf(results);
		}

		/** Results of a unit's own sheet. */
		public ResultsOffered(UUID importId, int part, UUID sheet, UUID ownerUnit, int fiscalYear,
				List<OfferedResult> results) {
			this(importId, part, sheet, ownerUnit, fiscalYear, results, null);
		}

	}

	/**
	 * @param goal the goal as registered by goals-service
	 * @param content achievements, directions, or the policy review; of a plan's goal
	 * also the grade in the offered scheme and the next step
	 */
	record OfferedResult(UUID goal, ReportContent content) {
	}

}
