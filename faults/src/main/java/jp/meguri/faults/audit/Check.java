package jp.meguri.faults.audit;

import java.util.List;

import jp.meguri.faults.audit.evidence.Evidence;

/**
 * Looks whether a promise was kept.
 */
interface Check {

	/** All of them. */
	List<Check> ALL = List.of(new WriteCheck(), new HistoryCheck(), new TopicCheck(), new InboxCheck(), new CopyCheck(),
			new NoticeCheck(), new MailCheck(), new ChainCheck(), new RecoveryCheck());

	List<Violation> of(Evidence evidence);

}
