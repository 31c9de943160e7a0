package jp.meguri.directory;

import java.time.LocalDate;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import org.junit.jupiter.api.Test;

import static jp.meguri.directory.DirectoryFixture.CIVIC;
import static jp.meguri.directory.DirectoryFixture.COLLAB;
import static jp.meguri.directory.DirectoryFixture.COUNTER;
import static jp.meguri.directory.DirectoryFixture.ENVIRONMENT;
import static jp.meguri.directory.DirectoryFixture.ISSUER;
import static jp.meguri.directory.DirectoryFixture.PLANNING;
import static jp.meguri.directory.DirectoryFixture.TODAY;
import static jp.meguri.directory.DirectoryFixture.assignment;
import static jp.meguri.directory.DirectoryFixture.office;
import static jp.meguri.directory.DirectoryFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

class CityDirectoryTest {

	@Test
	void units_standInPrintedOrder_sectionsAfterTheirDepartment() {
		assertThat(office().units(2026)).extracting(Unit::code)
			.containsExactly("civic", "civic-collab", "civic-counter", "environment", "planning");
		assertThat(office().units(2020)).isEmpty();
	}

	@Test
	void head_coversTheSectionsOfTheDepartment() {
		Actor head = actor(person("suzuki", assignment(RoleCode.HEAD, CIVIC)));
		assertThat(head.unitsAs(RoleCode.HEAD)).containsExactlyInAnyOrder(CIVIC, COLLAB, COUNTER);
		assertThat(head.holds(RoleCode.HEAD, ENVIRONMENT)).isFalse();
		assertThat(head.roles()).filteredOn(Role::isDirect).hasSize(1);
	}

	@Test
	void staff_coversTheUnitItselfOnly() {
		assertThat(actor(person("sato", assignment(RoleCode.STAFF, CIVIC))).writableUnits()).containsExactly(CIVIC);
	}

	@Test
	void twoAssignments_grantExactlyTheTwoUnits() {
		Actor both = actor(person("ito", assignment(RoleCode.HEAD, ENVIRONMENT), assignment(RoleCode.STAFF, CIVIC)));
		assertThat(both.writableUnits()).containsExactlyInAnyOrder(ENVIRONMENT, CIVIC);
		assertThat(both.holds(RoleCode.HEAD, CIVIC)).isFalse();
		assertThat(both.holds(RoleCode.STAFF, ENVIRONMENT)).isFalse();
	}

	@Test
	void planning_writesForItsOwnUnitOnly() {
		assertThat(actor(person("yamada", assignment(RoleCode.PLANNING, PLANNING))).writableUnits())
			.containsExactly(PLANNING);
	}

	@Test
	void reader_writesNothing() {
		assertThat(actor(person("k", assignment(RoleCode.READER, PLANNING))).writableUnits()).isEmpty();
	}

	@Test
	void assignment_countsFromItsFirstToItsLastDay() {
		Person person = person("t", assignment(RoleCode.STAFF, CIVIC, TODAY.minusDays(1), TODAY));
		assertThat(person.assignmentsOn(TODAY.minusDays(2))).isEmpty();
		assertThat(person.assignmentsOn(TODAY.minusDays(1))).hasSize(1);
		assertThat(person.assignmentsOn(TODAY)).hasSize(1);
		assertThat(person.assignmentsOn(TODAY.plusDays(1))).isEmpty();
	}

	@Test
	void assignmentThatEndsBeforeItBegins_neverCounts() {
		Person person = person("t", assignment(RoleCode.STAFF, CIVIC, TODAY, TODAY.minusDays(1)));
		assertThat(person.assignmentsOn(TODAY)).isEmpty();
		assertThat(person.assignmentsOn(TODAY.minusDays(1))).isEmpty();
	}

	@Test
	void subject_isKnownAtItsOwnProviderOnly() {
		CityDirectory city = office(person("sato", assignment(RoleCode.STAFF, CIVIC)));
		assertThat(city.actor(ISSUER, "sato", TODAY)).isPresent();
		assertThat(city.actor("https://login.tsukimi.example", "sato", TODAY)).isEmpty();
		assertThat(city.actor(ISSUER, "Sato", TODAY)).isEmpty();
	}

	@Test
	void holders_areThoseOfTheDay() {
		CityDirectory city = office(person("old", assignment(RoleCode.HEAD, CIVIC, LocalDate.of(2020, 4, 1), TODAY)),
				person("new", assignment(RoleCode.HEAD, CIVIC, TODAY.plusDays(1), null)));
		assertThat(city.personsHolding(CIVIC, RoleCode.HEAD, TODAY)).extracting(Person::name).containsExactly("old");
		assertThat(city.personsHolding(CIVIC, RoleCode.HEAD, TODAY.plusDays(1))).extracting(Person::name)
			.containsExactly("new");
		assertThat(city.personsHolding(COLLAB, RoleCode.HEAD, TODAY)).isEmpty();
	}

	private static Actor actor(Person person) {
		return office(person).actor(ISSUER, String.valueOf(person.subject()), TODAY).orElseThrow();
	}

}
