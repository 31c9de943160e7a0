package jp.meguri.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Ways to spoil headers.
 */
final class HeaderMutations {

	static final List<Mutation> ALL = List
		.of(new Mutation("B16 no type", true, (draft, random) -> draft.headers().remove("Content-Type") != null),
				new Mutation("B16 other type", true, (draft, random) -> type(draft, BodyMutations.pick(
						List.of("text/plain", "application/xml", "text/html", "application/x-www-form-urlencoded",
								"application/octet-stream", "image/png", "x", "application/json;charset=x", ";;;"),
						random))),
				new Mutation("B16 multipart", true,
						(draft, random) -> !draft.path().equals("/api/goals/imports")
								&& type(draft, "multipart/form-data;boundary=x")),
				new Mutation("B17 accept", false,
						(draft, random) -> set(draft, "Accept",
								BodyMutations.pick(List.of("image/png", "text/html", "x", "*/*;q=0", "application/xml",
										",,,", "a/b/c"), random))),
				new Mutation("B80 language", false,
						(draft, random) -> set(draft, "Accept-Language",
								BodyMutations.pick(List.of("ja-JP-u-ca-japanese", "x".repeat(3000), "*", "en;q=zz",
										"\u00e9", ",,", "en-".repeat(500)), random))),
				new Mutation("B15 gzip", true, (draft, random) -> set(draft, "Content-Encoding", "gzip")),
				new Mutation("no if-match", true, (draft, random) -> draft.headers().remove("If-Match") != null),
				new Mutation("if-match", true, HeaderMutations::ifMatch),
				new Mutation("no key", true, (draft, random) -> draft.headers().remove("Idempotency-Key") != null),
				new Mutation("B20 key", true, HeaderMutations::key),
				new Mutation(
						"if-none-match", false,
						(draft, random) -> set(draft, "If-None-Match",
								BodyMutations.pick(
										List.of("*", "\"1\"", "W/\"0\"", "x", "\"" + "1".repeat(2000) + "\""),
										random))),
				new Mutation("no token", true, (draft, random) -> set(draft, "Authorization", "")),
				new Mutation("token", true,
						(draft, random) -> set(draft, "Authorization",
								BodyMutations.pick(List.of("Bearer", "Bearer x", "Bearer a.b.c", "Basic eDp4",
										"Bearer " + "a".repeat(6000),
										"Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ5YW1hZGEifQ.", "x"), random))),
				new Mutation("identity headers", false,
						(draft, random) -> set(draft, "X-User-Id", "yamada")
								&& set(draft, "X-Forwarded-Prefix", "/../x")
								&& set(draft, "X-HTTP-Method-Override", "DELETE")));

	private HeaderMutations() {
	}

	private static boolean type(Draft draft, String type) {
		return draft.headers().containsKey("Content-Type") && set(draft, "Content-Type", type);
	}

	private static boolean ifMatch(Draft draft, Random random) {
		if (!draft.operation().takesHeader("If-Match")) {
			return false;
		}
		return set(draft, "If-Match",
				BodyMutations.pick(List.of("x", "1", "W/\"1\"", "*", "\"-1\"", "\"\u00b9\"", "\"99999999999999999999\"",
						"\"1\", \"2\"", "\"", "\"" + "9".repeat(3000) + "\"", "\"987654321\""), random));
	}

	/**
	 * ASCII only: the client sends a question mark for everything else, which is a good
	 * key.
	 */
	private static boolean key(Draft draft, Random random) {
		if (!draft.operation().creates()) {
			return false;
		}
		return set(draft, "Idempotency-Key",
				BodyMutations.pick(List.of("a b", "k".repeat(256), "k".repeat(5000)), random));
	}

	private static boolean set(Draft draft, String name, String value) {
		draft.headers().put(name, value);
		return true;
	}

}
