package jp.meguri.fuzz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as a schema wants them, taken from what is known where possible.
 */
final class Values {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 1);

	private static final int DEEPEST = 6;

	private final Random random;

	private final Known known;

	Values(Random random, Known known) {
		this.random = random;
		this.known = known;
	}

	/** A value for the property or parameter of that name. */
	JsonNode of(String name, Schema schema) {
		return of(name, schema, 0);
	}

	/** The same as it stands in an address. */
	String text(String name, Schema schema) {
		JsonNode value = of(name, schema);
		return value.isString() ? value.asString() : value.toString();
	}

	private JsonNode of(String name, Schema schema, int depth) {
		if (schema.is("null") && chance(15)) {
			return NODES.nullNode();
		}
		if (schema.name().isPresent() && chance(60)) {
			var sample = this.known.sample(schema.name().get(), this.random);
			if (sample.isPresent()) {
				return sample.get().deepCopy();
			}
		}
		if (!schema.choices().isEmpty()) {
			return NODES.stringNode(pick(schema.choices()));
		}
		if (schema.is("array")) {
			return array(name, schema, depth);
		}
		if (schema.is("object")) {
			return object(schema, depth);
		}
		return plain(name, schema);
	}

	private JsonNode plain(String name, Schema schema) {
		if (schema.is("integer")) {
			return NODES.numberNode(integer(name, schema));
		}
		if (schema.is("number")) {
			return NODES.numberNode(this.random.nextInt(1000) / 10.0);
		}
		if (schema.is("boolean")) {
			return NODES.booleanNode(this.random.nextBoolean());
		}
		return NODES.stringNode(switch (schema.format()) {
			case "uuid" -> id(name);
			case "date" -> day().toString();
			case "date-time" -> day() + "T00:00:00+09:00";
			default -> text(name);
		});
	}

	private JsonNode array(String name, Schema schema, int depth) {
		var array = NODES.arrayNode();
		int size = (depth > DEEPEST) ? 0
				: Math.max(0, schema.limit("minItems", 1) + this.random.nextInt(3) - (chance(15) ? 1 : 0));
		for (int i = 0; i < size; i++) {
			schema.items().ifPresent((items) -> array.add(of(name, items, depth + 1)));
		}
		return array;
	}

	private ObjectNode object(Schema schema, int depth) {
		var object = NODES.objectNode();
		schema.properties().forEach((name, property) -> {
			if (schema.required().contains(name) || (depth < DEEPEST && chance(70))) {
				object.set(name, of(name, property, depth + 1));
			}
		});
		return object;
	}

	private int integer(String name, Schema schema) {
		if (name.toLowerCase().contains("year")) {
			return 2024 + this.random.nextInt(4);
		}
		int least = schema.limit("minimum", 0);
		return least + this.random.nextInt(Math.max(1, Math.min(12, schema.limit("maximum", least + 12) - least + 1)));
	}

	private String id(String name) {
		return chance(90) ? this.known.id(name, this.random).orElseGet(this::newId) : newId();
	}

	private String newId() {
		return new UUID(this.random.nextLong(), this.random.nextLong()).toString();
	}

	private String text(String name) {
		return switch (name) {
			case "format" -> pick(List.of("xlsx", "csv", "json"));
			case "email" -> "fuzz" + this.random.nextInt(1000) + "@example.jp";
			case "code", "slug", "subject", "dimension" -> name + "-" + this.random.nextInt(100_000);
			case "unit" -> pick(List.of("civic", "environment", "planning"));
			case "role" -> pick(List.of("STAFF", "HEAD"));
			case "mode" -> pick(List.of("LIVE", "BACK_LOADING"));
			case "city" -> pick(List.of("nagisa", "tsukimi"));
			case "cursor", "after" -> newId();
			default -> pick(Traps.PLAIN) + this.random.nextInt(1000);
		};
	}

	private LocalDate day() {
		return FIRST_DAY.plusDays(this.random.nextInt(1400));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/** Every place in a value where something plain stands. */
	static List<Place> places(JsonNode value) {
		List<Place> places = new ArrayList<>();
		collect(value, places);
		return places;
	}

	private static void collect(JsonNode value, List<Place> places) {
		if (value instanceof ObjectNode object) {
			object.propertyStream().map((member) -> new Place(object, member.getKey())).forEach(places::add);
		}
		value.valueStream().forEach((child) -> collect(child, places));
	}

	/**
	 * A member of an object.
	 */
	record Place(ObjectNode object, String name) {

		JsonNode value() {
			return this.object.get(this.name);
		}

		void set(JsonNode value) {
			this.object.set(this.name, value);
		}

	}

}
