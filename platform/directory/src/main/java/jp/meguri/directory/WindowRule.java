package jp.meguri.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.WindowStatus.State;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;

/**
 * Judges entry periods (受付期間): half-open, {@code opensAt <= now < closesAt}. A unit's
 * extension, or that of a unit above it, moves the end.
 */
public final class WindowRule {

	private WindowRule() {
	}

	/**
	 * @param round the round for REPORTS, null for GOALS
	 * @param unit the unit that wants to write
	 * @param now business time
	 */
	public static WindowStatus check(CycleView cycle, WindowKind kind, @Nullable Round round, UUID unit, Instant now) {
		if (cycle.isBackLoading()) {
			return WindowStatus.ALWAYS;
		}
		Set<UUID> line = lineOf(cycle, unit);
		return cycle.windows()
			.stream()
			.filter((window) -> window.kind() == kind && Objects.equals(window.round(), round))
			.map((window) -> judge(window, line, now))
			.min(Comparator.comparing(WindowStatus::state).thenComparing(WindowRule::distance))
			.orElse(WindowStatus.NO_WINDOW);
	}

	private static WindowStatus judge(Window window, Set<UUID> line, Instant now) {
		Optional<Extension> extension = extensionFor(window, line);
		Instant end = extension.map(Extension::closesAt).orElse(window.closesAt());
		String reason = extension.map(Extension::reason).orElse(window.closedReason());
		return new WindowStatus(stateOf(window.opensAt(), end, now), window.id(), window.opensAt(), end, reason,
				window.revision());
	}

	private static State stateOf(Instant start, Instant end, Instant now) {
		if (now.isBefore(start)) {
			return State.NOT_YET_OPEN;
		}
		return now.isBefore(end) ? State.OPEN : State.CLOSED;
	}

	// An extension never shortens: one that ends before the window does not count.
	private static Optional<Extension> extensionFor(Window window, Set<UUID> line) {
		return window.extensions()
			.stream()
			.filter((extension) -> line.contains(extension.unit()))
			.filter((extension) -> extension.closesAt().isAfter(window.closesAt()))
			.max(Comparator.comparing(Extension::closesAt));
	}

	private static Set<UUID> lineOf(CycleView cycle, UUID unit) {
		Set<UUID> line = new HashSet<>();
		for (UUID next = unit; next != null && line.add(next);) {
			next = cycle.parents().get(next);
		}
		return line;
	}

	// Of several windows in the same state the one nearest in time: next to open, last
	// to have closed.
	private static long distance(WindowStatus status) {
		return switch (status.state()) {
			case NOT_YET_OPEN -> Objects.requireNonNull(status.opensAt()).toEpochMilli();
			case OPEN, CLOSED -> -Objects.requireNonNull(status.closesAt()).toEpochMilli();
			case NO_WINDOW -> 0;
		};
	}

}
