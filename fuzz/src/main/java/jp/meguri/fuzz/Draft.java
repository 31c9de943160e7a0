package jp.meguri.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that is being made up.
 */
final class Draft {

	private final Operation operation;

	private final String caller;

	private String method;

	private List<String> segments;

	private final List<Query> query = new ArrayList<>();

	private final Map<String, String> headers = new LinkedHashMap<>();

	private @Nullable JsonNode json;

	private byte @Nullable [] bytes;

	private boolean refused;

	private String mutation = "as documented";

	Draft(Operation operation, String caller, List<String> segments) {
		this.operation = operation;
		this.caller = caller;
		this.method = operation.method();
		this.segments = new ArrayList<>(segments);
	}

	/**
	 * One parameter, already encoded.
	 */
	record Query(String name, String value) {
	}

	Operation operation() {
		return this.operation;
	}

	/** Whose token goes along; empty for nobody's. */
	String caller() {
		return this.caller;
	}

	String method() {
		return this.method;
	}

	void method(String other) {
		this.method = other;
	}

	List<String> segments() {
		return this.segments;
	}

	List<Query> query() {
		return this.query;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	@Nullable JsonNode json() {
		return this.json;
	}

	void json(JsonNode value) {
		this.json = value;
		this.bytes = null;
	}

	/** The body as it is sent. */
	byte[] bytes() {
		if (this.bytes != null) {
			return this.bytes;
		}
		return (this.json != null) ? this.json.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
	}

	void bytes(byte[] raw) {
		this.bytes = raw;
	}

	void text(String raw) {
		this.bytes = raw.getBytes(StandardCharsets.UTF_8);
	}

	/** What was done to it. */
	String mutation() {
		return this.mutation;
	}

	void mutated(String how, boolean mustBeRefused) {
		this.mutation = how;
		this.refused = mustBeRefused;
	}

	/** Whether no 2xx may be the answer. */
	boolean mustBeRefused() {
		return this.refused;
	}

	/** Whether its address still is the one that was meant. */
	boolean isAtItsOperation() {
		return this.operation.isAt(path()) && this.method.equals(this.operation.method());
	}

	String path() {
		return "/" + String.join("/", this.segments);
	}

	String target() {
		return this.query.isEmpty() ? path()
				: path() + "?"
						+ this.query.stream()
							.map((parameter) -> parameter.name() + "=" + parameter.value())
							.collect(Collectors.joining("&"));
	}

	@Override
	public String toString() {
		String body = new String(bytes(), StandardCharsets.UTF_8);
		return "%s %s as %s (%s) %s %s".formatted(this.method, abbreviated(target(), 300), this.caller, this.mutation,
				abbreviated(this.headers.toString(), 200), abbreviated(body, 600));
	}

	private static String abbreviated(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length) + "… (" + text.length() + ")";
	}

}
