package jp.meguri.faults.audit.evidence;

import java.util.List;

import jp.meguri.faults.fault.FaultLine;

/**
 * Everything the auditor judges by.
 *
 * @param writes what people did and were told
 * @param faults what broke
 * @param events the outboxes, by sequence
 * @param audited the audit trails, by number
 * @param remembered the creates that were remembered
 * @param consumed the inboxes
 * @param waiting what was given up or put aside: parked events, dead letters
 * @param stored goals and reports
 * @param comments comments on them
 * @param copied what other services keep of them
 * @param opened reports by goal
 * @param notices what people were told
 * @param mails the letters that were to be sent
 * @param holders who holds which role
 * @param announced the topics, by partition and offset
 * @param letters the letters that arrived, by time
 */
public record Evidence(List<LoggedWrite> writes, List<FaultLine> faults, List<Event> events, List<Rows.Audited> audited,
		List<Rows.Remembered> remembered, List<Rows.Consumed> consumed, List<String> waiting, List<Rows.Stored> stored,
		List<Rows.Comment> comments, List<Rows.Copied> copied, List<Rows.Opened> opened, List<Rows.Notice> notices,
		List<Rows.Mail> mails, List<Rows.Holder> holders, List<Rows.Announced> announced, List<Rows.Letter> letters) {
}
