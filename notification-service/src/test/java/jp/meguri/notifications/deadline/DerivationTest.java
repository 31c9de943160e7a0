package jp.meguri.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import jp.meguri.notifications.work.WorkKind;
import org.junit.jupiter.api.Test;

class DerivationTest {

	private static final UUID CITY = new UUID(0, 1);

	private static final UnitChanged CIVIC = unit(2, UnitKind.DEPARTMENT, null, 2025, 2026);

	private static final UnitChanged COUNTER = unit(3, UnitKind.SECTION, CIVIC.id(), 2026);

	private static final UnitChanged ENVIRONMENT = unit(4, UnitKind.DEPARTMENT, null, 2025);

	private static final Instant CLOSES = OffsetDateTime.parse("2027-01-01T00:00+09:00").toInstant();

	@Test
	void everyUnitOfTheYear_hasOneDeadlinePerWindow() {
		List<Deadline> deadlines = Derivation.deadlines(CITY, List.of(cycle(CycleMode.LIVE)),
				List.of(CIVIC, COUNTER, ENVIRONMENT));
		assertThat(deadlines).extracting(Deadline::unit, Deadline::kind, Deadline::round)
			.containsExactlyInAnyOrder(tuple(CIVIC, WorkKind.GOAL, ""), tuple(COUNTER, WorkKind.GOAL, ""),
					tuple(CIVIC, WorkKind.REPORT, "YEAR_END"), tuple(COUNTER, WorkKind.REPORT, "YEAR_END"));
		assertThat(deadlines).extracting(Deadline::dueOn).containsOnly(LocalDate.of(2026, 12, 31));
	}

	@Test
	void backLoadedYears_haveNone() {
		assertThat(Derivation.deadlines(CITY, List.of(cycle(CycleMode.BACK_LOADING)), List.of(CIVIC))).isEmpty();
	}

	@Test
	void extensionOfTheDepartment_movesItsSectionsToo() {
		Extension extension = new Extension(new UUID(0, 9), CIVIC.id(), CLOSES.plusSeconds(10 * 86_400), "人事異動のため");
		List<Deadline> deadlines = Derivation.deadlines(CITY, List.of(cycle(CycleMode.LIVE, extension)),
				List.of(CIVIC, COUNTER));
		assertThat(deadlines).filteredOn((deadline) -> deadline.kind() == WorkKind.GOAL)
			.extracting(Deadline::dueOn)
			.containsOnly(LocalDate.of(2027, 1, 10));
	}

	private static org.assertj.core.groups.Tuple tuple(UnitChanged unit, WorkKind kind, String round) {
		return org.assertj.core.api.Assertions.tuple(unit.id(), kind, round);
	}

	private static CycleChanged cycle(CycleMode mode, Extension... extensions) {
		Window goals = new Window(new UUID(1, 1), WindowKind.GOALS, null, CLOSES.minusSeconds(90 * 86_400), CLOSES, 1,
				"", List.of(extensions));
		Window reports = new Window(new UUID(1, 2), WindowKind.REPORTS, Round.YEAR_END,
				CLOSES.minusSeconds(90 * 86_400), CLOSES, 1, "", List.of());
		return new CycleChanged(new UUID(1, 0), 2026, mode, List.of(Round.YEAR_END), List.of(goals, reports));
	}

	private static UnitChanged unit(int id, UnitKind kind, UUID parent, int... years) {
		List<UnitYear> of = java.util.Arrays.stream(years)
			.mapToObj((year) -> new UnitYear(year, "部", parent, 1, "部長", "", ""))
			.toList();
		return new UnitChanged(new UUID(0, id), "u" + id, kind, of);
	}

}
