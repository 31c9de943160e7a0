package jp.meguri.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A small year of the demo's first department before the fuzz: a past sheet imported and
 * registered, goals of this year written, submitted, approved and confirmed. Without them
 * nearly everything would be answered by 404.
 */
final class Season {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String JSON = Operation.JSON;

	private static final int PAST = 2025;

	private static final int THIS = 2026;

	private final Fuzz fuzz;

	private final List<Operation> operations;

	Season(Fuzz fuzz, List<Operation> operations) {
		this.fuzz = fuzz;
		this.operations = operations;
	}

	/**
	 * @param document a goal sheet of a past year, as text
	 */
	void prepare(String document) throws InterruptedException {
		String unit = unit();
		register(document, unit);
		JsonNode past = ask("sato", "GET", sheet(PAST, unit), null, Map.of());
		for (JsonNode goal : past.path("goals")) {
			var body = NODES.objectNode();
			body.set("kind", goal.path("kind"));
			body.set("content", goal.path("content"));
			ask("sato", "POST", sheet(THIS, unit) + "/goals", body,
					Map.of("Idempotency-Key", UUID.randomUUID().toString()));
		}
		pass("sato", "submission", sheet(THIS, unit));
		pass("suzuki", "approval", sheet(THIS, unit));
		pass("yamada", "confirmation", sheet(THIS, unit));
		if (ask("sato", "GET", sheet(THIS, unit), null, Map.of()).path("goals").size() < 2) {
			this.fuzz.report().fault("The season brought no goals", document);
		}
	}

	private String unit() throws InterruptedException {
		JsonNode units = ask("sato", "GET", "/api/catalog/units", null, Map.of()).path("items");
		return StreamSupport.stream(units.spliterator(), false)
			.filter((unit) -> unit.path("code").asString("").equals("civic"))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
	}

	private void register(String document, String unit) throws InterruptedException {
		var upload = NODES.objectNode().put("name", "nagisa-civic-2025.txt").put("text", document);
		JsonNode read = ask("sato", "POST", "/api/goals/imports", upload, Map.of());
		ask("sato", "POST", "/api/goals/imports/" + read.path("id").asString() + "/registration",
				NODES.objectNode().put("unit", unit).put("fiscalYear", PAST),
				Map.of("If-Match", "\"" + read.path("revision").asString() + "\""));
	}

	/** Hands all but two goals on, so that every state is met. */
	private void pass(String caller, String step, String sheet) throws InterruptedException {
		ArrayNode items = NODES.arrayNode();
		for (JsonNode goal : ask(caller, "GET", sheet, null, Map.of()).path("goals")) {
			items.addObject().set("id", goal.path("id")).set("revision", goal.path("revision"));
		}
		if (items.size() > 1) {
			items.remove(items.size() - 1);
		}
		ask(caller, "POST", sheet + "/" + step, NODES.objectNode().set("items", items), Map.of());
	}

	/** On a demo that was used before, some of this is refused. */
	private JsonNode ask(String caller, String method, String path, @Nullable JsonNode body,
			Map<String, String> headers) throws InterruptedException {
		Operation operation = this.operations.stream()
			.filter((candidate) -> candidate.method().equals(method) && candidate.isAt(path))
			.findFirst()
			.orElseThrow();
		var draft = new Draft(operation, caller, Arrays.asList(path.substring(1).split("/")));
		draft.headers().putAll(headers);
		if (body != null) {
			draft.headers().put("Content-Type", JSON);
			draft.json(body);
		}
		Answer answer = this.fuzz.send(draft);
		return answer.json().orElseGet(NODES::objectNode);
	}

	private static String sheet(int year, String unit) {
		return "/api/goals/sheets/" + year + "/" + unit;
	}

}
