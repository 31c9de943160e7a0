package jp.meguri.reading.mutation;

import java.util.List;

import jp.meguri.reading.draft.Reading.Family;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of the readings of one family's documents under one kind of damage.
 *
 * @param recall facts found of a thousand, at least
 * @param wrong facts told wrongly of a thousand, at most
 * @param silent facts missing without a remark or leftover of a thousand, at most
 */
record Floors(int recall, int wrong, int silent) {

	/** Family, damage, recall, wrong, silent. */
	private static final String TABLE = """
			DEPARTMENT_GOAL_SHEET WIDTH        995    0    0
			DEPARTMENT_GOAL_SHEET MARKERS      995    0    0
			DEPARTMENT_GOAL_SHEET WRAPS        995    0    0
			DEPARTMENT_GOAL_SHEET REMNANTS     995    0    0
			DEPARTMENT_GOAL_SHEET DOUBLES      995    0    0
			DEPARTMENT_GOAL_SHEET CELL_SHIFTS  670    0    0
			DEPARTMENT_GOAL_SHEET BRACKETS     995    0    0
			DEPARTMENT_GOAL_SHEET COLUMNS      995    0    0
			DEPARTMENT_GOAL_SHEET CELLS_LOST   870    0    0
			REFORM_PLAN           WIDTH        995    0    0
			REFORM_PLAN           MARKERS      983    0    0
			REFORM_PLAN           WRAPS        995    0    0
			REFORM_PLAN           REMNANTS     995    0    0
			REFORM_PLAN           DOUBLES      995    0    0
			REFORM_PLAN           CELL_SHIFTS  931    0    0
			REFORM_PLAN           BRACKETS     989    0    0
			REFORM_PLAN           COLUMNS      694    0    0
			REFORM_PLAN           CELLS_LOST   813    0    0
			PDCA_RESULTS          WIDTH        995    0    0
			PDCA_RESULTS          MARKERS      995    0    0
			PDCA_RESULTS          WRAPS        995    0    0
			PDCA_RESULTS          REMNANTS     995    0    0
			PDCA_RESULTS          DOUBLES      995    0    0
			PDCA_RESULTS          CELL_SHIFTS  600    0    0
			PDCA_RESULTS          BRACKETS     977    0    0
			PDCA_RESULTS          COLUMNS      983    0    0
			PDCA_RESULTS          CELLS_LOST   820    0    0
			PLAN_PROGRESS         WIDTH        995    0    0
			PLAN_PROGRESS         MARKERS      995    0    0
			PLAN_PROGRESS         WRAPS        993    0    0
			PLAN_PROGRESS         REMNANTS     995    0    0
			PLAN_PROGRESS         DOUBLES      965    0    0
			PLAN_PROGRESS         CELL_SHIFTS  720    0    0
			PLAN_PROGRESS         BRACKETS     963    0    0
			PLAN_PROGRESS         COLUMNS      900    0    0
			PLAN_PROGRESS         CELLS_LOST   740    0    0
			""";

	static Floors of(Family family, Mutation mutation) {
		String head = family + " " + mutation + " ";
		String row = TABLE.lines()
			.map((line) -> line.replaceAll(" +", " "))
			.filter((line) -> line.startsWith(head))
			.findFirst()
			.orElseThrow();
		String[] figures = row.substring(head.length()).split(" ");
		return new Floors(Integer.parseInt(figures[0]), Integer.parseInt(figures[1]), Integer.parseInt(figures[2]));
	}

	void check(String name, int facts, int found, List<String> wrongOnes, List<String> silentOnes) {
		assertThat(found * 1_000L).as(name + " found").isGreaterThanOrEqualTo((long) this.recall * facts);
		assertThat(wrongOnes).as(name + " wrong").hasSizeLessThanOrEqualTo(facts * this.wrong / 1_000);
		assertThat(silentOnes).as(name + " silent").hasSizeLessThanOrEqualTo(facts * this.silent / 1_000);
	}

}
