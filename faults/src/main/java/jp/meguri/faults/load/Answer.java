package jp.meguri.faults.load;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param status HTTP status, 0 where no whole answer came
 * @param etag the ETag, empty for none
 * @param retryAfter the wait that was asked for, or null
 * @param body the body, or what went wrong
 */
public record Answer(int status, String etag, @Nullable Duration retryAfter, String body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Answer none(Throwable failure) {
		return new Answer(0, "", null, failure.toString());
	}

	public boolean isDone() {
		return this.status >= 200 && this.status < 300;
	}

	/** It may have happened or not. */
	public boolean isUnknown() {
		return this.status == 0 || this.status >= 500;
	}

	/** The caller is asked to come again. */
	boolean isPostponed() {
		return this.status == 429 || (this.status == 409 && this.body.contains("request-in-flight"));
	}

	long revision() {
		var digits = this.etag.replaceAll("\\D", "");
		return digits.isEmpty() ? 0 : Long.parseLong(digits);
	}

	@Nullable String id() {
		return Optional.of(json().path("id")).filter(JsonNode::isString).map(JsonNode::asString).orElse(null);
	}

	String said() {
		if (isDone()) {
			return "";
		}
		return (this.status == 0) ? this.body
				: json().path("type").asString("") + " " + json().path("key").asString("");
	}

	public JsonNode json() {
		try {
			return (this.status == 0 || this.body.isEmpty()) ? MissingNode.getInstance() : JSON.readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

}
