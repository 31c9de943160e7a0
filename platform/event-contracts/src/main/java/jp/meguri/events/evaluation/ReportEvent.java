package jp.meguri.events.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.content.ReportContent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a report. Every event carries the report as it stands afterwards.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = ReportEvent.Opened.class, name = "Opened"),
		@JsonSubTypes.Type(value = ReportEvent.Edited.class, name = "Edited"),
		@JsonSubTypes.Type(value = ReportEvent.Commented.class, name = "Commented"),
		@JsonSubTypes.Type(value = ReportEvent.Submitted.class, name = "Submitted"),
		@JsonSubTypes.Type(value = ReportEvent.Withdrawn.class, name = "Withdrawn"),
		@JsonSubTypes.Type(value = ReportEvent.Approved.class, name = "Approved"),
		@JsonSubTypes.Type(value = ReportEvent.Returned.class, name = "Returned"),
		@JsonSubTypes.Type(value = ReportEvent.Confirmed.class, name = "Confirmed"),
		@JsonSubTypes.Type(value = ReportEvent.Published.class, name = "Published") })
public sealed interface ReportEvent extends DomainEvent {

	ReportSnapshot report();

	record Opened(ReportSnapshot report) implements ReportEvent {
	}

	record Edited(ReportSnapshot report) implements ReportEvent {
	}

	record Commented(ReportSnapshot report) implements ReportEvent {
	}

	/** 提出; the window is null where results may be written at any time (back-loading). */
	record Submitted(ReportSnapshot report, @Nullable UUID window, long windowRevision) implements ReportEvent {
	}

	record Withdrawn(ReportSnapshot report) implements ReportEvent {
	}

	record Approved(ReportSnapshot report, boolean corrected, ReportContent before) implements ReportEvent {
	}

	record Returned(ReportSnapshot report) implements ReportEvent {
	}

	record Confirmed(ReportSnapshot report) implements ReportEvent {
	}

	record Published(ReportSnapshot report) implements ReportEvent {
	}

}
