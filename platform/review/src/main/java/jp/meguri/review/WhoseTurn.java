package jp.meguri.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Person;
import jp.meguri.directory.Unit;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.content.ReviewState;
import org.jspecify.annotations.Nullable;

/**
 * Who has to act next (誰の番か).
 *
 * @param role in which role
 * @param unit at which unit
 * @param names who that is today; empty where nobody holds the role
 * @param until end of the entry period for those who write, else null
 */
public record WhoseTurn(RoleCode role, UUID unit, List<String> names, @Nullable Instant until) {

	/** Empty once nothing is left to do. */
	public static Optional<WhoseTurn> of(CityDirectory city, UUID owner, int fiscalYear, ReviewState state,
			WindowStatus window, LocalDate today) {
		if (ReviewRoute.isWithTheWriters(state)) {
			return Optional
				.of(new WhoseTurn(RoleCode.STAFF, owner, names(city, owner, RoleCode.STAFF, today), window.closesAt()));
		}
		return switch (state) {
			case SUBMITTED -> Optional.of(head(city, owner, fiscalYear, today));
			case APPROVED -> planning(city, fiscalYear).map((unit) -> new WhoseTurn(RoleCode.PLANNING, unit.id(),
					names(city, unit.id(), RoleCode.PLANNING, today), null));
			default -> Optional.empty();
		};
	}

	/** Whom to ask about periods: the planning division of that year. */
	public static String planningContact(CityDirectory city, int fiscalYear) {
		return planning(city, fiscalYear).map((unit) -> contact(unit, fiscalYear)).orElse("");
	}

	private static Optional<Unit> planning(CityDirectory city, int fiscalYear) {
		return city.units(fiscalYear).stream().filter((unit) -> unit.kind() == UnitKind.PLANNING_DIVISION).findFirst();
	}

	private static String contact(Unit unit, int fiscalYear) {
		String number = unit.in(fiscalYear).map((year) -> year.contact()).orElse("");
		return (unit.nameIn(fiscalYear) + " " + number).strip();
	}

	// A section's goals are approved by the head of the department above it.
	private static WhoseTurn head(CityDirectory city, UUID owner, int fiscalYear, LocalDate today) {
		List<String> names = names(city, owner, RoleCode.HEAD, today);
		Optional<UUID> above = city.parentOf(owner, fiscalYear);
		if (names.isEmpty() && above.isPresent()) {
			return head(city, above.get(), fiscalYear, today);
		}
		return new WhoseTurn(RoleCode.HEAD, owner, names, null);
	}

	private static List<String> names(CityDirectory city, UUID unit, RoleCode role, LocalDate today) {
		return city.personsHolding(unit, role, today).stream().map(Person::name).toList();
	}

}
