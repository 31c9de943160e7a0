package jp.meguri.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.fuzz.Draft.Query;

/**
 * Makes requests: as the contract wants them, or spoiled in one way.
 */
final class Requests {

	private static final List<Mutation> MUTATIONS = Stream
		.of(BodyMutations.ALL, AddressMutations.ALL, HeaderMutations.ALL)
		.flatMap(List::stream)
		.toList();

	/**
	 * With these a run would end what it lives from: assignments, accounts and entry
	 * periods of the demo. They are tried at what the run made itself.
	 */
	private static final List<String> OWN_ONLY = List.of("/api/catalog/persons/{id}", "/api/catalog/assignments/{id}",
			"/api/catalog/municipalities/{id}", "/api/catalog/windows/{id}", "/api/catalog/windows/{id}/closing");

	private final Random random;

	private final Known known;

	private final Values values;

	Requests(Random random, Known known) {
		this.random = random;
		this.known = known;
		this.values = new Values(random, known);
	}

	/** A request as it should be. */
	Draft documented(Operation operation, String caller) {
		var draft = new Draft(operation, caller,
				Arrays.stream(operation.path().substring(1).split("/"))
					.map((name) -> segment(operation, name))
					.toList());
		operation.parameters()
			.stream()
			.filter((parameter) -> parameter.is("query") && (parameter.required() || this.random.nextBoolean()))
			.forEach((parameter) -> draft.query()
				.add(new Query(parameter.name(), encoded(this.values.text(parameter.name(), parameter.schema())))));
		operation.body().ifPresent((schema) -> {
			draft.headers().put("Content-Type", Operation.JSON);
			draft.json(this.values.of("", schema));
		});
		if (operation.creates()) {
			draft.headers().put("Idempotency-Key", new UUID(this.random.nextLong(), this.random.nextLong()).toString());
		}
		revise(draft);
		return draft;
	}

	/** Names the revision that was seen last. */
	void revise(Draft draft) {
		if (draft.operation().takesHeader("If-Match")) {
			draft.headers().put("If-Match", this.known.revision(resource(draft.path())).orElse("\"1\""));
		}
	}

	/** A request that is wrong in one way, or nearly right. */
	Draft spoiled(Operation operation, String caller) {
		Draft draft = documented(operation, caller);
		boolean done = false;
		while (!done) {
			done = BodyMutations.pick(MUTATIONS, this.random).apply(draft, this.random);
		}
		return draft;
	}

	/** The part of an address that names what has a revision. */
	static String resource(String path) {
		return path.replaceFirst("/(closing|registration|draft|order|extensions)$", "");
	}

	private String segment(Operation operation, String name) {
		if (!name.startsWith("{")) {
			return name;
		}
		String plain = name.substring(1, name.length() - 1);
		Schema schema = operation.parameters()
			.stream()
			.filter((parameter) -> parameter.is("path") && parameter.name().equals(plain))
			.findFirst()
			.orElseThrow()
			.schema();
		String prefix = operation.path().substring(0, operation.path().indexOf(name));
		if (schema.format().equals("uuid")) {
			boolean own = !operation.reads() && OWN_ONLY.contains(operation.path());
			return this.known.id((own ? "own " : "") + prefix, this.random)
				.filter((id) -> this.random.nextInt(100) < 85)
				.orElseGet(() -> own ? new UUID(this.random.nextLong(), this.random.nextLong()).toString()
						: this.values.text(plain, schema));
		}
		return encoded(this.values.text(plain, schema));
	}

	private static String encoded(String text) {
		return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
	}

}
