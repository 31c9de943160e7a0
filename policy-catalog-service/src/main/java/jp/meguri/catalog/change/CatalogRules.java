package jp.meguri.catalog.change;

import java.util.regex.Pattern;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Rules that several requests share.
 */
public final class CatalogRules {

	private static final int FIRST_YEAR = 1950;

	private static final int LAST_YEAR = 2150;

	private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

	private CatalogRules() {
	}

	public static void fiscalYear(Violations violations, @Nullable Integer year, String pointer) {
		violations.check(year != null && year >= FIRST_YEAR && year <= LAST_YEAR, pointer, "fiscal-year");
	}

	/** First and last fiscal year in which something is valid. */
	public static void years(Violations violations, @Nullable Integer first, @Nullable Integer last) {
		fiscalYear(violations, first, "/firstYear");
		fiscalYear(violations, last, "/lastYear");
		violations.check(first == null || last == null || first <= last, "/lastYear", "before-start");
	}

	/** A short name in addresses. */
	public static void code(Violations violations, @Nullable String code, String pointer) {
		violations.check(code != null && CODE.matcher(code).matches(), pointer, "code");
	}

}
