package jp.meguri.notifications.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.notifications.work.WorkKind;

/**
 * The deadlines that follow from the cycles and the units of a city: one per window and
 * unit that exists in the year. Back-loaded years have none.
 */
final class Derivation {

	private Derivation() {
	}

	static List<Deadline> deadlines(UUID municipality, List<CycleChanged> cycles, List<UnitChanged> units) {
		return cycles.stream()
			.filter((cycle) -> cycle.mode() == CycleMode.LIVE)
			.flatMap((cycle) -> cycle.windows()
				.stream()
				.flatMap((window) -> ofWindow(municipality, cycle.fiscalYear(), window, units)))
			.toList();
	}

	private static Stream<Deadline> ofWindow(UUID municipality, int year, Window window, List<UnitChanged> units) {
		return units.stream()
			.filter(Derivation::writesGoals)
			.flatMap((unit) -> in(unit, year).map((of) -> deadline(municipality, year, window, unit, of)).stream());
	}

	private static Deadline deadline(UUID municipality, int year, Window window, UnitChanged unit, UnitYear of) {
		boolean goals = window.kind() == WindowKind.GOALS;
		String round = (window.round() != null) ? window.round().name() : "";
		return new Deadline(Deadline.idOf(window.id(), unit.id()), municipality, window.id(), unit.id(), year,
				goals ? WorkKind.GOAL : WorkKind.REPORT, round, window.opensAt(), dueAt(window, unit.id(), of));
	}

	/** An extension of the unit itself, or of the department above it, moves the day. */
	private static Instant dueAt(Window window, UUID unit, UnitYear of) {
		return window.extensions()
			.stream()
			.filter((extension) -> extension.unit().equals(unit) || extension.unit().equals(of.parent()))
			.map(Extension::closesAt)
			.filter((closesAt) -> closesAt.isAfter(window.closesAt()))
			.max(Instant::compareTo)
			.orElse(window.closesAt());
	}

	private static Optional<UnitYear> in(UnitChanged unit, int year) {
		return unit.years().stream().filter((of) -> of.fiscalYear() == year).findFirst();
	}

	private static boolean writesGoals(UnitChanged unit) {
		return unit.kind() != UnitKind.EXTERNAL_BODY && unit.kind() != UnitKind.SECTION_GROUP;
	}

}
