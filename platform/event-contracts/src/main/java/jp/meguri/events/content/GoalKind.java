package jp.meguri.events.content;

/**
 * The parts of a goal sheet that have an owner, a state and a revision of their own.
 */
public enum GoalKind {

	/** 部局の使命と取り組み方針; at most one per sheet. */
	MISSION_AND_POLICIES,
	/** 当年度目標. */
	ANNUAL_GOAL,
	/** 中期目標. */
	MID_TERM_GOAL

}
