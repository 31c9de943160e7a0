package jp.meguri.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Whether an answer is what its schema says. Stricter than JSON Schema in one thing: a
 * member nobody documented is a mismatch. Milder in another: what need not be there may
 * be null.
 */
final class Conformity {

	private final List<String> mismatches = new ArrayList<>();

	private Conformity() {
	}

	/** One line per mismatch: where, and what was expected. */
	static List<String> mismatches(JsonNode value, Schema schema) {
		var conformity = new Conformity();
		conformity.check(value, schema, "");
		return conformity.mismatches;
	}

	private void check(JsonNode value, Schema schema, String at) {
		Set<String> types = schema.types();
		if (!types.isEmpty() && types.stream().noneMatch((type) -> isOf(value, type))) {
			this.mismatches.add(at + " is " + value.getNodeType() + ", not " + types);
		}
		else if (value.isObject()) {
			checkMembers(value, schema, at);
		}
		else if (value.isArray()) {
			schema.items().ifPresent((items) -> value.valueStream().forEach((entry) -> check(entry, items, at + "/*")));
		}
		else if (value.isString()) {
			checkText(value.asString(), schema, at);
		}
	}

	private void checkMembers(JsonNode value, Schema schema, String at) {
		var properties = schema.properties();
		Optional<Schema> additional = schema.additional();
		if (properties.isEmpty() && additional.isEmpty()) {
			return;
		}
		schema.required()
			.stream()
			.filter((name) -> !value.has(name))
			.forEach((name) -> this.mismatches.add(at + "/" + name + " is missing"));
		value.propertyStream().forEach((member) -> {
			String place = at + "/" + (properties.containsKey(member.getKey()) ? member.getKey() : "{}");
			Schema known = properties.getOrDefault(member.getKey(), additional.orElse(null));
			boolean absent = member.getValue().isNull() && !schema.required().contains(member.getKey());
			if (known == null) {
				this.mismatches.add(at + "/" + member.getKey() + " is not in the contract");
			}
			else if (!absent) {
				check(member.getValue(), known, place);
			}
		});
	}

	private void checkText(String text, Schema schema, String at) {
		if (!schema.choices().isEmpty() && !schema.choices().contains(text)) {
			this.mismatches.add(at + " is none of " + schema.choices());
		}
		try {
			switch (schema.format()) {
				case "uuid" -> UUID.fromString(text);
				case "date" -> LocalDate.parse(text);
				case "date-time" -> Instant.parse(text);
				default -> {
				}
			}
		}
		catch (IllegalArgumentException | DateTimeParseException ex) {
			this.mismatches.add(at + " is no " + schema.format());
		}
	}

	private static boolean isOf(JsonNode value, String type) {
		return switch (type) {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "string" -> value.isString();
			case "integer" -> value.isIntegralNumber();
			case "number" -> value.isNumber();
			case "boolean" -> value.isBoolean();
			case "null" -> value.isNull();
			default -> false;
		};
	}

}
