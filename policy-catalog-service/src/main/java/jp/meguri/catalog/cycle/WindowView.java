package jp.meguri.catalog.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.Round;
import jp.meguri.web.HasRevision;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * An entry period, half-open.
 *
 * @param closedReason why it was closed early; empty otherwise
 */
record WindowView(UUID id, WindowKind kind, @Nullable Round round, Instant opensAt, Instant closesAt, long revision,
		String closedReason, List<Extension> extensions) implements HasRevision {

	static WindowView of(Window window) {
		return new WindowView(window.id(), window.kind(), window.round(), window.opensAt(), window.closesAt(),
				window.revision(), window.closedReason(), window.extensions());
	}

	static WindowView in(CycleChanged cycle, UUID id) {
		return cycle.windows()
			.stream()
			.filter((window) -> window.id().equals(id))
			.findFirst()
			.map(WindowView::of)
			.orElseThrow(Problems::notFound);
	}

}
