package jp.meguri.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A schema of a contract; the part of JSON Schema our contracts use.
 *
 * @param node as it stands in the contract
 * @param all the contract's named schemas
 */
record Schema(JsonNode node, JsonNode all) {

	/** Its name, if it has one. */
	Optional<String> name() {
		String reference = this.node.path("$ref").asString("");
		return reference.isEmpty() ? Optional.empty()
				: Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
	}

	/** What a reference means. */
	Schema resolved() {
		return name().map((name) -> new Schema(this.all.path(name), this.all)).orElse(this);
	}

	/** Empty: anything. */
	Set<String> types() {
		JsonNode type = resolved().node.path("type");
		return type.isString() ? Set.of(type.asString()) : texts(type);
	}

	boolean is(String type) {
		return types().contains(type);
	}

	String format() {
		return resolved().node.path("format").asString("");
	}

	List<String> choices() {
		return resolved().node.path("enum").valueStream().map(JsonNode::asString).toList();
	}

	Set<String> required() {
		return texts(resolved().node.path("required"));
	}

	Map<String, Schema> properties() {
		Map<String, Schema> properties = new LinkedHashMap<>();
		resolved().node.path("properties")
			.propertyStream()
			.forEach((property) -> properties.put(property.getKey(), new Schema(property.getValue(), this.all)));
		return properties;
	}

	/** What the entries of an array are. */
	Optional<Schema> items() {
		return child("items");
	}

	/** What members without a name of their own are. */
	Optional<Schema> additional() {
		return child("additionalProperties");
	}

	int limit(String keyword, int otherwise) {
		return resolved().node.path(keyword).asInt(otherwise);
	}

	private Optional<Schema> child(String keyword) {
		return Optional.of(resolved().node.path(keyword))
			.filter(JsonNode::isObject)
			.map((child) -> new Schema(child, this.all));
	}

	private static Set<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet());
	}

}
