package jp.meguri.catalog.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import org.jspecify.annotations.Nullable;

/**
 * Builds an invented city office, unit by unit and person by person.
 */
final class DemoOffice {

	private static final int FIRST_YEAR = 2025;

	private static final int LAST_YEAR = 2026;

	private static final LocalDate ASSIGNED = LocalDate.of(2025, 4, 1);

	private final String slug;

	private final String issuer;

	private final List<UnitChanged> units = new ArrayList<>();

	private final List<PersonChanged> persons = new ArrayList<>();

	DemoOffice(String slug, String issuer) {
		this.slug = slug;
		this.issuer = issuer;
	}

	DemoOffice department(String code, String name, String holderName) {
		return unit(code, name, UnitKind.DEPARTMENT, null, "部長", holderName);
	}

	DemoOffice section(String department, String code, String name, String holderName) {
		return unit(code, name, UnitKind.SECTION, department, "課長", holderName);
	}

	DemoOffice planningDivision(String code, String name, String holderName) {
		return unit(code, name, UnitKind.PLANNING_DIVISION, null, "課長", holderName);
	}

	/** A person with roles, each {@code ROLE@unit}. */
	DemoOffice person(String subject, String name, String... roles) {
		UUID id = DemoCity.id(this.slug, "person/" + subject);
		List<Assignment> assignments = IntStream.range(0, roles.length)
			.mapToObj((i) -> assignment(subject, roles[i]))
			.toList();
		this.persons.add(
				new PersonChanged(id, name, subject + "@" + this.slug + ".example", this.issuer, subject, assignments));
		return this;
	}

	List<UnitChanged> units() {
		return List.copyOf(this.units);
	}

	List<PersonChanged> persons() {
		return List.copyOf(this.persons);
	}

	private DemoOffice unit(String code, String name, UnitKind kind, @Nullable String parent, String position,
			String holder) {
		UUID above = (parent != null) ? unitId(parent) : null;
		int ordinal = this.units.size() + 1;
		String contact = "内線 " + (2000 + 10 * ordinal);
		List<UnitYear> years = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
			.mapToObj((year) -> new UnitYear(year, name, above, ordinal, position, holder, contact))
			.toList();
		this.units.add(new UnitChanged(unitId(code), code, kind, years));
		return this;
	}

	private Assignment assignment(String subject, String role) {
		String[] parts = role.split("@");
		return new Assignment(DemoCity.id(this.slug, "assignment/" + subject + "/" + role), unitId(parts[1]),
				RoleCode.valueOf(parts[0]), ASSIGNED, null);
	}

	private UUID unitId(String code) {
		return DemoCity.id(this.slug, "unit/" + code);
	}

}
