package jp.meguri.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import org.jspecify.annotations.Nullable;

/**
 * A small city office.
 */
final class DirectoryFixture {

	static final UUID CITY = UUID.fromString("018f2f6e-0000-7000-8000-000000000001");

	static final UUID CIVIC = UUID.fromString("018f2f6e-0000-7000-8000-000000000010");

	static final UUID COLLAB = UUID.fromString("018f2f6e-0000-7000-8000-000000000011");

	static final UUID COUNTER = UUID.fromString("018f2f6e-0000-7000-8000-000000000012");

	static final UUID ENVIRONMENT = UUID.fromString("018f2f6e-0000-7000-8000-000000000020");

	static final UUID PLANNING = UUID.fromString("018f2f6e-0000-7000-8000-000000000030");

	static final String ISSUER = "https://login.nagisa.example";

	static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	static final Municipality NAGISA = new Municipality(CITY, "nagisa", "なぎさ市", false, List.of(ISSUER));

	private DirectoryFixture() {
	}

	static CityDirectory office(Person... persons) {
		return new CityDirectory(NAGISA,
				List.of(unit(PLANNING, "planning", null, 9), unit(COUNTER, "civic-counter", CIVIC, 2),
						unit(COLLAB, "civic-collab", CIVIC, 1), unit(ENVIRONMENT, "environment", null, 2),
						unit(CIVIC, "civic", null, 1)),
				List.of(persons), List.of());
	}

	static Unit unit(UUID id, String code, @Nullable UUID parent, int ordinal) {
		return new Unit(id, CITY, code, UnitKind.DEPARTMENT,
				List.of(new UnitYear(2026, code, parent, ordinal, "", "", "")));
	}

	static Person person(String subject, Assignment... assignments) {
		return new Person(UUID.nameUUIDFromBytes(subject.getBytes()), CITY, subject, "", ISSUER, subject,
				List.of(assignments));
	}

	static Assignment assignment(RoleCode role, UUID unit) {
		return assignment(role, unit, LocalDate.of(2026, 4, 1), null);
	}

	static Assignment assignment(RoleCode role, UUID unit, LocalDate from, @Nullable LocalDate to) {
		return new Assignment(UUID.randomUUID(), unit, role, from, to);
	}

}
