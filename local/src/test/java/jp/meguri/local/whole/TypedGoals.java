package jp.meguri.local.whole;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.local.whole.WholePlatform.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Goals of the demo city, made and moved through the API as its people would.
 */
final class TypedGoals {

	static final int YEAR = 2026;

	private final WholePlatform platform;

	TypedGoals(WholePlatform platform) {
		this.platform = platform;
	}

	String unit(String user, String code) {
		JsonNode units = this.platform.get(this.platform.gateway(), user, "/api/catalog/units?fiscalYear=" + YEAR)
			.json()
			.get("items");
		for (JsonNode unit : units) {
			if (unit.get("code").asString().equals(code)) {
				return unit.get("id").asString();
			}
		}
		throw new IllegalStateException("No unit " + code + " in " + units);
	}

	String create(String clerk, String unit, String title) {
		Answer created = this.platform.post(clerk, "/api/goals/sheets/%d/%s/goals".formatted(YEAR, unit), """
				{"kind":"ANNUAL_GOAL","content":{"title":"%s","tags":[],"mission":[],"policies":[],"statement":[],
				"actions":[{"id":"%s","level":1,"marker":"○","text":"取り組みを進めます。","tags":[],"repeatOf":null}],
				"roadmap":[],"links":[%s,%s],"contributesTo":null,"leadSection":null}}
				""".formatted(title, UUID.randomUUID(), noLink("comprehensive-plan"), noLink("basic-policy")));
		if (created.status() != 201) {
			throw new IllegalStateException(created.toString());
		}
		return created.json().get("id").asString();
	}

	private static String noLink(String dimension) {
		return """
				{"id":"%s","dimension":"%s","choice":"NO_LINK","node":null,"code":"","title":""}"""
			.formatted(UUID.randomUUID(), dimension);
	}

	/** One command for a set of goals, each named with the revision it has now. */
	Answer command(String user, String unit, String command, List<String> goals) {
		String items = goals.stream()
			.map((goal) -> "{\"id\":\"%s\",\"revision\":%d}".formatted(goal, revision(user, goal)))
			.collect(Collectors.joining(","));
		return this.platform.call("POST", this.platform.gateway(), user,
				"/api/goals/sheets/%d/%s/%s".formatted(YEAR, unit, command), "{\"items\":[" + items + "]}");
	}

	private long revision(String user, String goal) {
		Answer found = this.platform.get(this.platform.gateway(), user, "/api/goals/" + goal);
		return (found.status() == 200) ? found.json().get("revision").asLong() : 0;
	}

}
