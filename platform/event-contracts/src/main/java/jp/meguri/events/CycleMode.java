package jp.meguri.events;

/**
 * How a fiscal year is being worked on. Back-loaded years (過年度登録) never remind anybody
 * and know no windows.
 */
public enum CycleMode {

	LIVE, BACK_LOADING

}
