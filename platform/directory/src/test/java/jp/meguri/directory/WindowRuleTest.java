package jp.meguri.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.directory.WindowStatus.State;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import org.junit.jupiter.api.Test;

import static jp.meguri.directory.DirectoryFixture.CITY;
import static jp.meguri.directory.DirectoryFixture.CIVIC;
import static jp.meguri.directory.DirectoryFixture.COLLAB;
import static jp.meguri.directory.DirectoryFixture.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

class WindowRuleTest {

	private static final Instant OPENS = Instant.parse("2026-09-30T15:00:00Z");

	private static final Instant CLOSES = Instant.parse("2026-12-31T15:00:00Z");

	private static final Instant LATER = Instant.parse("2027-01-10T15:00:00Z");

	@Test
	void window_isHalfOpen_toTheMillisecond() {
		assertThat(at(OPENS.minusMillis(1)).state()).isEqualTo(State.NOT_YET_OPEN);
		assertThat(at(OPENS).state()).isEqualTo(State.OPEN);
		assertThat(at(CLOSES.minusMillis(1)).state()).isEqualTo(State.OPEN);
		assertThat(at(CLOSES).state()).isEqualTo(State.CLOSED);
		assertThat(at(CLOSES).since()).isEqualTo(CLOSES);
		assertThat(at(OPENS.minusMillis(1)).until()).isEqualTo(OPENS);
	}

	@Test
	void extension_holdsForItsUnitAndTheUnitsBelow() {
		CycleView cycle = cycle(new Extension(UUID.randomUUID(), CIVIC, LATER, "災害対応"));
		assertThat(check(cycle, CIVIC, CLOSES).isOpen()).isTrue();
		assertThat(check(cycle, COLLAB, LATER.minusMillis(1)).isOpen()).isTrue();
		assertThat(check(cycle, COLLAB, LATER).state()).isEqualTo(State.CLOSED);
		assertThat(check(cycle, ENVIRONMENT, CLOSES).state()).isEqualTo(State.CLOSED);
		assertThat(check(cycle, CIVIC, CLOSES).reason()).isEqualTo("災害対応");
	}

	@Test
	void extensionOfASection_doesNotReachItsDepartment() {
		CycleView cycle = cycle(new Extension(UUID.randomUUID(), COLLAB, LATER, ""));
		assertThat(check(cycle, CIVIC, CLOSES).isOpen()).isFalse();
	}

	@Test
	void extension_neverShortens() {
		CycleView cycle = cycle(new Extension(UUID.randomUUID(), CIVIC, OPENS.plusSeconds(1), ""));
		assertThat(check(cycle, CIVIC, CLOSES.minusMillis(1)).isOpen()).isTrue();
	}

	@Test
	void roundWithoutAWindow_isClosed() {
		assertThat(WindowRule.check(cycle(), WindowKind.REPORTS, Round.INTERIM, CIVIC, OPENS).state())
			.isEqualTo(State.NO_WINDOW);
	}

	@Test
	void backLoading_knowsNoWindows() {
		CycleView past = new CycleView(UUID.randomUUID(), CITY, 2025, CycleMode.BACK_LOADING, List.of(Round.YEAR_END),
				List.of());
		assertThat(WindowRule.check(past, WindowKind.GOALS, null, CIVIC, CLOSES).isOpen()).isTrue();
	}

	@Test
	void circleOfUnits_ends() {
		CycleView cycle = new CycleView(UUID.randomUUID(), CITY, 2026, CycleMode.LIVE, List.of(), List.of(),
				Map.of(CIVIC, COLLAB, COLLAB, CIVIC));
		assertThat(check(cycle, CIVIC, OPENS).state()).isEqualTo(State.NO_WINDOW);
	}

	private static WindowStatus at(Instant now) {
		return check(cycle(), CIVIC, now);
	}

	private static WindowStatus check(CycleView cycle, UUID unit, Instant now) {
		return WindowRule.check(cycle, WindowKind.GOALS, null, unit, now);
	}

	private static CycleView cycle(Extension... extensions) {
		Window goals = new Window(UUID.randomUUID(), WindowKind.GOALS, null, OPENS, CLOSES, 1, "", List.of(extensions));
		return new CycleView(UUID.randomUUID(), CITY, 2026, CycleMode.LIVE, List.of(Round.YEAR_END), List.of(goals),
				Map.of(COLLAB, CIVIC));
	}

}
