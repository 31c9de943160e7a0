package jp.meguri.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method at one address of a contract.
 *
 * @param path with names in braces
 * @param bodies what may be sent, by media type
 * @param answers what is answered in JSON, by status; no schema where the answer is not
 * JSON
 */
record Operation(String method, String path, List<Parameter> parameters, Map<String, Schema> bodies,
		Map<String, Optional<Schema>> answers) {

	static final String JSON = "application/json";

	boolean reads() {
		return this.method.equals("GET");
	}

	boolean creates() {
		return takesHeader("Idempotency-Key");
	}

	boolean takesHeader(String name) {
		return this.parameters.stream()
			.anyMatch((parameter) -> parameter.is("header") && parameter.name().equals(name));
	}

	Optional<Schema> body() {
		return Optional.ofNullable(this.bodies.get(JSON));
	}

	boolean documents(int status) {
		return this.answers.containsKey(String.valueOf(status))
				|| (status >= 400 && this.answers.containsKey("default"));
	}

	/**
	 * Whether a path of the API is this operation's; ids are ids, and not names of
	 * others.
	 */
	boolean isAt(String actual) {
		String pattern = this.path;
		for (Parameter parameter : this.parameters) {
			boolean id = parameter.schema().format().equals("uuid");
			pattern = pattern.replace("{" + parameter.name() + "}", id ? "[0-9a-f-]{36}" : "[^/]+");
		}
		return actual.matches(pattern);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
