package jp.meguri.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ways to spoil a JSON body. The numbers are those of the reliability list.
 */
final class BodyMutations {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String MARK = "\"@fuzz@\"";

	static final List<Mutation> ALL = List.of(text("B01 empty", (json) -> ""), text("B02 null", (json) -> "null"),
			text("B02 array", (json) -> "[" + json + "]"), text("B02 number", (json) -> "1"),
			text("B03 truncated", (json) -> json.substring(0, json.length() - 1)),
			text("B04 trailing", (json) -> json + "{}"),
			text("B05 doubled", (json) -> json.replaceFirst("\\{(\"[^\"]+\":)", "{$1null,$1")),
			text("B06 deep", (json) -> "[".repeat(3000)),
			text("B07 many members", (json) -> "{" + "\"k\":1,".repeat(20_000) + json.substring(1)),
			text("B08 comment", (json) -> "/* */" + json), text("B08 comma", (json) -> json.replaceFirst("}$", ",}")),
			raw("B10 UTF-16", (json) -> json.getBytes(StandardCharsets.UTF_16)),
			raw("B10 Shift_JIS", (json) -> ("{\"題\":1," + json.substring(1)).getBytes(Charset.forName("Windows-31J"))),
			raw("B11 invalid UTF-8", (json) -> spoiled(json, (byte) 0xC0)),
			raw("B11 invalid UTF-8", (json) -> spoiled(json, (byte) 0xF5)),
			new Mutation("unknown member", true, BodyMutations::unknownMember),
			new Mutation("missing member", true, BodyMutations::missingMember),
			new Mutation("other type", false, BodyMutations::otherType),
			new Mutation("null member", false, (draft, random) -> replace(draft, random, NODES.nullNode())),
			new Mutation("number", false, (draft, random) -> replaceRaw(draft, random, pick(Traps.NUMBERS, random))),
			new Mutation("B29 half character", true, (draft, random) -> replaceRaw(draft, random, "\"a\\ud800\"")),
			new Mutation("B28 NUL", true, (draft, random) -> replaceRaw(draft, random, "\"a\\u0000b\"")),
			new Mutation("text", false,
					(draft, random) -> replace(draft, random, NODES.stringNode(pick(Traps.TEXTS, random)))),
			new Mutation("text", false, BodyMutations::trapForText),
			new Mutation("text", false, BodyMutations::trapForText),
			new Mutation("many entries", false, BodyMutations::manyEntries), new Mutation("B37 long text", false,
					(draft, random) -> replace(draft, random, NODES.stringNode("長".repeat(200_000)))));

	private BodyMutations() {
	}

	private static Mutation text(String name, UnaryOperator<String> change) {
		return new Mutation(name, true, (draft, random) -> {
			if (!(draft.json() instanceof ObjectNode json) || json.isEmpty()) {
				return false;
			}
			draft.text(change.apply(json.toString()));
			return true;
		});
	}

	private static Mutation raw(String name, java.util.function.Function<String, byte[]> change) {
		return new Mutation(name, true, (draft, random) -> {
			if (!(draft.json() instanceof ObjectNode json) || json.isEmpty()) {
				return false;
			}
			draft.bytes(change.apply(json.toString()));
			return true;
		});
	}

	private static byte[] spoiled(String json, byte wrong) {
		byte[] bytes = ("{\"x\":\"a\"," + json.substring(1)).getBytes(StandardCharsets.UTF_8);
		bytes[6] = wrong;
		return bytes;
	}

	private static boolean unknownMember(Draft draft, Random random) {
		if (!(draft.json() instanceof ObjectNode json)) {
			return false;
		}
		json.put(pick(List.of("state", "municipality", "approvedBy", "__proto__", "題", "a".repeat(300)), random), "x");
		return true;
	}

	private static boolean missingMember(Draft draft, Random random) {
		var schema = draft.operation().body();
		if (!(draft.json() instanceof ObjectNode json) || schema.isEmpty() || schema.get().required().isEmpty()) {
			return false;
		}
		json.remove(pick(List.copyOf(schema.get().required()), random));
		return true;
	}

	private static boolean otherType(Draft draft, Random random) {
		return replace(draft, random,
				pick(List.of(NODES.numberNode(12), NODES.stringNode("x"), NODES.booleanNode(true), NODES.arrayNode(),
						NODES.objectNode(), NODES.arrayNode().addNull(), NODES.arrayNode().add("x")), random));
	}

	private static boolean trapForText(Draft draft, Random random) {
		var texts = draft.json() == null ? List.<Values.Place>of()
				: Values.places(draft.json()).stream().filter((place) -> place.value().isString()).toList();
		if (texts.isEmpty()) {
			return false;
		}
		pick(texts, random).set(NODES.stringNode(pick(Traps.TEXTS, random)));
		return true;
	}

	private static boolean manyEntries(Draft draft, Random random) {
		var arrays = draft.json() == null ? List.<Values.Place>of()
				: Values.places(draft.json())
					.stream()
					.filter((place) -> !place.value().isEmpty())
					.filter((p) -> p.value().isArray())
					.toList();
		if (arrays.isEmpty()) {
			return false;
		}
		var place = pick(arrays, random);
		var array = NODES.arrayNode();
		JsonNode entry = place.value().get(0);
		for (int i = 0; i < 3000 && i * entry.toString().length() < 400_000; i++) {
			array.add(entry);
		}
		place.set(array);
		return true;
	}

	private static boolean replace(Draft draft, Random random, JsonNode value) {
		var places = (draft.json() == null) ? List.<Values.Place>of() : Values.places(draft.json());
		if (places.isEmpty()) {
			return false;
		}
		pick(places, random).set(value);
		return true;
	}

	/** What no JSON library would write. */
	private static boolean replaceRaw(Draft draft, Random random, String value) {
		if (!replace(draft, random, NODES.stringNode("@fuzz@"))) {
			return false;
		}
		draft.text(String.valueOf(draft.json()).replace(MARK, value));
		return true;
	}

	static <T> T pick(List<T> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

}
