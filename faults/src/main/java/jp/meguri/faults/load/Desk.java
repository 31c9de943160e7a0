package jp.meguri.faults.load;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers of one unit: forms what its people do into requests.
 *
 * @param client sends them
 * @param unit id of the unit
 * @param clerk who writes
 * @param head who approves
 * @param planner who confirms
 * @param places how many more goals may stay on the sheet
 */
record Desk(Client client, String unit, String clerk, String head, String planner, AtomicInteger places) {

	static final int YEAR = 2026;

	/**
	 * Goals that may stay on a sheet, which takes 200: some room is left to write and
	 * throw away.
	 */
	private static final int PLACES = 170;

	private static final Duration FIRST = Duration.ofMinutes(3);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final AtomicInteger COUNT = new AtomicInteger();

	/**
	 * Finds the unit by its code; a platform that has just started may not know its
	 * people yet.
	 */
	static Desk of(Client client, String code, String clerk, String head, String planner) throws InterruptedException {
		long end = System.nanoTime() + FIRST.toNanos();
		while (true) {
			var units = client.read(clerk, "/api/catalog/units?fiscalYear=" + YEAR);
			for (JsonNode unit : units.json().path("items")) {
				if (unit.path("code").asString("").equals(code)) {
					return new Desk(client, unit.get("id").asString(), clerk, head, planner, new AtomicInteger(PLACES));
				}
			}
			if (System.nanoTime() > end) {
				throw new IllegalStateException("No unit " + code + " in " + units);
			}
			TimeUnit.MILLISECONDS.sleep(300);
		}
	}

	/**
	 * Whether a goal may stay; a run of half an hour would fill the sheet and then be
	 * refused.
	 */
	boolean takePlace() {
		return this.places.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
	}

	Write create() {
		var id = next();
		return new Write(id, What.CREATE, this.clerk, "POST", sheet("goals") + "/goals", id, null, 0,
				"{\"kind\":\"ANNUAL_GOAL\",\"content\":" + content(id) + "}");
	}

	Write edit(String goal, long revision) {
		var id = next();
		return new Write(id, What.EDIT, this.clerk, "PUT", "/api/goals/" + goal, null, goal, revision,
				"{\"content\":" + content(id) + "}");
	}

	Write delete(String goal, long revision) {
		return new Write(next(), What.DELETE, this.clerk, "DELETE", "/api/goals/" + goal, null, goal, revision, null);
	}

	Write comment(String goal) {
		var id = next();
		return new Write(id, What.COMMENT, this.clerk, "POST", "/api/goals/" + goal + "/comments", id, goal, 0,
				"{\"anchor\":null,\"text\":\"" + id + "\",\"inReplyTo\":null}");
	}

	/** A step of the goal's route. */
	Write step(What what, String user, String goal, long revision) {
		return new Write(next(), what, user, "POST", sheet("goals") + "/" + command(what), null, goal, revision,
				items(goal, revision));
	}

	Write editReport(String report, long revision) {
		var id = next();
		return new Write(id, What.REPORT_EDIT, this.clerk, "PUT", "/api/evaluations/" + report, null, report, revision,
				"{\"content\":" + result(id) + "}");
	}

	Write commentReport(String report) {
		var id = next();
		return new Write(id, What.REPORT_COMMENT, this.planner, "POST", "/api/evaluations/" + report + "/comments", id,
				report, 0, "{\"anchor\":null,\"text\":\"" + id + "\",\"inReplyTo\":null}");
	}

	/** A step of the report's route. */
	Write reportStep(What what, String user, String report, long revision) {
		return new Write(next(), what, user, "POST", sheet("evaluations") + "/" + command(what) + "?round=YEAR_END",
				null, report, revision, items(report, revision));
	}

	String sheet(String service) {
		return "/api/%s/sheets/%d/%s".formatted(service, YEAR, this.unit);
	}

	/** Unique in the run, and in no text that somebody else writes. */
	private static String next() {
		return "w%06d-%s".formatted(COUNT.incrementAndGet(), UUID.randomUUID().toString().substring(0, 8));
	}

	private static String command(What what) {
		return switch (what) {
			case SUBMIT, REPORT_SUBMIT -> "submission";
			case APPROVE, REPORT_APPROVE -> "approval";
			case RETURN -> "return";
			case CONFIRM, REPORT_CONFIRM -> "confirmation";
			default -> throw new IllegalArgumentException(what.name());
		};
	}

	private static String items(String id, long revision) {
		return "{\"items\":[{\"id\":\"%s\",\"revision\":%d}]}".formatted(id, revision);
	}

	private static String content(String title) {
		return """
				{"title":"%s","tags":[],"mission":[],"policies":[],"statement":[],
				"actions":[{"id":"%s","level":1,"marker":"○","text":"取り組みを進めます。","tags":[],"repeatOf":null}],
				"roadmap":[],"links":[%s,%s],"contributesTo":null,"leadSection":null}""".formatted(title,
				UUID.randomUUID(), noLink("comprehensive-plan"), noLink("basic-policy"));
	}

	private static String noLink(String dimension) {
		return """
				{"id":"%s","dimension":"%s","choice":"NO_LINK","node":null,"code":"","title":""}"""
			.formatted(UUID.randomUUID(), dimension);
	}

	private static String result(String text) {
		return """
				{"review":[],"achievements":[%s],"directions":[%s],"outcomes":[],"figures":[],"grade":null,
				"nextStep":"CONTINUE","progress":[],"issues":[],"processEvaluation":[],"improvements":[]}"""
			.formatted(block(text), block("次の年も続けます。"));
	}

	private static String block(String text) {
		return JSON.createObjectNode()
			.put("id", UUID.randomUUID().toString())
			.put("level", 0)
			.put("marker", "")
			.put("text", text)
			.putNull("repeatOf")
			.set("tags", JSON.createArrayNode())
			.toString();
	}

}
