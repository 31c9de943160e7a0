package jp.meguri.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contracts of the services: every operation there is.
 */
final class Contract {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Contract() {
	}

	/**
	 * All operations of the contract files in a directory, in the order of files and
	 * paths.
	 */
	static List<Operation> in(Path directory) throws IOException {
		List<Operation> operations = new ArrayList<>();
		try (Stream<Path> files = Files.list(directory)) {
			files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map((file) -> JSON.readTree(file.toFile()))
				.forEach((contract) -> operations.addAll(operations(contract)));
		}
		return List.copyOf(operations);
	}

	private static List<Operation> operations(JsonNode contract) {
		JsonNode schemas = contract.at("/components/schemas");
		return contract.path("paths")
			.propertyStream()
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.map((operation) -> operation(path.getKey(), operation, schemas)))
			.toList();
	}

	private static Operation operation(String path, Entry<String, JsonNode> operation, JsonNode schemas) {
		JsonNode node = operation.getValue();
		return new Operation(operation.getKey().toUpperCase(Locale.ROOT), path,
				node.path("parameters").valueStream().map((parameter) -> parameter(parameter, schemas)).toList(),
				bodies(node.at("/requestBody/content"), schemas), answers(node.path("responses"), schemas));
	}

	private static Parameter parameter(JsonNode node, JsonNode schemas) {
		return new Parameter(node.path("in").asString(), node.path("name").asString(),
				node.path("required").asBoolean(false), new Schema(node.path("schema"), schemas));
	}

	private static Map<String, Schema> bodies(JsonNode content, JsonNode schemas) {
		Map<String, Schema> bodies = new LinkedHashMap<>();
		content.propertyStream()
			.forEach((body) -> bodies.put(body.getKey(), new Schema(body.getValue().path("schema"), schemas)));
		return bodies;
	}

	private static Map<String, Optional<Schema>> answers(JsonNode responses, JsonNode schemas) {
		Map<String, Optional<Schema>> answers = new LinkedHashMap<>();
		responses.propertyStream()
			.forEach((answer) -> answers.put(answer.getKey(),
					Optional.of(answer.getValue().path("content").path(Operation.JSON).path("schema"))
						.filter(JsonNode::isObject)
						.map((schema) -> new Schema(schema, schemas))));
		return answers;
	}

}
