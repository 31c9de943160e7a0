package jp.meguri.catalog.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import jp.meguri.web.MeguriProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WindowRulesTest {

	private static final UUID ID = UUID.randomUUID();

	private static final UUID UNIT = UUID.randomUUID();

	private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

	private static final Instant CLOSES = Instant.parse("2026-12-31T15:00:00Z");

	@Test
	void close_takesEffectAMinuteAheadAtTheEarliest() {
		refused("too-soon", () -> close(cycle(), NOW.plusSeconds(59)));
		refused("too-soon", () -> close(cycle(), NOW.minusSeconds(1)));
		Window closed = close(cycle(), NOW.plusSeconds(60)).windows().get(0);
		assertThat(closed.closesAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(closed.closedReason()).isEqualTo("理由");
		assertThat(closed.revision()).isEqualTo(4);
	}

	@Test
	void close_endsLaterExtensions() {
		Extension later = new Extension(UUID.randomUUID(), UNIT, CLOSES.plusSeconds(1), "x");
		assertThat(close(cycle(later), NOW.plusSeconds(60)).windows().get(0).extensions()).isEmpty();
	}

	@Test
	void close_isRefused_whenAlreadyOver() {
		assertThatExceptionOfType(MeguriProblem.class)
			.isThrownBy(() -> WindowRules.close(cycle(), ID, 3, new ClosingRequest(CLOSES, "理由"), CLOSES))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(409));
	}

	@Test
	void change_opensAClosedPeriodAgain() {
		Instant later = CLOSES.plusSeconds(100_000);
		var request = new WindowRequest(NOW.minusSeconds(1000), later, "再開");
		Window window = WindowRules.change(cycle(), ID, 3, request, CLOSES.plusSeconds(10)).windows().get(0);
		assertThat(window.closesAt()).isEqualTo(later);
		assertThat(window.closedReason()).isEmpty();
	}

	@Test
	void change_thatShortens_isAnnouncedAMinuteAhead() {
		var request = new WindowRequest(NOW.minusSeconds(1000), NOW.plusSeconds(10), "短縮");
		refused("too-soon", () -> WindowRules.change(cycle(), ID, 3, request, NOW));
	}

	@Test
	void change_isRefused_forAnotherRevision() {
		var request = new WindowRequest(NOW, CLOSES, "x");
		assertThatExceptionOfType(MeguriProblem.class)
			.isThrownBy(() -> WindowRules.change(cycle(), ID, 2, request, NOW))
			.satisfies((problem) -> assertThat(problem.extensions()).containsEntry("currentRevision", 3L));
	}

	@Test
	void extension_replacesTheUnitsEarlierOne() {
		Extension first = new Extension(UUID.randomUUID(), UNIT, CLOSES.plusSeconds(1), "一");
		Extension second = new Extension(UUID.randomUUID(), UNIT, CLOSES.plusSeconds(2), "二");
		assertThat(WindowRules.extend(cycle(first), ID, second).windows().get(0).extensions()).containsExactly(second);
	}

	@Test
	void extension_isLaterThanTheEnd() {
		refused("not-later",
				() -> WindowRules.extend(cycle(), ID, new Extension(UUID.randomUUID(), UNIT, CLOSES, "x")));
	}

	private static CycleChanged close(CycleChanged cycle, Instant at) {
		return WindowRules.close(cycle, ID, 3, new ClosingRequest(at, "理由"), NOW);
	}

	private static CycleChanged cycle(Extension... extensions) {
		return new CycleChanged(UUID.randomUUID(), 2026, CycleMode.LIVE, List.of(Round.YEAR_END), List.of(new Window(ID,
				WindowKind.GOALS, null, Instant.parse("2026-09-30T15:00:00Z"), CLOSES, 3, "", List.of(extensions))));
	}

	private static void refused(String key, ThrowingCallable call) {
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(call)
			.satisfies((problem) -> assertThat(problem.errors()).anyMatch((error) -> error.key().equals(key)));
	}

}
