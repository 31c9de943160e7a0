package jp.meguri.catalog.plan;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Given;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A node in printed order; it belongs to the nearest node above it with a smaller level.
 *
 * @param id of a node the edition has already; null for a new one
 * @param level 1 at the top
 * @param path the code as a path, e.g. [5, 1, 3]
 * @param code the code as printed, e.g. {@code 5-1-③}
 * @param title the title, or null where it is unknown
 * @param linkable whether goals may link to it
 */
record NodeRequest(@Nullable UUID id, @Nullable Integer level, @Nullable List<Integer> path, @Nullable String code,
		@Nullable String title, @Nullable Boolean linkable) {

	private static final int DEPTH = 10;

	void check(Violations violations, String at, int levelAbove) {
		int own = Given.number(this.level);
		violations.check(own >= 1 && own <= DEPTH && own <= levelAbove + 1, at + "/level", "level")
			.check(Given.list(this.path).size() <= DEPTH
					&& Given.list(this.path).stream().allMatch((step) -> step >= 0), at + "/path", "number")
			.text(this.code, at + "/code", TextRule.line(50))
			.text(this.title, at + "/title", TextRule.line(200))
			.check(!Given.text(this.code).isEmpty() || !Given.text(this.title).isEmpty(), at + "/code", "required");
	}

}
