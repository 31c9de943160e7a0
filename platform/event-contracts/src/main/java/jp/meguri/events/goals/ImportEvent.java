package jp.meguri.events.goals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.content.ReportContent;

/**
 * What a registered document offers to other services; they answer with
 * {@code ImportAnswer}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = ImportEvent.ResultsOffered.class, name = "ResultsOffered") })
public sealed interface ImportEvent extends DomainEvent {

	/**
	 * Results of a year as the document gives them, one per goal. The receiver keeps them
	 * until the goal is confirmed.
	 *
	 * @param importId the import
	 * @param part number of the part within the import
	 * @param sheet the sheet the goals were registered on
	 * @param ownerUnit the department
	 * @param fiscalYear the fiscal year
	 * @param results the results
	 */
	record ResultsOffered(UUID importId, int part, UUID sheet, UUID ownerUnit, int fiscalYear,
			List<OfferedResult> results) implements ImportEvent {
	}

	/**
	 * @param goal the goal as registered by goals-service
	 * @param content achievements, directions, or the policy review
	 */
	record OfferedResult(UUID goal, ReportContent content) {
	}

}
