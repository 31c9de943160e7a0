package jp.meguri.web.operations;

import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Why something is tried again or given up.
 */
record ReplayRequest(@Nullable String reason) {

	String checkedReason() {
		new Violations().text(this.reason, "/reason", TextRule.body(500).asRequired()).refuse();
		return String.valueOf(this.reason);
	}

}
