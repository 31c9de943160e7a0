package jp.meguri.faults.storm;

import java.util.UUID;

/**
 * A sheet that grows long: what is read and written in storms.
 *
 * @param path of the sheet
 */
record Sheet(String path) {

	static final int GOALS = 200;

	String goals() {
		return this.path + "/goals";
	}

	/** A goal of about three kilobytes. */
	static String longGoal() {
		return goal("地域の交流の場を増やす。".repeat(80));
	}

	static String comments(String goal) {
		return "/api/goals/" + goal + "/comments";
	}

	static String comment(String text) {
		return """
				{"anchor":null,"text":"%s","inReplyTo":null}""".formatted(text);
	}

	private static String goal(String text) {
		return """
				{"kind":"ANNUAL_GOAL","content":{"title":"嵐","tags":[],"mission":[],"policies":[],"statement":[],
				"actions":[{"id":"%s","level":1,"marker":"○","text":"%s","tags":[],"repeatOf":null}],
				"roadmap":[],"links":[],"contributesTo":null,"leadSection":null}}""".formatted(UUID.randomUUID(), text);
	}

}
