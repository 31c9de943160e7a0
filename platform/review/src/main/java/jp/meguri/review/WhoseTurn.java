package jp.meguri.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.directory.Person;
import jp.meguri.directory.Unit;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
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

	/**
	 * Empty once nothing is left to do.
	 * @param fiscalYear the item's year; who holds which role is asked as of today
	 */
	public static Optional<WhoseTurn> of(CityDirectory city, UUID owner, int fiscalYear, ReviewState state,
			WindowStatus window, LocalDate today) {
		if (ReviewRoute.isWithTheWriters(state)) {
			return Optional
				.of(new WhoseTurn(RoleCode.STAFF, owner, names(city, owner, RoleCode.STAFF, today), window.closesAt()));
		}
		return switch (state) {
			case SUBMITTED -> Optional.of(head(city, owner, fiscalYear, today));
			case APPROVED -> planning(city, today).map((unit) -> new WhoseTurn(RoleCode.PLANNING, unit.id(),
					names(city, unit.id(), RoleCode.PLANNING, today), null));
			default -> Optional.empty();
		};
	}

	/** Whom to ask about entry periods: the planning division, with its telephone. */
	public static String planningContact(CityDirectory city, LocalDate today) {
		int fiscalYear = FiscalYear.of(today).year();
		return planning(city, today)
			.map((unit) -> unit.nameIn(fiscalYear) + " " + unit.in(fiscalYear).map(UnitYear::contact).orElse(""))
			.map(String::strip)
			.orElse("");
	}

	private static Optional<Unit> planning(CityDirectory city, LocalDate today) {
		return city.units(FiscalYear.of(today).year())
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.PLANNING_DIVISION)
			.findFirst();
	}

	// A section's goals are approved by the head of the department above it.
	private static WhoseTurn head(CityDirectory city, UUID owner, int fiscalYear, LocalDate today) {
		List<String> names = names(city, owner, RoleCode.HEAD, today);
		Optional<UUID> above = city.parentOf(owner, FiscalYear.of(today).year())
			.or(() -> city.parentOf(owner, fiscalYear));
		if (names.isEmpty() && above.isPresent()) {
			return head(city, above.get(), fiscalYear, today);
		}
		return new WhoseTurn(RoleCode.HEAD, owner, names, null);
	}

	private static List<String> names(CityDirectory city, UUID unit, RoleCode role, LocalDate today) {
		return city.personsHolding(unit, role, today).stream().map(Person::name).toList();
	}

}
