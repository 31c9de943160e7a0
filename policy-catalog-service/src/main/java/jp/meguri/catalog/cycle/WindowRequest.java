package jp.meguri.catalog.cycle;

import java.time.Instant;
import jp.meguri.catalog.change.Given;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A period's new beginning and end, and why.
 */
record WindowRequest(@Nullable Instant opensAt, @Nullable Instant closesAt, @Nullable String reason) {

	Period period() {
		var violations = new Violations().required(this.opensAt, "/opensAt")
			.required(this.closesAt, "/closesAt")
			.check(this.opensAt == null || this.closesAt == null || this.opensAt.isBefore(this.closesAt), "/closesAt",
					"before-start")
			.text(this.reason, "/reason", TextRule.body(500).asRequired());
		violations.refuse();
		return new Period(Given.value(this.opensAt), Given.value(this.closesAt), Given.value(this.reason));
	}

	record Period(Instant opensAt, Instant closesAt, String reason) {
	}

}
