package jp.meguri.catalog.unit;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a planner says about a unit.
 *
 * @param years one entry per fiscal year in which it exists
 */
record UnitRequest(@Nullable UnitKind kind, @Nullable List<Year> years) {

	private static final int MAXIMUM_YEARS = 100;

	void check(Violations violations) {
		violations.required(this.kind, "/kind");
		List<Year> all = Given.list(this.years);
		violations.check(!all.isEmpty(), "/years", "required");
		violations.check(all.size() <= MAXIMUM_YEARS, "/years", "too-many", MAXIMUM_YEARS);
		long distinct = all.stream().map(Year::fiscalYear).distinct().count();
		violations.check(distinct == all.size(), "/years", "repeated");
		for (int i = 0; i < all.size(); i++) {
			all.get(i).check(violations, "/years/" + i);
		}
	}

	UnitChanged applyTo(UnitChanged unit) {
		var violations = new Violations();
		check(violations);
		violations.refuse();
		return new UnitChanged(unit.id(), unit.code(), Given.value(this.kind), unitYears());
	}

	List<UnitYear> unitYears() {
		return Given.list(this.years).stream().map(Year::toUnitYear).toList();
	}

	/**
	 * @param parent the unit above it in that year
	 * @param ordinal printed order among its siblings
	 * @param position 補職
	 * @param holderName 氏名 as printed
	 */
	record Year(@Nullable Integer fiscalYear, @Nullable String name, @Nullable UUID parent, @Nullable Integer ordinal,
			@Nullable String position, @Nullable String holderName, @Nullable String contact) {

		void check(Violations violations, String at) {
			CatalogRules.fiscalYear(violations, this.fiscalYear, at + "/fiscalYear");
			violations.text(this.name, at + "/name", TextRule.name(100))
				.check(this.ordinal == null || (this.ordinal >= 0 && this.ordinal < 10_000), at + "/ordinal", "number")
				.text(this.position, at + "/position", TextRule.line(50))
				.text(this.holderName, at + "/holderName", TextRule.line(50))
				.text(this.contact, at + "/contact", TextRule.line(200));
		}

		UnitYear toUnitYear() {
			return new UnitYear(Given.number(this.fiscalYear), Given.text(this.name), this.parent,
					Given.number(this.ordinal), Given.text(this.position), Given.text(this.holderName),
					Given.text(this.contact));
		}

	}

}
