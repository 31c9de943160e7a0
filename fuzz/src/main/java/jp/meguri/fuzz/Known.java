package jp.meguri.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What answers taught so far: ids by the place they stood at, revisions, and whole
 * objects by the name of their schema. With these most requests get past the first check.
 */
final class Known {

	private static final int KEPT = 60;

	private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

	private final Map<String, String> revisions = new ConcurrentHashMap<>();

	private final Map<String, List<String>> callers = new ConcurrentHashMap<>();

	private final Map<String, List<JsonNode>> samples = new ConcurrentHashMap<>();

	/** Keeps what is worth knowing of an answer. */
	void learn(JsonNode value, Schema schema) {
		if (value.isObject()) {
			schema.name().ifPresent((name) -> keep(this.samples, name, value));
			schema.properties().forEach((name, property) -> {
				JsonNode member = value.path(name);
				if (member.isString() && property.format().equals("uuid")) {
					keep(this.ids, name, member.asString());
					schema.name().ifPresent((type) -> keep(this.ids, type + "." + name, member.asString()));
				}
				learn(member, property);
			});
		}
		else if (value.isArray()) {
			schema.items().ifPresent((items) -> value.valueStream().forEach((entry) -> learn(entry, items)));
		}
	}

	/** Who has business with an operation. */
	void learnCaller(Operation operation, String caller) {
		keep(this.callers, operation.toString(), caller);
	}

	Optional<String> caller(Operation operation, Random random) {
		return any(this.callers.get(operation.toString()), random);
	}

	/** An id that stood at a place: a property's name, or a path before {@code {id}}. */
	void learnId(String place, String id) {
		keep(this.ids, place, id);
	}

	void learnRevision(String path, String etag) {
		this.revisions.put(path, etag);
	}

	Optional<String> revision(String path) {
		return Optional.ofNullable(this.revisions.get(path));
	}

	Optional<String> id(String place, Random random) {
		return any(this.ids.get(place), random).or(() -> any(this.ids.get(typed(place)), random));
	}

	/** {@code …/windows/} → the ids of what is called {@code Window…}. */
	private String typed(String place) {
		String[] segments = place.split("/");
		String last = segments[segments.length - 1].replaceFirst("s$", "");
		String name = last.equals("evaluation") ? "report" : last;
		return this.ids.keySet()
			.stream()
			.filter((key) -> key.endsWith(".id") && key.toLowerCase(Locale.ROOT).startsWith(name.replace("-", "")))
			.min(Comparator.comparingInt(String::length))
			.orElse(place);
	}

	Optional<JsonNode> sample(String schema, Random random) {
		return any(this.samples.get(schema), random);
	}

	private static <T> Optional<T> any(List<T> known, Random random) {
		if (known == null) {
			return Optional.empty();
		}
		synchronized (known) {
			return Optional.of(known.get(random.nextInt(known.size())));
		}
	}

	private static <T> void keep(Map<String, List<T>> all, String place, T value) {
		all.compute(place, (key, before) -> {
			List<T> known = (before != null) ? before : new ArrayList<>();
			synchronized (known) {
				if (!known.contains(value)) {
					known.add(value);
				}
				if (known.size() > KEPT) {
					known.remove(0);
				}
			}
			return known;
		});
	}

}
