package jp.meguri.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal the caller is told about (RFC 9457). The sentences are
 * {@code problem.<name>.title} and {@code .detail} of the message bundles.
 */
public class MeguriProblem extends RuntimeException {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final int status;

	private final String name;

	private final List<Object> arguments;

	private final Map<String, @Nullable Object> extensions = new LinkedHashMap<>();

	private final List<FieldError> errors;

	private @Nullable Duration retryAfter;

	public MeguriProblem(int status, String name, Object... arguments) {
		this(status, name, List.of(), arguments);
	}

	public MeguriProblem(int status, String name, List<FieldError> errors, Object... arguments) {
		super(name, null, false, false);
		this.status = status;
		this.name = name;
		this.errors = List.copyOf(errors);
		this.arguments = List.of(arguments);
	}

	/** Adds a member to the answer. */
	public MeguriProblem with(String member, @Nullable Object value) {
		this.extensions.put(member, value);
		return this;
	}

	/** Names when it is worth coming back. */
	public MeguriProblem retryAfter(Duration wait) {
		this.retryAfter = wait;
		return this;
	}

	public int status() {
		return this.status;
	}

	public String name() {
		return this.name;
	}

	public List<Object> arguments() {
		return this.arguments;
	}

	public Map<String, @Nullable Object> extensions() {
		return this.extensions;
	}

	/** When it is worth coming back; who is busy or down says so always. */
	public @Nullable Duration retryAfter() {
		return (this.retryAfter == null && this.status == 503) ? SOON : this.retryAfter;
	}

	public List<FieldError> errors() {
		return this.errors;
	}

}
