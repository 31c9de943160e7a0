package jp.meguri.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.content.Round;

/**
 * The cycle of a fiscal year (年度サイクル) as this service knows it.
 *
 * @param parents the unit above each unit in that year, because an extension (期限の延長)
 * given to a department holds for its sections
 */
public record CycleView(UUID id, UUID municipality, int fiscalYear, CycleMode mode, List<Round> rounds,
		List<Window> windows, Map<UUID, UUID> parents) {

	public CycleView {
		rounds = List.copyOf(rounds);
		windows = List.copyOf(windows);
		parents = Map.copyOf(parents);
	}

	public CycleView(UUID id, UUID municipality, int fiscalYear, CycleMode mode, List<Round> rounds,
			List<Window> windows) {
		this(id, municipality, fiscalYear, mode, rounds, windows, Map.of());
	}

	public boolean isBackLoading() {
		return this.mode == CycleMode.BACK_LOADING;
	}

}
