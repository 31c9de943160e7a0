package jp.meguri.notifications.notice;

/**
 * What a notice says; the sentences stand in {@code messages/notification.properties}.
 */
public enum NoticeKind {

	/** To the department head: 承認のお願い. */
	APPROVAL_WANTED,
	/** To the planning division: 確認のお願い. */
	CONFIRMATION_WANTED,
	/** To the writers: 差戻し. */
	RETURNED,
	/** To the writers: 修正して承認されました. */
	CORRECTED,
	/** To the writers: 確定. */
	CONFIRMED,
	/** To the other side: a comment or an answer. */
	COMMENTED,
	/** To the writers: results can be entered. */
	REPORT_OPENED,
	/** To the department: 公表. */
	PUBLISHED,
	/** To the department: 公表取消. */
	PUBLICATION_WITHDRAWN,
	/** Before the due day. */
	DUE_SOON,
	/** On the due day. */
	DUE_TODAY,
	/** After the due day. */
	OVERDUE,
	/** 提出のお願い, sent by a planner's hand. */
	REQUEST

}
