package jp.meguri.goals.imports;

import java.util.regex.Pattern;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The edition of a plan a document is registered for, as the person names it.
 *
 * @param planName e.g. 行政改革実施計画
 * @param dimension the plan's dimension in links
 * @param name the edition's name, e.g. 第3次
 */
record PlanRequest(@Nullable String planName, @Nullable String dimension, @Nullable String name,
		@Nullable Integer firstYear, @Nullable Integer lastYear) {

	private static final TextRule NAME = TextRule.name(100);

	private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final int LONGEST = 40;

	/** Refuses with 422 whatever is wrong. */
	PlanRequest checked() {
		boolean coded = this.dimension != null && this.dimension.length() <= LONGEST
				&& CODE.matcher(this.dimension).matches();
		new Violations().required(this.planName, "/edition/planName")
			.text(this.planName, "/edition/planName", NAME)
			.required(this.name, "/edition/name")
			.text(this.name, "/edition/name", NAME)
			.check(coded, "/edition/dimension", "code")
			.check(isYear(this.firstYear), "/edition/firstYear", "invalid")
			.check(isYear(this.lastYear) && inOrder(), "/edition/lastYear", "invalid")
			.refuse();
		return this;
	}

	private boolean inOrder() {
		return this.firstYear == null || this.lastYear == null || this.firstYear <= this.lastYear;
	}

	private static boolean isYear(@Nullable Integer year) {
		return year != null && year >= 1950 && year <= 2100;
	}

}
