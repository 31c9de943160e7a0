package jp.meguri.notifications.work;

/** What has to be written and handed in. */
public enum WorkKind {

	GOAL, REPORT

}
