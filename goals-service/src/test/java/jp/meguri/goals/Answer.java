package jp.meguri.goals;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What the service answered.
 */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

	public String text(String pointer) {
		return this.body.at(pointer).asString();
	}

	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

}
