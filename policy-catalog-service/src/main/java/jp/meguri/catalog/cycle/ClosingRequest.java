package jp.meguri.catalog.cycle;

import java.time.Instant;
import jp.meguri.catalog.change.Given;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * An early end, and why.
 */
record ClosingRequest(@Nullable Instant closesAt, @Nullable String reason) {

	Closing closing() {
		new Violations().required(this.closesAt, "/closesAt")
			.text(this.reason, "/reason", TextRule.body(500).asRequired())
			.refuse();
		return new Closing(Given.value(this.closesAt), Given.value(this.reason));
	}

	record Closing(Instant closesAt, String reason) {
	}

}
