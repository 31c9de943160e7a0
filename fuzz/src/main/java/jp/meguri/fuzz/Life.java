package jp.meguri.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * What is created is asked for, created again by the same key, changed, changed again on
 * the old revision, deleted, and used once more.
 */
final class Life {

	private final Fuzz fuzz;

	private final List<Operation> operations;

	private final Requests requests;

	Life(Fuzz fuzz, List<Operation> operations, Requests requests) {
		this.fuzz = fuzz;
		this.operations = operations;
		this.requests = requests;
	}

	void of(Operation create, String caller) throws InterruptedException {
		Draft draft = this.requests.documented(create, caller);
		Answer created = this.fuzz.send(draft);
		if (created.status() != 201) {
			return;
		}
		String location = location(created);
		repeat(draft, created);
		for (Operation operation : at(location, "GET")) {
			expect(named(operation, caller, location), 200, "created, but not there");
		}
		change(caller, location);
		if (!location.equals(created.header("Location"))) {
			return;
		}
		for (Operation operation : at(location, "DELETE")) {
			Draft delete = named(operation, caller, location);
			if (this.fuzz.send(delete).isGood()) {
				expect(delete, 404, "deleted twice");
				for (Operation put : at(location, "PUT")) {
					expect(named(put, caller, location), 404, "changed after its end");
				}
			}
		}
	}

	/** Where what was created is, without the place in a page. */
	static String location(Answer created) {
		return created.header("Location").replaceFirst("#.*", "");
	}

	private void repeat(Draft draft, Answer created) throws InterruptedException {
		Answer again = this.fuzz.send(draft);
		if (again.status() != 201 || !again.header("Location").equals(created.header("Location"))) {
			this.fuzz.report()
				.fault(draft.operation() + ": not the same when repeated", draft + " → " + again.status());
		}
	}

	private void change(String caller, String location) throws InterruptedException {
		for (Operation operation : at(location, "PUT")) {
			Draft change = named(operation, caller, location);
			if (this.fuzz.send(change).isGood() && operation.takesHeader("If-Match")) {
				Answer stale = this.fuzz.send(change);
				// A change that changes nothing keeps the revision.
				if (stale.status() != 412 && !stale.isGood()) {
					this.fuzz.report().fault(operation + ": stale revision", change + " → " + stale.status());
				}
			}
		}
	}

	private void expect(Draft draft, int status, String otherwise) throws InterruptedException {
		Answer answer = this.fuzz.send(draft);
		if (answer.status() != status) {
			this.fuzz.report().fault(draft.operation() + ": " + otherwise, draft + " → " + answer.status());
		}
	}

	private Draft named(Operation operation, String caller, String location) {
		Draft draft = this.requests.documented(operation, caller);
		List<String> segments = Arrays.asList(location.substring(1).split("/"));
		for (int i = 0; i < segments.size(); i++) {
			draft.segments().set(i, segments.get(i));
		}
		this.requests.revise(draft);
		return draft;
	}

	private List<Operation> at(String location, String method) {
		return this.operations.stream()
			.filter((operation) -> operation.method().equals(method) && operation.isAt(location))
			.toList();
	}

}
