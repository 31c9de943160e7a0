package jp.meguri.web;

import java.time.Duration;
import java.util.List;
import jp.meguri.directory.WindowStatus;

/**
 * The refusals all services share.
 */
public final class Problems {

	private Problems() {
	}

	/** Absent, foreign and random look alike. */
	public static MeguriProblem notFound() {
		return new MeguriProblem(404, "not-found");
	}

	public static MeguriProblem forbidden() {
		return new MeguriProblem(403, "forbidden");
	}

	/** Signed in, but nobody has given this person a role that is valid today. */
	public static MeguriProblem noAssignment() {
		return new MeguriProblem(403, "no-assignment");
	}

	public static MeguriProblem unauthenticated() {
		return new MeguriProblem(401, "unauthenticated");
	}

	public static MeguriProblem preconditionRequired() {
		return new MeguriProblem(428, "precondition-required");
	}

	public static MeguriProblem revisionConflict(long currentRevision) {
		return new MeguriProblem(412, "revision-conflict").with("currentRevision", currentRevision);
	}

	/** The entry period (受付期間) is not open for this unit. */
	public static MeguriProblem windowClosed(WindowStatus status, String contact) {
		String name = switch (status.state()) {
			case NOT_YET_OPEN -> "window-not-open-yet";
			case NO_WINDOW -> "window-missing";
			default -> "window-closed";
		};
		MeguriProblem problem = switch (status.state()) {
			case NOT_YET_OPEN -> new MeguriProblem(409, name, PrintedTime.from(status.opensAt()));
			case NO_WINDOW -> new MeguriProblem(409, name);
			default -> new MeguriProblem(409, name, PrintedTime.until(status.closesAt()));
		};
		return problem.with("since", status.since())
			.with("until", status.until())
			.with("reason", status.reason())
			.with("contact", contact);
	}

	public static MeguriProblem wrongState(Object state) {
		return new MeguriProblem(409, "wrong-state").with("state", state);
	}

	public static MeguriProblem alreadyExists() {
		return new MeguriProblem(409, "already-exists");
	}

	public static MeguriProblem validation(List<FieldError> errors) {
		return new MeguriProblem(422, "validation", errors);
	}

	public static MeguriProblem validation(String pointer, String key, Object... arguments) {
		return validation(List.of(FieldError.of(pointer, key, arguments)));
	}

	public static MeguriProblem malformed() {
		return new MeguriProblem(400, "malformed");
	}

	public static MeguriProblem malformed(String pointer, String key) {
		return new MeguriProblem(400, "malformed", List.of(FieldError.of(pointer, key)));
	}

	public static MeguriProblem directoryStale() {
		return new MeguriProblem(503, "directory-stale");
	}

	/** More at once than this service answers in time. */
	public static MeguriProblem overloaded() {
		return new MeguriProblem(503, "overloaded").retryAfter(Duration.ofSeconds(1));
	}

	public static MeguriProblem unavailable() {
		return new MeguriProblem(503, "unavailable");
	}

}
