package jp.meguri.evaluation.release;

/**
 * Where a release stands: 公表予約, 公表中, replaced by a newer edition (訂正版), 公表取消.
 */
public enum ReleaseState {

	SCHEDULED, PUBLISHED, SUPERSEDED, WITHDRAWN;

	/** Whether anyone may read it. */
	public boolean isOpen() {
		return this == PUBLISHED || this == SUPERSEDED;
	}

}
