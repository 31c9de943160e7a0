package jp.meguri.fuzz;

import java.util.List;
import java.util.Random;
import jp.meguri.fuzz.Draft.Query;

/**
 * Ways to spoil an address and a method.
 */
final class AddressMutations {

	static final List<Mutation> ALL = List.of(new Mutation("segment", false, AddressMutations::segment),
			new Mutation("segment", false, AddressMutations::segment),
			new Mutation("further segment", true,
					(draft, random) -> draft.segments().add(BodyMutations.pick(Traps.SEGMENTS, random))),
			new Mutation("empty segment", true, (draft, random) -> draft.segments().add("")),
			new Mutation("B55 unknown parameter", true,
					(draft, random) -> draft.query().add(new Query("sort%5B%5D", "1"))),
			new Mutation("B54 repeated parameter", true, AddressMutations::repeated),
			new Mutation("parameter", false, AddressMutations::value),
			new Mutation("parameter", false, AddressMutations::value),
			new Mutation("missing parameter", false,
					(draft, random) -> !draft.query().isEmpty() && draft.query().removeIf((parameter) -> true)),
			new Mutation("method", false, AddressMutations::method));

	private AddressMutations() {
	}

	private static boolean segment(Draft draft, Random random) {
		int last = draft.segments().size();
		draft.segments().set(2 + random.nextInt(Math.max(1, last - 2)), BodyMutations.pick(Traps.SEGMENTS, random));
		return true;
	}

	private static boolean repeated(Draft draft, Random random) {
		if (draft.query().isEmpty()) {
			return false;
		}
		return draft.query().add(BodyMutations.pick(List.copyOf(draft.query()), random));
	}

	private static boolean value(Draft draft, Random random) {
		var names = draft.operation().parameters().stream().filter((parameter) -> parameter.is("query")).toList();
		if (names.isEmpty()) {
			return false;
		}
		String name = BodyMutations.pick(names, random).name();
		draft.query().removeIf((parameter) -> parameter.name().equals(name));
		return draft.query().add(new Query(name, BodyMutations.pick(Traps.QUERY_VALUES, random)));
	}

	private static boolean method(Draft draft, Random random) {
		draft.method(BodyMutations.pick(
				List.of("HEAD", "OPTIONS", "PATCH", "DELETE", "PUT", "POST", "GET", "TRACE", "PROPFIND", "get", "FOO"),
				random));
		return true;
	}

}
