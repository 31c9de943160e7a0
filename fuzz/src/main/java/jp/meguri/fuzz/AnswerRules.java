package jp.meguri.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is asked of every answer, whatever the request was.
 */
final class AnswerRules {

	/** What no body may show of how we are made. */
	private static final Pattern INSIDE = Pattern
		.compile("Exception|jp\\.meguri|org\\.spring|tools\\.jackson|io\\.r2dbc|\\bat java\\.|(?i:select .* from )");

	private static final int LONGEST = 200;

	private final Duration limit;

	/**
	 * @param limit longest time an answer may take
	 */
	AnswerRules(Duration limit) {
		this.limit = limit;
	}

	/** One line per broken rule. */
	List<String> broken(Draft draft, Answer answer) {
		List<String> broken = new ArrayList<>();
		if (answer.status() == 0) {
			broken.add("no answer");
			return broken;
		}
		if (answer.status() >= 500) {
			broken.add("status " + answer.status());
		}
		if (answer.time().compareTo(this.limit) > 0) {
			broken.add("slower than " + this.limit);
		}
		if (answer.status() >= 400) {
			broken.addAll(refusal(draft, answer));
		}
		else if (!answer.isGood() && answer.status() != 304) {
			broken.add("status " + answer.status() + " is neither success nor refusal");
		}
		else if (draft.method().equals(draft.operation().method())) {
			broken.addAll(success(draft, answer));
		}
		return broken;
	}

	private static List<String> success(Draft draft, Answer answer) {
		List<String> broken = new ArrayList<>();
		if (draft.mustBeRefused() && !(isOpen(draft) && draft.mutation().contains("token"))) {
			broken.add(draft.mutation() + " is accepted");
		}
		if (!draft.isAtItsOperation() || answer.status() == 304) {
			return broken;
		}
		if (!draft.operation().documents(answer.status())) {
			broken.add("status " + answer.status() + " is not in the contract");
		}
		if (!isOpen(draft) && !answer.header("Cache-Control").contains("no-store")) {
			broken.add("may be stored: " + answer.header("Cache-Control"));
		}
		if (answer.status() == 201 && answer.header("Location").isEmpty() && draft.operation().creates()) {
			broken.add("201 without Location");
		}
		Optional<Schema> schema = draft.operation()
			.answers()
			.getOrDefault(String.valueOf(answer.status()), Optional.empty());
		schema.ifPresent((expected) -> answer.json()
			.ifPresentOrElse((json) -> broken.addAll(Conformity.mismatches(json, expected)),
					() -> broken.add("not JSON: " + answer.header("Content-Type"))));
		return broken;
	}

	private static boolean isOpen(Draft draft) {
		return draft.path().startsWith("/api/public/");
	}

	private static List<String> refusal(Draft draft, Answer answer) {
		List<String> broken = new ArrayList<>();
		if (!draft.method().equals("HEAD")) {
			broken.addAll(problem(answer));
		}
		if (draft.method().equals(draft.operation().method()) && !draft.operation().documents(answer.status())) {
			broken.add("status " + answer.status() + " is not in the contract");
		}
		return broken;
	}

	/** What is missing in a refusal (RFC 9457), or too much. */
	static List<String> problem(Answer answer) {
		if (!answer.header("Content-Type").startsWith("application/problem+json")) {
			return List.of(answer.status() + " is no problem+json: " + answer.header("Content-Type"));
		}
		List<String> broken = new ArrayList<>();
		JsonNode problem = answer.json().orElseGet(JsonNodeFactory.instance::objectNode);
		if (problem.path("status").asInt(0) != answer.status()
				|| !problem.path("type").asString("").startsWith("urn:meguri:problem:")
				|| problem.at("/i18n/ja/title").asString("").isEmpty()
				|| problem.at("/i18n/en/title").asString("").isEmpty()) {
			broken.add("incomplete problem " + answer.text());
		}
		if (problem.at("/i18n/ja/title").asString("").startsWith("problem.") || answer.text().contains("\"field.")) {
			broken.add("no sentence for " + problem.path("type").asString(""));
		}
		if (INSIDE.matcher(answer.text()).find()) {
			broken.add("shows how it is made: " + answer.text());
		}
		if (problem.path("errors")
			.valueStream()
			.anyMatch((error) -> error.path("ja").asString("").length() > LONGEST)) {
			broken.add("echoes too much");
		}
		return broken;
	}

}
