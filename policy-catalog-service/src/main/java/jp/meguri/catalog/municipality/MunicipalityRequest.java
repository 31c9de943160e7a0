package jp.meguri.catalog.municipality;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A new city, with the planner who sets up everything else in it.
 *
 * @param issuers identity providers that speak for this city and no other
 * @param planner the first planner, or null to add one by other means
 */
record MunicipalityRequest(@Nullable String slug, @Nullable String name, @Nullable List<String> issuers,
		@Nullable Planner planner) {

	private static final int MAXIMUM_ISSUERS = 10;

	/**
	 * @param unitCode code of the planning division, e.g. {@code planning}
	 * @param unitName its name, e.g. 政策企画課
	 * @param personName the person's name
	 * @param email the person's address
	 * @param subject the person's id at the first issuer
	 */
	record Planner(@Nullable String unitCode, @Nullable String unitName, @Nullable String personName,
			@Nullable String email, @Nullable String subject) {

		void check(Violations violations) {
			CatalogRules.code(violations, this.unitCode, "/planner/unitCode");
			violations.text(this.unitName, "/planner/unitName", TextRule.name(100))
				.text(this.personName, "/planner/personName", TextRule.name(100))
				.text(this.email, "/planner/email", TextRule.line(255))
				.text(this.subject, "/planner/subject", TextRule.name(255));
		}

	}

	MunicipalityChanged toMunicipality(UUID id) {
		var violations = new Violations();
		CatalogRules.code(violations, this.slug, "/slug");
		violations.text(this.name, "/name", TextRule.name(100));
		checkIssuers(violations, Given.list(this.issuers));
		if (this.planner != null) {
			this.planner.check(violations);
		}
		violations.refuse();
		return new MunicipalityChanged(id, Given.value(this.slug), Given.value(this.name), false,
				Given.list(this.issuers));
	}

	static void checkIssuers(Violations violations, List<String> issuers) {
		violations.check(!issuers.isEmpty(), "/issuers", "required")
			.check(issuers.size() <= MAXIMUM_ISSUERS, "/issuers", "too-many", MAXIMUM_ISSUERS)
			.check(issuers.stream().distinct().count() == issuers.size(), "/issuers", "repeated");
		for (int i = 0; i < issuers.size(); i++) {
			violations.check(isAddress(issuers.get(i)), "/issuers/" + i, "address");
		}
	}

	private static boolean isAddress(String issuer) {
		try {
			URI uri = URI.create(issuer);
			return issuer.length() <= 255 && uri.getHost() != null
					&& ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
