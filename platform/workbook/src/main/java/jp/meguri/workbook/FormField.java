package jp.meguri.workbook;

/**
 * What a column of a city's own form (様式) may hold.
 */
public enum FormField {

	NUMBER, TITLE, ACTIONS, STATEMENT, ROADMAP, COMPREHENSIVE_PLAN, BASIC_POLICY, ACHIEVEMENTS, DIRECTIONS, GRADE,
	NEXT_STEP, PURPOSE, LEAD_SECTION, TARGETS

}
