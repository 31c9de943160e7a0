package jp.meguri.catalog.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;

/**
 * What may be decided about an entry period (受付期間). Every service judges on its own copy,
 * so an end that moves forward is announced at least a minute ahead.
 */
final class WindowRules {

	static final Duration AHEAD = Duration.ofSeconds(60);

	private WindowRules() {
	}

	/** New beginning and end, also to open a closed period again. */
	static CycleChanged change(CycleChanged cycle, UUID id, long expected, WindowRequest request, Instant now) {
		Window window = window(cycle, id, expected);
		WindowRequest.Period period = request.period();
		requireAnnounced(window, period.closesAt(), now);
		String reason = period.closesAt().isBefore(window.closesAt()) ? period.reason() : "";
		return with(cycle, id, (old) -> new Window(id, old.kind(), old.round(), period.opensAt(), period.closesAt(),
				old.revision() + 1, reason, old.extensions()));
	}

	/** Ends the period early; extensions end with it. */
	static CycleChanged close(CycleChanged cycle, UUID id, long expected, ClosingRequest request, Instant now) {
		Window window = window(cycle, id, expected);
		ClosingRequest.Closing closing = request.closing();
		if (!now.isBefore(lastEnd(window))) {
			throw Problems.wrongState("CLOSED");
		}
		requireAnnounced(window, closing.closesAt(), now);
		if (!closing.closesAt().isBefore(lastEnd(window))) {
			throw Problems.validation("/closesAt", "not-earlier");
		}
		if (!closing.closesAt().isAfter(window.opensAt())) {
			throw Problems.validation("/closesAt", "before-start");
		}
		List<Extension> ended = window.extensions()
			.stream()
			.filter((extension) -> !extension.closesAt().isAfter(closing.closesAt()))
			.toList();
		return with(cycle, id, (old) -> new Window(id, old.kind(), old.round(), old.opensAt(), closing.closesAt(),
				old.revision() + 1, closing.reason(), ended));
	}

	/** Lets one unit write longer; a later one for the same unit replaces the earlier. */
	static CycleChanged extend(CycleChanged cycle, UUID id, Extension extension) {
		Window window = cycle.windows()
			.stream()
			.filter((candidate) -> candidate.id().equals(id))
			.findFirst()
			.orElseThrow(Problems::notFound);
		if (!extension.closesAt().isAfter(window.closesAt())) {
			throw Problems.validation("/closesAt", "not-later");
		}
		List<Extension> extensions = new ArrayList<>(window.extensions());
		extensions.removeIf((other) -> other.unit().equals(extension.unit()));
		extensions.add(extension);
		return with(cycle, id, (old) -> new Window(id, old.kind(), old.round(), old.opensAt(), old.closesAt(),
				old.revision() + 1, old.closedReason(), extensions));
	}

	private static void requireAnnounced(Window window, Instant closesAt, Instant now) {
		boolean shortens = closesAt.isBefore(lastEnd(window)) && now.isBefore(lastEnd(window));
		if (shortens && closesAt.isBefore(now.plus(AHEAD))) {
			throw Problems.validation("/closesAt", "too-soon", AHEAD.toSeconds());
		}
	}

	private static Instant lastEnd(Window window) {
		return window.extensions()
			.stream()
			.map(Extension::closesAt)
			.reduce(window.closesAt(), (a, b) -> a.isAfter(b) ? a : b);
	}

	private static Window window(CycleChanged cycle, UUID id, long expected) {
		Window window = cycle.windows()
			.stream()
			.filter((candidate) -> candidate.id().equals(id))
			.findFirst()
			.orElseThrow(Problems::notFound);
		if (window.revision() != expected) {
			throw conflict(window);
		}
		return window;
	}

	private static MeguriProblem conflict(Window window) {
		return Problems.revisionConflict(window.revision());
	}

	private static CycleChanged with(CycleChanged cycle, UUID id, UnaryOperator<Window> change) {
		List<Window> windows = cycle.windows()
			.stream()
			.map((window) -> window.id().equals(id) ? change.apply(window) : window)
			.toList();
		return new CycleChanged(cycle.id(), cycle.fiscalYear(), cycle.mode(), cycle.rounds(), windows);
	}

}
